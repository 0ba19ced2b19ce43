import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CallReach } from './call-reach.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** A call that is up for 10 s, its far end giving a sign every `everyMs`. */
async function up(everyMs = 20) {
  const farEnd = { alive: true, signs: 0 };
  const story: string[] = [];
  const since = { at: 0 };
  const tell = (what: string) => story.push(`${Math.round((performance.now() - since.at) / 100) / 10} ${what}`);
  const timer = setInterval(() => farEnd.alive && (farEnd.signs += 1), everyMs);
  const reach = new CallReach({
    signs: () => Promise.resolve(farEnd.signs),
    tell: (connected, silentForMs) => tell(connected ? 'connected' : silentForMs === null ? 'away' : 'silent'),
    restart: () => tell('restart'),
    onSilent: () => tell('is the server there?'),
    lost() {
      tell('lost');
      reach.stop();
      clearInterval(timer);
    },
  });
  reach.begin();
  await pass(10_000);
  since.at = performance.now();
  return { reach, farEnd, story };
}
const times = (story: string[]) => story.map((line) => Number(line.split(' ')[0]));

test.each([20, 2_600])('the PBX dies (a sign came every %i ms): lost within 5 s, told once', async (everyMs) => {
  const { reach, farEnd, story } = await up(everyMs);
  farEnd.alive = false;
  reach.signallingLost();
  await pass(300);
  reach.serverGone(true);
  await pass(60_000);
  expect(story.map((line) => line.replace(/^\S+ /, ''))).toEqual(['away', 'silent', 'lost']);
  expect(Math.max(...times(story))).toBeLessThan(5);
});

test('the server is known to be gone after the silence: lost at once', async () => {
  const { reach, farEnd, story } = await up();
  farEnd.alive = false;
  reach.signallingLost();
  await pass(8_000);
  reach.serverGone(true);
  expect(story.at(-1)).toBe('8 lost');
});

test('a server gone does not end a conversation that is heard, nor one whose server is only away', async () => {
  const heard = await up(2_600);
  heard.reach.signallingLost();
  heard.reach.serverGone(true);
  await pass(120_000);
  expect(heard.story).toEqual(['0 away']);
  heard.reach.stop();

  const away = await up();
  away.farEnd.alive = false;
  away.reach.signallingLost();
  await pass(20_000);
  expect(away.story.at(-1)).toMatch(/is the server there/);
  away.farEnd.alive = true;
  await pass(2_000);
  away.reach.signallingBack();
  expect(away.story.at(-1)).toMatch(/connected$/);
});

test('without a sign for 30 s it is lost, whoever is to blame', async () => {
  const { farEnd, story } = await up();
  farEnd.alive = false;
  await pass(29_000);
  expect(story.join()).not.toContain('lost');
  await pass(2_500);
  expect(story.join()).toContain('lost');
});

test('sound that outlives the socket comes from a PBX that lives; silence from the same instant does not', async () => {
  const lives = await up();
  lives.reach.signallingLost();
  await pass(3_000);
  expect(lives.reach.hasOutlivedSocket()).toBe(true);
  const dies = await up();
  dies.farEnd.alive = false;
  dies.reach.signallingLost();
  await pass(3_000);
  expect(dies.reach.hasOutlivedSocket()).toBe(false);
});

test('sound loses its way while signalling is there: a fresh way is looked for at once, for 15 s more when ICE has given up', async () => {
  const { reach, story } = await up();
  reach.media('shaky');
  expect(story).toEqual(['0 away', '0 restart']);
  reach.media('failed');
  await pass(14_000);
  reach.media('up');
  await pass(60_000);
  expect(story.at(-1)).toBe('14 connected');
  reach.media('failed');
  await pass(15_000);
  expect(story.at(-1)).toMatch(/lost$/);
});
