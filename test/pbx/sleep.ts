import type { Browser } from '@playwright/test';

/** All processes of a browser: the browser's own, its pages', its network service's. */
export async function processesOf(browser: Browser): Promise<number[]> {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  return processInfo.map(({ id }) => id);
}

/**
 * These processes do nothing for a while, and nobody tells them: what a machine that sleeps is to everybody else. Their sockets stay open, and
 * what comes meanwhile waits in them or is dropped.
 * @param meanwhile what others do about it
 */
export async function stopFor(pids: readonly number[], ms: number, meanwhile = () => {}): Promise<void> {
  const tell = (signal: NodeJS.Signals) => pids.forEach((pid) => process.kill(pid, signal));
  tell('SIGSTOP');
  meanwhile();
  await new Promise((resolve) => setTimeout(resolve, ms)).finally(() => tell('SIGCONT'));
}
