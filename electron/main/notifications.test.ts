import { beforeEach, expect, test, vi } from 'vitest';
import { createI18n } from '../../shared/i18n/i18n.ts';
import type { ShellView } from '../../shared/contract/shell.ts';

type Notice = {
  title: string;
  body: string;
  actions: string[];
  shown: boolean;
  closed: boolean;
  click: () => void;
  action: (index: number) => void;
};
const notices = vi.hoisted((): Notice[] => []);
vi.mock('electron', () => ({
  Notification: class {
    static isSupported = () => true;
    readonly #entry: Notice;
    constructor({ title, body, actions }: { title: string; body: string; actions: { text: string }[] }) {
      const nothing = () => undefined;
      const texts = actions.map(({ text }) => text);
      this.#entry = { title, body, actions: texts, shown: false, closed: false, click: nothing, action: nothing };
      notices.push(this.#entry);
    }
    on(event: 'click' | 'action', handler: (event: unknown, index: number) => void) {
      this.#entry[event] = (index: number | void) => handler({}, index ?? -1);
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
const { followLanguage } = await import('./language.ts');

const view = (ringing: ShellView['ringing']): ShellView => ({
  mode: 'work',
  activity: ringing ? 'ringing' : 'idle',
  ready: true,
  registered: true,
  ringing,
  desktop: { miniWindow: true, globalKeys: false, phoneLinks: false },
  language: 'ru',
});
const call = { callId: 'c1', title: 'Ольга <b>Петрова</b> & Ко', body: '+7 916 123-45-67' };

beforeEach(() => void notices.splice(0));

test('a call is announced once, as plain text, and taken back when it stops ringing', () => {
  const [onClick, onAnswer, onDecline] = [vi.fn(), vi.fn(), vi.fn()];
  const announce = createCallNotice(createI18n('ru'), {
    icon: '',
    hidden: () => true,
    onClick,
    onAnswer,
    onDecline,
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
  expect(notices[0]?.actions).toEqual(['Ответить', 'Отклонить']);
  notices[0]?.action(0);
  expect(onAnswer).toHaveBeenCalledWith('c1');
  expect(onDecline).not.toHaveBeenCalled();
  notices[0]?.action(1);
  expect(onDecline).toHaveBeenCalledWith('c1');
  announce(view(null));
  expect(notices[0]?.closed).toBe(true);
});

test('a call is announced in the console’s language as it is now', () => {
  const texts = createI18n('ru');
  const nothing = () => undefined;
  const done = { onClick: nothing, onAnswer: nothing, onDecline: nothing, announced: nothing };
  const announce = createCallNotice(texts, { icon: '', hidden: () => true, ...done });
  const english = { ...view({ ...call, title: '' }), language: 'en' as const };
  followLanguage(texts, english);
  announce(english);
  expect(notices[0]).toMatchObject({ title: 'Incoming call: Number withheld', actions: ['Answer', 'Decline'] });
});

test('a console in front says it itself', () => {
  const announced = vi.fn();
  const announce = createCallNotice(createI18n('ru'), {
    icon: '',
    hidden: () => false,
    onClick: () => undefined,
    onAnswer: () => undefined,
    onDecline: () => undefined,
    announced,
  });
  announce(view(call));
  expect(notices).toEqual([]);
  expect(announced).not.toHaveBeenCalled();
});
