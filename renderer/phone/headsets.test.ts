import { afterEach, expect, test, vi } from 'vitest';
import { COMMON, SimulatedHeadset, SimulatedHid } from './headset-lab.ts';
import { layoutOf, lightsReport, pressedIn } from './headset-layout.ts';
import { lightsOf } from './headset-lights.ts';
import { watchHeadsets, type Headsets } from './headsets.ts';

let watched: Headsets | null = null;
afterEach(() => watched?.stop());

async function setUp(headset = new SimulatedHeadset()) {
  const hid = new SimulatedHid();
  const story: string[] = [];
  const names: string[][] = [];
  const time = { now: 0 };
  hid.devices.push(headset);
  const headsets = watchHeadsets({
    hid,
    now: () => time.now,
    onPress: (press) => story.push(press),
    onChange: (known) => names.push(known),
    log: (event) => story.push(event),
  });
  watched = headsets;
  await vi.waitFor(() => expect(headset.opened).toBe(true));
  const light = (...on: ('ring' | 'off-hook' | 'mute' | 'hold')[]) => {
    headsets.light(new Set(on));
    time.now += 1_000;
  };
  return { hid, headset, story, names, light, time };
}

test('a call by the buttons: ring lamp, call button answers, mute, flash, call button ends', async () => {
  const { headset, story, light } = await setUp();
  light('ring');
  expect(headset.lamps).toEqual([4]);
  headset.pressCall();
  light('off-hook');
  expect(headset.lamps).toEqual([1]);
  headset.press('mute');
  light('off-hook', 'mute');
  expect(headset.lamps).toEqual([3]);
  headset.press('flash');
  headset.pressCall();
  light();
  expect(headset.lamps).toEqual([0]);
  expect(story).toEqual(['off-hook', 'mute', 'flash', 'on-hook']);
});

test('a headset’s answer to a lamp is no press, also when it comes late', async () => {
  const { headset, story, light, time } = await setUp();
  light('ring');
  light('off-hook');
  light();
  expect(story, 'answered and ended by mouse').toEqual([]);
  headset.echoes = false;
  light('off-hook');
  time.now -= 1_000;
  light();
  time.now -= 900;
  headset.hook(true);
  expect(story, 'the call was over before the headset answered the first lamp').toEqual([]);
});

test('a mute that tells its state follows the screen and is followed by it', async () => {
  const state = structuredClone(COMMON);
  const [hook, toggles] = state[1]?.inputReports?.[0]?.items ?? [];
  if (!hook || !toggles) throw new Error('no items');
  toggles.isAbsolute = true;
  const { headset, story, light } = await setUp(new SimulatedHeadset('State', state));
  light('off-hook');
  headset.report(2, [0b11, 0]);
  light('off-hook', 'mute');
  expect(story).toEqual(['mute']);
  headset.report(2, [0b01, 0]);
  expect(story).toEqual(['mute', 'mute']);
  light('off-hook', 'mute');
  headset.report(2, [0b11, 0]);
  expect(story, 'as the screen has it already').toEqual(['mute', 'mute']);
});

test('plugged out and in again it is back by itself, with its lamps', async () => {
  const { hid, headset, names, light } = await setUp();
  light('off-hook');
  hid.unplug(headset);
  const again = new SimulatedHeadset();
  hid.plug(again);
  await vi.waitFor(() => expect(again.lamps).toEqual([1]));
  expect(names).toEqual([['Simulated Headset'], [], ['Simulated Headset']]);
});

test('what is no telephone is left alone: a volume knob, a device without a hook', () => {
  expect(layoutOf(COMMON.slice(0, 1))).toBeNull();
  const muteOnly = { usagePage: 0x0b, inputReports: [{ items: [{ usages: [0x0b002f], reportCount: 1 }] }] };
  expect(layoutOf([muteOnly])).toBeNull();
});

test('usages in ranges, arrays, without their page, at odd bits', () => {
  const layout = layoutOf([
    {
      usagePage: 0x0b,
      children: [
        {
          usagePage: 0x0b,
          inputReports: [
            {
              reportId: 7,
              items: [
                { isConstant: true, reportSize: 3, reportCount: 1 },
                { isRange: true, usageMinimum: 0x20, reportSize: 1, reportCount: 2 },
                { isArray: true, usages: [0x0b0024, 0x0b002f], logicalMinimum: 1, reportSize: 4, reportCount: 1 },
              ],
            },
          ],
          outputReports: [{ items: [{ usages: [0x080018], reportSize: 1, reportCount: 1 }] }],
        },
      ],
    },
  ]);
  const places = layout?.buttons.get(7) ?? [];
  const down = (...bytes: number[]) =>
    [...pressedIn(places, new DataView(Uint8Array.from(bytes).buffer))].flatMap(([button, on]) => (on ? [button] : []));
  expect(down(0b0000_1000, 0)).toEqual(['hook']);
  expect(down(0b0001_0000, 0)).toEqual(['flash']);
  expect(down(0b0100_0000, 0), 'the array says 2: mute').toEqual(['mute']);
  expect(down(0b0010_0000, 0), 'redial, which is not ours').toEqual([]);
  const lights = layout?.lights.get(0);
  expect(lights && [...lightsReport(lights, new Set(['ring', 'mute']))]).toEqual([1]);
});

test('the lamps say what the phone holds', () => {
  const call = { callId: 'c', direction: 'incoming', number: '', displayName: '', dialled: '' } as const;
  const up = {
    ...call,
    phase: 'up',
    held: false,
    muted: true,
    connected: true,
    silentForMs: null,
    startedAgoMs: 0,
    answeredAgoMs: 0,
  } as const;
  const ringing = { ...up, phase: 'ringing', muted: false, answeredAgoMs: null } as const;
  expect([...lightsOf([])]).toEqual([]);
  expect([...lightsOf([ringing])]).toEqual(['ring']);
  expect([...lightsOf([ringing, up])]).toEqual(['off-hook', 'mute']);
});
