import { chromium } from '@playwright/test';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { openAllDay } from '../e2e/console-fixture.ts';
import type { Provisioned } from '../e2e/console-process.ts';
import type { Asterisk, UserCall } from '../pbx/asterisk.ts';
import type { Agent } from '../pbx/config.ts';
import { launchWithVoice } from '../pbx/voice-file.ts';
import { callCount, witness } from '../pbx/witnessed.ts';

/** A call rings this long before it is answered: nobody is quicker, and everybody's preparations are done. */
const RINGS_MS = 400;

/** The browser of the tests; every microphone in it hears a voice. */
export const launchBrowser = (): Promise<Browser> => chromium.launch(launchWithVoice());

/** A browser context whose every page has the witness in it. */
export async function witnessedContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ru-RU' });
  await witness(context);
  return context;
}

/** The provisioning file of a console with this account, on a line that is open all day. */
export function provisionedFor(
  wsUrl: string,
  { number, password }: Agent,
  limits?: Provisioned['limits'],
): Provisioned {
  return {
    consultant: { name: 'Ильина Мария Петровна' },
    sip: { server: wsUrl, number, password, domain: '127.0.0.1' },
    line: { notices: openAllDay() },
    ...(limits === undefined ? {} : { limits }),
  };
}

/** Lets the queue ring this agent only. */
export async function onlyAgent(pbx: Asterisk, number: string): Promise<void> {
  for (const agent of pbx.agents) {
    const paused = String(agent.number !== number);
    await pbx.ami.action({ Action: 'QueuePause', Interface: `PJSIP/${agent.number}`, Paused: paused });
  }
}

/** A user calls through the queue; the page rings and answers by a click. Resolves when sound goes both ways. */
export async function answeredCall(pbx: Asterisk, page: Page): Promise<UserCall> {
  const before = await callCount(page);
  const call = await pbx.call({ number: '+73432224455', name: 'Иванова Анна' });
  // The witness looks: a search of the whole page in every frame would stand in the way of the ring it waits for.
  await page.waitForFunction((count) => window.witness.calls.at(count)?.paintedAt, before);
  await page.waitForTimeout(RINGS_MS);
  await page.getByRole('button', { name: 'Ответить' }).click();
  await page.waitForFunction((count) => {
    const times = window.witness.calls.at(count);
    return times?.firstRtpAt && times.voiceAt;
  }, before);
  return call;
}
