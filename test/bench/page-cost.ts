import type { Page } from '@playwright/test';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the page's scripts hold after a collection, megabytes. */
export async function heapMegabytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1024 / 1024;
}

/** Processor time of the page's main thread in a stretch of time, ms; what others do on this computer does not count. */
export async function mainThreadMs(page: Page, stretchMs: number): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taskSeconds = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
  };
  const before = await taskSeconds();
  await sleep(stretchMs);
  const ms = ((await taskSeconds()) - before) * 1_000;
  await session.detach();
  return ms;
}
