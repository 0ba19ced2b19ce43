import { globSync, readFileSync } from 'node:fs';
import { expect, test as base } from '@playwright/test';
import { build } from '../../build/build.ts';
import { ConsoleProcess } from './console-process.ts';
import type { Provisioned } from './console-process.ts';
import { openAllDay } from './open-all-day.ts';
import { Workplace } from './workplace.ts';

export interface ConsoleFixtures {
  /** The administrator's file of the test's console, over a name and a line that is open all day; null: none, as out of the box. */
  provisioned: Provisioned | null;
  /** A console of the test's own, over a data folder of its own. */
  served: ConsoleProcess;
  /** The consultant's page on it, its phone registered. */
  consultant: Workplace;
}

/** Tests of the console in a browser: a real one, started and ended with each test; on the training line unless a PBX is provisioned. */
export const test = base.extend<ConsoleFixtures, { built: void }>({
  // Nothing of Playwright's is needed here, but it insists on a destructured first argument.
  built: [
    async ({ playwright: _ }, use) => {
      await build({ only: ['pages'] });
      await use();
    },
    { scope: 'worker', auto: true, timeout: 120_000 },
  ],
  provisioned: [{}, { option: true }],
  served: async ({ provisioned }, use, testInfo) => {
    const folder = testInfo.outputPath('console');
    const served = await ConsoleProcess.start(
      provisioned === null ? { folder } : { folder, ...withDefaults(provisioned) },
    );
    await use(served);
    await served.stop();
    if (testInfo.status === testInfo.expectedStatus) return;
    for (const file of globSync(`${served.dataDir}/logs/*`)) await testInfo.attach(file, { body: readFileSync(file) });
  },
  consultant: async ({ page, served }, use) => {
    const breaches: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) breaches.push(message.text());
    });
    await use(await new Workplace(page).open(served.link));
    expect(breaches, 'the page keeps its own policy').toEqual([]);
  },
});

function withDefaults(provisioned: Provisioned): { provisioned: Provisioned; training: boolean } {
  const defaults = { consultant: { name: 'Ильина Мария Петровна' }, line: { notices: openAllDay() } };
  return { provisioned: { ...defaults, ...provisioned }, training: provisioned.sip === undefined };
}

export { expect };
export { openAllDay } from './open-all-day.ts';
