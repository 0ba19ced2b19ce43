import type { Browser, CDPSession } from '@playwright/test';
import { z } from 'zod';

const reply = z.object({
  id: z.number(),
  result: z.object({ result: z.object({ value: z.unknown() }).optional() }).optional(),
});

/**
 * A tab that Playwright does not hold: a page it holds believes itself in front for ever, and is never throttled. Another tab can be put in front
 * of this one.
 */
export class OwnTab {
  readonly #devtools: CDPSession;
  readonly #sessionId: string;
  readonly #browserContextId: string;
  readonly #answers = new Map<number, (value: unknown) => void>();
  #asked = 0;

  private constructor(devtools: CDPSession, sessionId: string, browserContextId: string) {
    this.#devtools = devtools;
    this.#sessionId = sessionId;
    this.#browserContextId = browserContextId;
    devtools.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { data } = reply.safeParse(JSON.parse(message));
      if (data !== undefined) this.#answers.get(data.id)?.(data.result?.result?.value);
    });
  }

  /** Opens it in a window of its own. */
  static async open(browser: Browser, url: string): Promise<OwnTab> {
    const devtools = await browser.newBrowserCDPSession();
    const { browserContextId } = await devtools.send('Target.createBrowserContext');
    const { targetId } = await devtools.send('Target.createTarget', { url, browserContextId });
    const { sessionId } = await devtools.send('Target.attachToTarget', { targetId, flatten: false });
    return new OwnTab(devtools, sessionId, browserContextId);
  }

  /** Puts an empty tab in front of it. */
  async cover(): Promise<void> {
    await this.#devtools.send('Target.createTarget', { url: 'about:blank', browserContextId: this.#browserContextId });
  }

  /** The value of an expression in the page. */
  async evaluate(expression: string): Promise<unknown> {
    const id = (this.#asked += 1);
    const params = { expression, returnByValue: true, awaitPromise: true };
    const answer = new Promise<unknown>((resolve) => this.#answers.set(id, resolve));
    const message = JSON.stringify({ id, method: 'Runtime.evaluate', params });
    await this.#devtools.send('Target.sendMessageToTarget', { sessionId: this.#sessionId, message });
    return answer;
  }

  async close(): Promise<void> {
    await this.#devtools.send('Target.disposeBrowserContext', { browserContextId: this.#browserContextId });
  }
}
