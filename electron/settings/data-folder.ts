import { accessSync, constants, existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { i18n } from 'i18next';
import { fail, ok, type Failure, type Outcome } from '../../shared/contract/base.ts';
import { errorCode } from './layer-file.ts';

/** Where the data of this person on this computer is kept, unless `--data-dir` names another folder. */
export function defaultDataDir(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Line15');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Line15');
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'line15');
}

/**
 * Makes the data folder ready, readable by its owner only. Fails with `network-share` (SQLite's locks do not hold there) or `not-writable`.
 */
export function prepareDataDir(dataDir: string): Outcome<null> {
  const kind = networkShareKind(dataDir);
  if (kind !== null) return fail('network-share', { dataDir, kind });
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK);
    return ok(null);
  } catch (error) {
    return fail('not-writable', { dataDir, reason: errorCode(error) });
  }
}

/** The sentence for a failure of `prepareDataDir`. */
export function dataFolderText({ t }: i18n, { code, details }: Failure): string {
  return code === 'network-share'
    ? t('shell:dataFolder.network-share', details)
    : t('shell:dataFolder.not-writable', details);
}

const NETWORK_FILE_SYSTEMS = /^(nfs\d?|cifs|smb\w*|ncpfs|afs|ceph|davfs\d?|fuse\.(sshfs|glusterfs|davfs2|rclone))$/;

/**
 * What kind of network share a folder is on; null when it is none, or nothing can be told: Linux says it in /proc/mounts, Windows in the
 * name (`\\server\share`).
 */
function networkShareKind(folder: string): string | null {
  if (process.platform === 'win32') return /^[\\/]{2}[^\\/?.]/.test(folder) ? 'UNC' : null;
  if (!existsSync('/proc/mounts')) return null;
  const mounts = readFileSync('/proc/mounts', 'utf8');
  return shareKindByMounts(realpathSync(nearestExisting(folder)), mounts);
}

/** The network file system that holds `path` by the text of /proc/mounts: the longest mount point above it decides. */
export function shareKindByMounts(path: string, mounts: string): string | null {
  let best = { point: '', kind: '' };
  for (const line of mounts.split('\n')) {
    const [, escaped, kind] = line.split(' ');
    if (escaped === undefined || kind === undefined) continue;
    // A space in a mount point is written \040.
    const point = escaped.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)));
    const holds = path === point || path.startsWith(point.endsWith('/') ? point : `${point}/`);
    if (holds && point.length >= best.point.length) best = { point, kind };
  }
  return NETWORK_FILE_SYSTEMS.test(best.kind) ? best.kind : null;
}

function nearestExisting(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestExisting(dirname(path));
}
