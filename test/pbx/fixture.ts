import { readFile } from 'node:fs/promises';
import { test as base } from '@playwright/test';
import { lab } from '../provision/lab.ts';
import { Asterisk } from './asterisk.ts';

/** Tests with a real exchange: one Asterisk per worker, started again when a test has killed it. */
export const test = base.extend<{ pbx: Asterisk }, { exchange: Asterisk }>({
  exchange: [
    // Nothing of Playwright's is needed here, but it insists on a destructured first argument.
    async ({ playwright: _ }, use) => {
      const { path, note } = lab().asterisk;
      if (path === null) throw new Error(`no Asterisk here: ${note}`);
      const exchange = await Asterisk.start({ root: path });
      await use(exchange);
      await exchange.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  pbx: async ({ exchange }, use, testInfo) => {
    if (!exchange.running) await exchange.boot();
    await use(exchange);
    // A user left waiting in the queue would ring the phone of the next test.
    if (exchange.running) await exchange.cli('channel request hangup all');
    const failed = testInfo.status !== testInfo.expectedStatus;
    if (failed && exchange.logFile !== null) {
      await testInfo.attach('asterisk log', { body: await readFile(exchange.logFile, 'utf8') });
    }
  },
});

export { expect } from '@playwright/test';
