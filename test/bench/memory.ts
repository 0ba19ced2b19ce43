import { readdirSync, readFileSync } from 'node:fs';

/**
 * What these processes hold together, megabytes: their own pages, and of those they share each its part. NaN where the system does not say
 * (other than Linux).
 */
export function megabytesOf(pids: readonly number[]): number {
  if (process.platform !== 'linux') return NaN;
  const kib = pids.map((pid) =>
    Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]),
  );
  return kib.reduce((sum, one) => sum + one, 0) / 1024;
}

/** The processes of a process group. */
export function processesOf(group: number): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        // After the name in brackets: state, parent, group.
        const [, , its] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
        return Number(its) === group ? [Number(pid)] : [];
      } catch {
        return [];
      }
    });
}
