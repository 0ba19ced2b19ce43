import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand, tail } from '../../build/command.ts';
import type { CommandOptions, CommandResult } from '../../build/command.ts';

/** Folder the lab's big things live in: `LINE15_LAB`, else /srv. */
export const LAB_ROOT = process.env.LINE15_LAB ?? '/srv';

/** Whether packages can be installed here: root on Debian (or a child of it with apt). */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && which('apt-get') !== null;
}

/** Full path of a program on PATH, or null. */
export function which(program: string): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const candidate = join(folder, program);
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      // Not here: the next folder.
    }
  }
  return null;
}

/** Runs a command that fetches something; tries once more when it fails, because networks do. */
export async function runTwice(command: string, args: string[], options: CommandOptions): Promise<CommandResult> {
  const first = await runCommand(command, args, options);
  return first.code === 0 ? first : runCommand(command, args, options);
}

/** Installs Debian packages. Returns null, or the reason of the failure. */
export async function aptInstall(packages: string[]): Promise<string | null> {
  if (!canInstallPackages()) return 'needs root on Debian';
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const lock = ['-o', 'DPkg::Lock::Timeout=120'];
  const install = () =>
    runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...lock, ...packages], {
      limitMs: 300_000,
      env,
    });
  if (hasPackageLists() && (await install()).code === 0) return null;
  // No package lists yet, or old ones that name files which are gone.
  const update = await runTwice('apt-get', ['update', '-qq'], { limitMs: 120_000, env });
  const second = await install();
  return second.code === 0 ? null : `apt-get install ${packages.join(' ')}: ${tail(update.output + second.output, 4)}`;
}

function hasPackageLists(): boolean {
  const lists = '/var/lib/apt/lists';
  return (
    existsSync(lists) && readdirSync(lists).some((file) => file.endsWith('_Packages') || file.includes('_Packages.'))
  );
}

/** The Debian mirror this machine's apt uses, read at run time; null when there is none. */
export async function debianMirror(): Promise<string | null> {
  const format = ['--format', '$(REPO_URI)', 'Created-By: Packages', 'Origin: Debian', 'Label: Debian'];
  const { output } = await runCommand('apt-get', ['indextargets', ...format], { limitMs: 20_000 });
  return output.split('\n').find((line) => /^https?:/.test(line)) ?? null;
}

/** Apt's own proxy as the variables wget (debootstrap) reads; empty when apt has none. */
export async function aptProxyEnv(): Promise<NodeJS.ProcessEnv> {
  const { output } = await runCommand('apt-config', ['shell', 'P', 'Acquire::http::Proxy'], { limitMs: 20_000 });
  const proxy = /^P='(.+)'$/m.exec(output)?.[1];
  return proxy === undefined ? {} : { http_proxy: proxy, https_proxy: proxy };
}

/** A file's text, or null when it cannot be read. */
export function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
