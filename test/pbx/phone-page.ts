import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import { probeServer } from '../../electron/settings/server-probe.ts';
import type { PhoneConfig, PhoneFact, PhoneOrder } from '../../shared/contract/phone.ts';
import type { HeardFact } from './phone-harness.ts';
import { expect } from './fixture.ts';

/** A fact of one kind. */
export type FactOf<K extends PhoneFact['kind']> = Extract<HeardFact, { kind: K }>;

/** A wait for something that a busy machine does late; how soon it comes is the bench's subject. */
const LOADED = { timeout: 20_000 };

let bundled: Promise<string> | null = null;
function bundle(): Promise<string> {
  bundled ??= build({
    entryPoints: [join(import.meta.dirname, 'phone-harness.ts')],
    bundle: true,
    format: 'iife',
    target: 'chrome108',
    write: false,
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  return bundled;
}

/** Configuration of the phone for an account of the test exchange. */
export function phoneConfig(server: string, number = '101', password = `secret-${number}`): PhoneConfig {
  return {
    account: { server, number, password, domain: '127.0.0.1', stun: [] },
    microphone: null,
    headphones: null,
    ringer: [],
    ringVolume: 0.5,
    deviceNames: {},
  };
}

/** The product's phone in a page of this machine, with a desk of the test's. */
export class PhonePage {
  readonly page: Page;
  readonly #server: Server;

  private constructor(page: Page, server: Server) {
    this.page = page;
    this.#server = server;
  }

  /** Opens the page; really served, so that Chromium takes it for a page of this machine. */
  static async open(page: Page): Promise<PhonePage> {
    const script = await bundle();
    const server = createServer(({ url }, response) => {
      response.setHeader('content-type', url === '/phone.js' ? 'text/javascript' : 'text/html');
      response.end(url === '/phone.js' ? script : '<!doctype html><script src="/phone.js"></script>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const phone = new PhonePage(page, server);
    await page.goto(phone.#address);
    return phone;
  }

  get #address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  async start(config: PhoneConfig): Promise<void> {
    await this.page.evaluate((given) => window.harness.start(given), config);
  }

  /** The desk of this page looks at the server as the service does; without this it finds out nothing. */
  async serviceLooks(): Promise<void> {
    await this.page.exposeFunction('lookAtServer', probeServer);
  }

  /** The page's clock, which dates its facts: `performance.now()`. */
  now(): Promise<number> {
    return this.page.evaluate(() => performance.now());
  }

  async registered(): Promise<void> {
    await expect.poll(async () => (await this.last('registration'))?.registration.status, LOADED).toBe('registered');
  }

  order(order: PhoneOrder): Promise<void> {
    return this.page.evaluate((given) => window.harness.order(given), order);
  }

  facts(): Promise<HeardFact[]> {
    return this.page.evaluate(() => window.harness.facts);
  }

  async all<K extends PhoneFact['kind']>(kind: K): Promise<FactOf<K>[]> {
    return (await this.facts()).filter((fact): fact is FactOf<K> => fact.kind === kind);
  }

  async last<K extends PhoneFact['kind']>(kind: K): Promise<FactOf<K> | undefined> {
    return (await this.all(kind)).at(-1);
  }

  /** Waits for the `count`-th fact of this kind. */
  async fact<K extends PhoneFact['kind']>(kind: K, count = 1, timeout = LOADED.timeout): Promise<FactOf<K>> {
    await expect
      .poll(async () => (await this.all(kind)).length, { timeout, message: kind })
      .toBeGreaterThanOrEqual(count);
    const found = (await this.all(kind))[count - 1];
    if (!found) throw new Error(`no ${kind}`);
    return found;
  }

  media() {
    return this.page.evaluate(() => window.harness.media());
  }

  /** Sound flows both ways: packets counted twice, half a second apart. */
  async soundFlows(): Promise<void> {
    await expect
      .poll(async () => (await this.media()).some(({ sent, received }) => sent > 10 && received > 10), LOADED)
      .toBe(true);
    const before = (await this.media())[0];
    await expect
      .poll(async () => {
        const now = (await this.media())[0];
        return now && before && now.sent > before.sent + 20 && now.received > before.received + 20;
      }, LOADED)
      .toBe(true);
  }

  /** Lets time pass where time itself is the subject: something must still be so afterwards. */
  pass(ms: number): Promise<void> {
    return this.page.evaluate((given) => new Promise((resolve) => setTimeout(resolve, given)), ms);
  }

  sip() {
    return this.page.evaluate(() => window.harness.sip);
  }

  async close(): Promise<void> {
    await this.page.close();
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
