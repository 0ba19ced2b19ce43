import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { stopChildrenOnInterrupt } from '../../build/command.ts';
import { provideAsterisk } from './asterisk.ts';
import { provideChromium } from './browser.ts';
import { provideDisplay } from './display.ts';
import { provideElectron } from './electron.ts';
import { LAB_FILE } from './lab.ts';
import type { Lab } from './lab.ts';

/**
 * Provides what the tests need, one after the other (apt and the network have one lock and one line anyway), writes what
 * was found to `test/out/lab.json` and returns it. What could not be provided is null there, with the reason.
 * Seconds when all is there; two to three minutes on a fresh machine.
 */
export async function provision(): Promise<Lab> {
  const lab: Lab = {
    chromium: await provideChromium(),
    ...(await provideDisplay()),
    electron: await provideElectron(),
    asterisk: await provideAsterisk(),
  };
  mkdirSync(dirname(LAB_FILE), { recursive: true });
  writeFileSync(LAB_FILE, `${JSON.stringify(lab, null, 2)}\n`);
  return lab;
}

if (import.meta.main) {
  stopChildrenOnInterrupt();
  for (const [name, { path, note }] of Object.entries(await provision())) {
    console.log(`${name.padEnd(9)} ${path ?? 'MISSING'} — ${note.trim()}`);
  }
}
