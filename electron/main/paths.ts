import { join } from 'node:path';

/** Where the built parts stand, beside the sources and inside a package alike. */
export interface Paths {
  pagesDir: string;
  preload: string;
  serviceEntry: string;
  /** A picture of build/icons by its name. */
  icon(name: string): string;
}

/** @param appDir the folder (or asar) with package.json */
export function pathsIn(appDir: string): Paths {
  const out = join(appDir, 'build/out');
  return {
    pagesDir: join(out, 'renderer'),
    preload: join(out, 'preload/preload.cjs'),
    serviceEntry: join(out, 'service/service.mjs'),
    icon: (name) => join(out, 'icons', name),
  };
}
