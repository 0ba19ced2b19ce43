import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runCommand, tail } from '../../build/command.ts';
import type { Place } from './lab.ts';
import { aptInstall, aptProxyEnv, canInstallPackages, debianMirror, LAB_ROOT } from './system.ts';

const PACKAGES = ['asterisk', 'asterisk-modules', 'asterisk-core-sounds-ru-wav', 'asterisk-moh-opsound-wav'];

/** Debian's release that carries Asterisk 22; its debootstrap script is sid's, which every debootstrap knows. */
const SUITE = 'forky';
const SCRIPT = '/usr/share/debootstrap/scripts/sid';

/**
 * Provides a real Asterisk 22 in a small Debian root filesystem beside the system (about 570 MB, a minute).
 * The filesystem is built under a temporary name and renamed when whole, so a broken download never looks like a lab.
 */
export async function provideAsterisk(): Promise<Place> {
  const root = join(LAB_ROOT, 'pbx');
  if (!existsSync(join(root, 'usr/sbin/asterisk'))) {
    const reason = await build(root);
    if (reason !== null) return { path: null, note: reason };
  }
  await sweep(join(root, 'line15'));
  const version = await runCommand('chroot', [root, 'asterisk', '-V'], { limitMs: 20_000 });
  if (version.code !== 0) return { path: null, note: `asterisk -V: ${tail(version.output, 4)}` };
  return { path: root, note: version.output.trim() };
}

/** Removes what exchanges of killed test runs left behind: their folders are named by the process that started them. */
async function sweep(instances: string): Promise<void> {
  if (!existsSync(instances)) return;
  for (const name of await readdir(instances)) {
    if (!isAlive(Number.parseInt(name, 10))) await rm(join(instances, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function build(root: string): Promise<string | null> {
  if (!canInstallPackages()) return 'Asterisk 22 is provided on Debian as root only (debootstrap)';
  if (!existsSync(SCRIPT)) {
    const reason = await aptInstall(['debootstrap']);
    if (reason !== null) return reason;
  }
  const mirror = await debianMirror();
  if (mirror === null) return 'apt knows no Debian mirror';
  const partial = `${root}.partial`;
  const env = { ...process.env, ...(await aptProxyEnv()) };
  const args = ['--variant=minbase', `--include=${PACKAGES.join(',')}`, SUITE, partial, mirror, SCRIPT];
  await mkdir(dirname(root), { recursive: true });
  let failure = '';
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await rm(partial, { recursive: true, force: true });
    const result = await runCommand('debootstrap', args, { limitMs: 600_000, env });
    if (result.code === 0) {
      await rename(partial, root);
      return null;
    }
    failure = `debootstrap ${SUITE}: ${result.timedOut ? 'took over 10 minutes' : tail(result.output, 4)}`;
  }
  await rm(partial, { recursive: true, force: true });
  return failure;
}
