import { chromium, mergeTests } from '@playwright/test';
import { test as withConsole } from '../e2e/console-fixture.ts';
import { chromiumLaunch } from '../provision/chromium-launch.ts';
import { expect, test as onExchange } from './fixture.ts';
import { OwnTab } from './own-tab.ts';
import { Proxy } from './proxy.ts';

const AWAY_MS = 8_000;
const FOUND_AGAIN_MS = 3_000;
/** What Playwright starts Chromium with lest a page in the background be throttled. */
const UNTHROTTLED = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

const test = mergeTests(onExchange, withConsole).extend<{ relay: Proxy; tab: OwnTab }>({
  relay: async ({ pbx }, use) => {
    const relay = await Proxy.to(pbx.httpPort);
    await use(relay);
    await relay.close();
  },
  provisioned: async ({ relay }, use) => {
    await use({ sip: { server: relay.wsUrl, number: '101', password: 'secret-101', domain: '127.0.0.1' } });
  },
  tab: async ({ served }, use) => {
    const browser = await chromium.launch({ ...chromiumLaunch(), ignoreDefaultArgs: UNTHROTTLED });
    const tab = await OwnTab.open(browser, served.link);
    await use(tab);
    await tab.close();
    await browser.close();
  },
});

test('the console is a hidden tab, its timers throttled: the phone asks for its server on time, and is there within 3 s of its return', async ({
  tab,
  relay,
  pbx,
}) => {
  const registered = (timeout: number) =>
    expect.poll(() => pbx.isRegistered('101'), { timeout, intervals: [100] }).toBe(true);
  await registered(20_000);
  await tab.cover();
  await expect.poll(() => tab.evaluate('document.visibilityState')).toBe('hidden');

  relay.cut();
  await new Promise((resolve) => setTimeout(resolve, AWAY_MS));
  const phases = relay.refusedAt.map((at) => at % 1_000);
  relay.mend();
  await registered(FOUND_AGAIN_MS + 1_000);
  // A throttled page's timers keep one step: full seconds from some instant on.
  expect(spread(phases), phases.join(' ')).toBeGreaterThan(150);
  const late = await tab.evaluate(
    'new Promise((told) => { const at = performance.now(); let n = 0; const again = () => (n++ < 3 ? setTimeout(again, 10) : told(performance.now() - at)); again(); })',
  );
  expect(late, 'this tab is throttled indeed').toBeGreaterThan(1_000);
});

/** How far instants of a second lie apart on its circle: a second less the widest gap, ms. */
function spread(phases: readonly number[]): number {
  const sorted = [...phases].sort((a, b) => a - b);
  const gaps = sorted.map((phase, index) => (sorted[index + 1] ?? (sorted[0] ?? 0) + 1_000) - phase);
  return 1_000 - Math.max(...gaps);
}
