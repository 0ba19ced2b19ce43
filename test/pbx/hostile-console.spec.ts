import { globSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { mergeTests } from '@playwright/test';
import type { Page } from '@playwright/test';
import { test as withConsole } from '../e2e/console-fixture.ts';
import { request, OFFER } from '../hostile/hostile-sip.ts';
import { HostileRelay } from '../hostile/relay.ts';
import { test as onExchange } from './fixture.ts';
import { SlippedCall } from './hostile-fixture.ts';
import { expect } from './phone-fixture.ts';

declare global {
  interface Window {
    /** Every peer connection the page has opened. */
    peers: RTCPeerConnection[];
  }
}

/** The real console, its phone on the real exchange, with the relay between the two. */
const test = mergeTests(onExchange, withConsole).extend<{ relay: HostileRelay }>({
  relay: async ({ pbx }, use) => {
    const relay = await HostileRelay.to(pbx.wsUrl);
    await use(relay);
    await relay.close();
  },
  provisioned: async ({ relay }, use) => {
    await use({ sip: { server: relay.wsUrl, number: '101', password: 'secret-101', domain: '127.0.0.1' } });
  },
  context: async ({ context }, use) => {
    await context.addInitScript(() => {
      const peers: RTCPeerConnection[] = [];
      Object.assign(window, { peers });
      window.RTCPeerConnection = class extends RTCPeerConnection {
        constructor(configuration?: RTCConfiguration) {
          super(configuration);
          peers.push(this);
        }
      };
    });
    await use(context);
  },
});

test('50 calls a second for 10 s: the call goes on, the console stays usable, the journal is not flooded', async ({
  consultant,
  served,
  pbx,
  relay,
}) => {
  test.setTimeout(120_000);
  const call = await pbx.call({ number: '+73432224455', name: 'Иванова Анна' });
  await consultant.answer();
  await soundFlows(consultant.page);
  const longestGapMs = await watchThread(consultant.page);
  const peersBefore = await peersOpened(consultant.page);

  const storm = flood(relay, 500, 20);
  await consultant.comment.fill('во время шторма звонков пишем дальше');
  await expect(consultant.saved).toBeVisible();
  const before = await packets(consultant.page);
  await storm;
  const after = await packets(consultant.page);
  expect(after.received - before.received, 'packets heard in the storm').toBeGreaterThan(250);
  expect(after.sent - before.sent).toBeGreaterThan(250);
  const gap = await longestGapMs();
  const peers = (await peersOpened(consultant.page)) - peersBefore;
  await expect.poll(() => refused(relay), { timeout: 20_000 }).toBeGreaterThan(400);
  await expect(consultant.timer).toBeVisible();
  await consultant.button('Завершить').click();
  await call.ended();
  await expect(consultant.stage('Оформление')).toBeVisible();

  const { calls, missed } = rows(served.dataDir);
  test.info().annotations.push({ type: 'figures', description: JSON.stringify({ gap, peers, calls, missed }) });
  expect(gap, 'ms without the main thread').toBeLessThan(1_500);
  expect(peers, 'peer connections opened in the storm').toBeLessThanOrEqual(60);
  expect(calls).toBeLessThanOrEqual(60);
  expect(missed).toBeLessThanOrEqual(60);
});

test('callers with markup for a name, and with none at all, are text on the screen and in the journal', async ({
  consultant,
  served,
  relay,
}) => {
  const name = '<img src=x onerror="window.pwned=1"><b>Сбер</b> {{t}} $t(ui:none)';
  const from = `"${name.replaceAll('"', '\\"')}" <sip:%3Cscript%3E1%3C/script%3E@127.0.0.1>`;
  const loud = new SlippedCall(relay, 'markup', from);
  await expect(consultant.text(name)).toBeVisible();
  await expect(consultant.text('<script>1</script>')).toBeVisible();
  loud.cancel();
  await expect(consultant.text(name)).toBeHidden();

  const nobody = new SlippedCall(relay, 'nobody', '"Anonymous" <sip:anonymous@anonymous.invalid>');
  await expect(consultant.text('Номер скрыт')).toBeVisible();
  await expect(consultant.text('Кто звонит, неизвестно: спросите при ответе')).toBeVisible();
  await expect(consultant.button('В событие')).toBeDisabled();
  await consultant.button('Отклонить').click();
  await expect.poll(() => nobody.answers()).toEqual([486]);

  const elsewhere = new SlippedCall(relay, 'elsewhere');
  await expect(consultant.button('Ответить')).toBeVisible();
  elsewhere.cancel('Reason: SIP;cause=200;text="Call completed elsewhere"');
  await expect(consultant.text('+7 343 222-44-55: ответили на другом телефоне')).toBeVisible();

  expect(await consultant.page.evaluate(() => 'pwned' in window)).toBe(false);
  const journal = open(served.dataDir);
  const missed = journal.prepare('SELECT number, display_name AS name, reason FROM missed_calls ORDER BY at').all();
  journal.close();
  expect(missed).toEqual([
    { number: '<script>1</script>', name, reason: 'hung-up' },
    { number: '', name: '', reason: 'declined' },
  ]);
});

/** So many calls from as many numbers, every `everyMs`; each gives up a moment later. */
async function flood(relay: HostileRelay, count: number, everyMs: number): Promise<void> {
  const started = performance.now();
  for (let index = 0; index < count; index += 1) {
    const caller = { id: `flood-${index}`, from: `"Шторм" <sip:+7900${String(1_000_000 + index)}@127.0.0.1>` };
    relay.slip(request({ ...caller, body: OFFER }));
    setTimeout(() => relay.slip(request({ ...caller, method: 'CANCEL' })), 60);
    await new Promise((resolve) =>
      setTimeout(resolve, Math.max(0, started + (index + 1) * everyMs - performance.now())),
    );
  }
}

const refused = (relay: HostileRelay): number =>
  new Set(
    relay.heard.filter((text) => text.startsWith('SIP/2.0 486')).map((text) => /^Call-ID: *(.*)\r$/m.exec(text)?.[1]),
  ).size;

/** Watches the page's main thread; asks for the longest time it was away, ms. */
async function watchThread(page: Page): Promise<() => Promise<number>> {
  const handle = await page.evaluateHandle(() => {
    const seen = { longest: 0, at: performance.now() };
    setInterval(() => {
      const now = performance.now();
      seen.longest = Math.max(seen.longest, now - seen.at - 20);
      seen.at = now;
    }, 20);
    return seen;
  });
  return async () => Math.round(await handle.evaluate(({ longest }) => longest));
}

const peersOpened = (page: Page): Promise<number> => page.evaluate(() => window.peers.length);

/** Sound packets of the first call, whatever was opened after it. */
function packets(page: Page): Promise<{ sent: number; received: number }> {
  return page.evaluate(async () => {
    const counts = { sent: 0, received: 0 };
    for (const stat of (await window.peers[0]?.getStats())?.values() ?? []) {
      if (stat.type === 'outbound-rtp') counts.sent += stat.packetsSent ?? 0;
      if (stat.type === 'inbound-rtp') counts.received += stat.packetsReceived ?? 0;
    }
    return counts;
  });
}

async function soundFlows(page: Page): Promise<void> {
  await expect.poll(async () => (await packets(page)).received).toBeGreaterThan(20);
}

function open(dataDir: string): DatabaseSync {
  const [file] = globSync(join(dataDir, '**/desk.sqlite'));
  return new DatabaseSync(file ?? '', { readOnly: true });
}

function rows(dataDir: string): { calls: number; missed: number } {
  const journal = open(dataDir);
  const count = (table: string) => Number(journal.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n);
  const counts = { calls: count('calls'), missed: count('missed_calls') };
  journal.close();
  return counts;
}
