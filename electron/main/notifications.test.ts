import { beforeEach, expect, test, vi } from 'vitest';
import { createI18n } from '../../shared/i18n/i18n.ts';
import type { ShellView } from '../../shared/contract/shell.ts';

type Notice = { title: string; body: string; shown: boolean; closed: boolean; click: () => void };
const notices = vi.hoisted((): Notice[] => []);
vi.mock('electron', () => ({
  Notification: class {
    static isSupported = () => true;
    readonly #entry: Notice;
    constructor({ title, body }: { title: string; body: string }) {
      this.#entry = { title, body, shown: false, closed: false, click: () => undefined };
      notices.push(this.#entry);
    }
    on(_event: 'click', handler: () => void) {
      this.#entry.click = handler;
    }
    show() {
      this.#entry.shown = true;
    }
    close() {
      this.#entry.closed = true;
    }
  },
}));
const { createCallNotice } = await import('./notifications.ts');

const view = (ringing: ShellView['ringing']): ShellView => ({
  mode: 'work',
  activity: ringing ? 'ringing' : 'idle',
  ready: true,
  registered: true,
  ringing,
});
const call = { callId: 'c1', title: 'Ольга <b>Петрова</b> & Ко', body: '+7 916 123-45-67' };

beforeEach(() => void notices.splice(0));

test('a call is announced once, as plain text, and taken back when it stops ringing', () => {
  const onClick = vi.fn();
  const announce = createCallNotice(createI18n('ru'), {
    icon: '',
    hidden: () => true,
    onClick,
    announced: () => undefined,
  });
  announce(view(call));
  announce(view(call));
  expect(notices).toHaveLength(1);
  expect(notices[0]).toMatchObject({
    title: 'Входящий звонок: Ольга ‹b›Петрова‹/b› ＆ Ко',
    body: '+7 916 123-45-67',
    shown: true,
    closed: false,
  });
  notices[0]?.click();
  expect(onClick).toHaveBeenCalledOnce();
  announce(view(null));
  expect(notices[0]?.closed).toBe(true);
});

test('a console in front says it itself', () => {
  const announced = vi.fn();
  const announce = createCallNotice(createI18n('ru'), {
    icon: '',
    hidden: () => false,
    onClick: () => undefined,
    announced,
  });
  announce(view(call));
  expect(notices).toEqual([]);
  expect(announced).not.toHaveBeenCalled();
});
