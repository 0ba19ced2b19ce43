import { expect, test } from 'vitest';
import type { DesktopSettings, DesktopState, GlobalKey } from '../../shared/contract/desktop.ts';
import { followDesktop } from './desktop-state.ts';
import { createGlobalKeys, GLOBAL_KEYS } from './global-keys.ts';
import { createPhoneLinks, linkIn } from './phone-links.ts';

const OFF: DesktopSettings = { miniWindow: true, globalKeys: false, phoneLinks: false };
const view = (desktop: DesktopSettings) => ({
  mode: 'work' as const,
  activity: 'idle' as const,
  ready: true,
  registered: true,
  ringing: null,
  desktop,
  language: 'ru' as const,
});

/** A system in which another program holds some keys, and may be asked for links or not. */
function system(taken: string[] = [], mayHaveLinks = true) {
  const keys = new Map<string, () => void>();
  const links = new Set<string>();
  const pressed: GlobalKey[] = [];
  const told: DesktopState[] = [];
  const follow = followDesktop({
    globalKeys: createGlobalKeys(
      {
        register(accelerator, press) {
          if (taken.includes(accelerator)) return false;
          keys.set(accelerator, press);
          return true;
        },
        unregister: (accelerator) => void keys.delete(accelerator),
      },
      { answer: () => pressed.push('answer'), end: () => pressed.push('end') },
    ),
    phoneLinks: createPhoneLinks(
      {
        isDefaultProtocolClient: (scheme) => links.has(scheme),
        setAsDefaultProtocolClient: (scheme) => mayHaveLinks && links.add(scheme).size > 0,
        removeAsDefaultProtocolClient: (scheme) => links.delete(scheme),
      },
      null,
    ),
    tell: (state) => told.push(state),
  });
  return { keys, links, pressed, told, follow };
}

test('nothing is taken from the system until it is switched on, and all is given back', () => {
  const { keys, links, pressed, told, follow } = system();
  follow(view(OFF));
  expect([keys.size, links.size]).toEqual([0, 0]);
  expect(told).toEqual([{ refusedKeys: [], phoneLinks: 'off' }]);

  follow(view({ ...OFF, globalKeys: true, phoneLinks: true }));
  expect([...keys.keys()]).toEqual(['Control+Shift+F2', 'Control+Shift+F3']);
  expect([...links]).toEqual(['tel', 'sip', 'callto']);
  expect(told.at(-1)).toEqual({ refusedKeys: [], phoneLinks: 'on' });
  keys.get(GLOBAL_KEYS.answer)?.();
  keys.get(GLOBAL_KEYS.end)?.();
  expect(pressed).toEqual(['answer', 'end']);

  // A view without a change is no reason to ask the system again.
  follow(view({ ...OFF, globalKeys: true, phoneLinks: true }));
  expect(told).toHaveLength(2);
  follow(null);
  follow(view(OFF));
  expect([keys.size, links.size]).toEqual([0, 0]);
  expect(told.at(-1)).toEqual({ refusedKeys: [], phoneLinks: 'off' });
});

test('a key another program has taken, and links the system does not give, are said', () => {
  const { keys, told, follow } = system([GLOBAL_KEYS.end], false);
  follow(view({ ...OFF, globalKeys: true, phoneLinks: true }));
  expect([...keys.keys()]).toEqual([GLOBAL_KEYS.answer]);
  expect(told).toEqual([{ refusedKeys: ['end'], phoneLinks: 'refused' }]);
});

test('the link among the words of a start', () => {
  expect(linkIn(['/opt/line15', '--data-dir', '/data', 'tel:+79161234567'])).toBe('tel:+79161234567');
  expect(linkIn(['line15.exe', 'SIP:204@pbx'])).toBe('SIP:204@pbx');
  expect(linkIn(['line15', '--config', 'intel:x', 'http://example.org'])).toBeNull();
});
