import { expect, test } from 'vitest';
import { microphoneTrack } from './fake-microphone.ts';
import { createKeptMicrophone } from './kept-microphone.ts';

function setUp() {
  const opened: MediaStreamTrack[] = [];
  const system = { hasMicrophone: true };
  const kept = createKeptMicrophone((id) => {
    if (!system.hasMicrophone) return Promise.resolve({ ok: false, problem: 'absent' });
    const track = microphoneTrack(id ?? 'system');
    opened.push(track);
    return Promise.resolve({ ok: true, track });
  });
  const live = () => opened.filter(({ readyState }) => readyState === 'live').map(({ label }) => label);
  const open = async (id: string) => {
    const outcome = await kept.open({ id, standsFor: id });
    return outcome.ok ? outcome.track.label : outcome.problem;
  };
  return { kept, opened, system, live, open };
}
const HEADSET = { id: 'headset', standsFor: 'headset' };
const settled = () => new Promise((resolve) => setTimeout(resolve));

test('kept open, a call takes a copy of it; otherwise a microphone is opened for each', async () => {
  const { kept, live, open } = setUp();
  expect(await open('headset')).toBe('headset');
  kept.keep(HEADSET);
  kept.keep(HEADSET);
  expect(await open('headset')).toBe('copy of headset');
  expect(await open('desk'), 'another one').toBe('desk');
  expect(live()).toEqual(['headset', 'headset', 'desk']);
});

test('closed when it is no longer kept, also while it is still opening', async () => {
  const { kept, live, open } = setUp();
  kept.keep(HEADSET);
  await settled();
  expect(live()).toEqual(['headset']);
  kept.keep(null);
  await settled();
  expect(live()).toEqual([]);
  kept.keep(HEADSET);
  kept.keep(null);
  await settled();
  expect(live()).toEqual([]);
  expect(await open('headset')).toBe('headset');
});

test('another choice: the new one is opened, the former closed', async () => {
  const { kept, live } = setUp();
  kept.keep(HEADSET);
  kept.keep({ id: null, standsFor: 'system Jabra' });
  await settled();
  expect(live()).toEqual(['system']);
});

test('unplugged: opened again, and no call gets what is dead', async () => {
  const { kept, opened, live, open } = setUp();
  kept.keep(HEADSET);
  await settled();
  opened[0]?.stop();
  expect(await open('headset'), 'before the system has said so').toBe('headset');
  opened[0]?.dispatchEvent(new Event('ended'));
  await settled();
  expect(live()).toEqual(['headset', 'headset']);
  expect(await open('headset')).toBe('copy of headset');
});

test('no microphone at all: it is tried again when it is wished for again', async () => {
  const { kept, system, live } = setUp();
  system.hasMicrophone = false;
  kept.keep(HEADSET);
  await settled();
  expect(live()).toEqual([]);
  system.hasMicrophone = true;
  kept.keep(HEADSET);
  await settled();
  expect(live()).toEqual(['headset']);
});
