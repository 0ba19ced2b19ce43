import { expect, test } from 'vitest';
import type { ShellView } from '../../shared/contract/shell.ts';
import { createAttention } from './attention.ts';

const idle: ShellView = {
  mode: 'work',
  activity: 'idle',
  ready: true,
  registered: true,
  ringing: null,
  desktop: { miniWindow: true, globalKeys: false, phoneLinks: false },
  language: 'ru',
};
const rings = (callId: string): ShellView => ({
  ...idle,
  activity: 'ringing',
  ringing: { callId, title: '', body: '' },
});
const talking: ShellView = { ...idle, activity: 'talking' };

function signs() {
  const now = { badge: 0, overlay: false, flash: false, front: false };
  const attention = createAttention({
    unseen: () => !now.front,
    signs: {
      badge: (count) => (now.badge = count),
      overlay: (shown) => (now.overlay = shown),
      flash: (on) => (now.flash = on),
    },
  });
  return { now, ...attention };
}

test('an unseen ring asks for a look; missed, it stays counted until the console is in front', () => {
  const { now, show, seen } = signs();
  show(rings('c1'));
  expect(now).toMatchObject({ badge: 1, overlay: true, flash: true });
  show(idle);
  expect(now).toMatchObject({ badge: 1, overlay: true, flash: false });
  show(rings('c2'));
  expect(now).toMatchObject({ badge: 2, flash: true });
  now.front = true;
  seen();
  expect(now).toMatchObject({ badge: 0, overlay: false, flash: false });
  show(idle);
  expect(now.badge).toBe(0);
});

test('answered or declined by hand it is no missed call, and what is seen needs no sign', () => {
  const { now, show, handled } = signs();
  show(rings('c1'));
  show(talking);
  expect(now).toMatchObject({ badge: 0, flash: false });
  show(rings('c2'));
  handled('c2');
  show(idle);
  expect(now).toMatchObject({ badge: 0, flash: false });
  now.front = true;
  show(rings('c3'));
  show(idle);
  expect(now).toMatchObject({ badge: 0, overlay: false, flash: false });
});

test('while the service is away a ring goes on ringing', () => {
  const { now, show } = signs();
  show(rings('c1'));
  show(null);
  expect(now).toMatchObject({ badge: 1, flash: true });
});
