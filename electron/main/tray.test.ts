import { beforeEach, expect, test, vi } from 'vitest';
import type { ShellView } from '../../shared/contract/shell.ts';
import { createI18n } from '../../shared/i18n/i18n.ts';

type Item = { label?: string; type?: string; enabled?: boolean; click?: () => void };
const shown = vi.hoisted(() => {
  const nothing: { image: string; toolTip: string; menu: Item[]; destroyed: boolean; click: () => void } = {
    image: '',
    toolTip: '',
    menu: [],
    destroyed: false,
    click: () => undefined,
  };
  return nothing;
});
vi.mock('electron', () => ({
  nativeImage: { createFromPath: (file: string) => file },
  Menu: { buildFromTemplate: (template: Item[]) => template },
  Tray: class {
    constructor(image: string) {
      shown.image = image;
    }
    on(_event: 'click', handler: () => void) {
      shown.click = handler;
    }
    setImage(image: string) {
      shown.image = image;
    }
    setToolTip(text: string) {
      shown.toolTip = text;
    }
    setContextMenu(menu: Item[]) {
      shown.menu = menu;
    }
    isDestroyed() {
      return shown.destroyed;
    }
    destroy() {
      shown.destroyed = true;
    }
  },
}));
const { createTray } = await import('./tray.ts');
const { followLanguage } = await import('./language.ts');

const DESKTOP = { miniWindow: true, globalKeys: false, phoneLinks: false };
const idle: ShellView = {
  mode: 'work',
  activity: 'idle',
  ready: true,
  registered: true,
  ringing: null,
  desktop: DESKTOP,
  language: 'ru',
};
const ringing: ShellView = { ...idle, activity: 'ringing', ringing: { callId: 'c1', title: 'Ольга', body: '' } };

const actions = { open: vi.fn(), answer: vi.fn(), quit: vi.fn() };
const tray = () => createTray(createI18n('ru'), (name) => `/icons/${name}`, actions);
const labels = () => shown.menu.map(({ label, type }) => label ?? type);
const press = (label: string) => shown.menu.find((item) => item.label === label)?.click?.();

beforeEach(() => {
  Object.assign(shown, { image: '', toolTip: '', menu: [], destroyed: false });
  vi.clearAllMocks();
});

test.each<{ view: ShellView | null; picture: string; state: string }>([
  { view: null, picture: 'away', state: 'Запускается…' },
  { view: idle, picture: 'ready', state: 'Готов' },
  { view: { ...idle, ready: false }, picture: 'busy', state: 'Не готов' },
  { view: { ...idle, registered: false }, picture: 'away', state: 'Телефон не подключён' },
  { view: ringing, picture: 'ringing', state: 'Входящий звонок' },
  { view: { ...idle, activity: 'dialling' }, picture: 'busy', state: 'Идёт набор' },
  { view: { ...idle, activity: 'talking' }, picture: 'busy', state: 'Идёт консультация' },
  { view: { ...idle, activity: 'talking', registered: false }, picture: 'away', state: 'Идёт консультация' },
  { view: { ...idle, activity: 'wrap-up' }, picture: 'busy', state: 'Оформление' },
  { view: { ...idle, mode: 'training' }, picture: 'ready', state: 'Учебная линия · Готов' },
])('«$state» is the picture «$picture», the tooltip and the head of the menu', ({ view, picture, state }) => {
  tray().show(view);
  expect(shown.image).toBe(`/icons/tray-${picture}.png`);
  expect(shown.toolTip).toBe(`Line15 · ${state}`);
  expect(shown.menu[0]).toEqual({ label: state, enabled: false });
});

test('the menu opens the console and quits; while it rings it answers that very call', () => {
  const icon = tray();
  icon.show(idle);
  expect(labels()).toEqual(['Готов', 'separator', 'Открыть консоль', 'separator', 'Выйти']);
  press('Открыть консоль');
  expect(actions.open).toHaveBeenCalledOnce();
  press('Выйти');
  expect(actions.quit).toHaveBeenCalledOnce();

  icon.show(ringing);
  expect(labels()).toEqual(['Входящий звонок', 'separator', 'Ответить', 'Открыть консоль', 'separator', 'Выйти']);
  press('Ответить');
  expect(actions.answer).toHaveBeenCalledExactlyOnceWith('c1');
});

test('the console’s language is the tray’s too, from its next state on; a service that is away changes none', () => {
  const texts = createI18n('ru');
  const icon = createTray(texts, (name) => name, actions);
  followLanguage(texts, { ...ringing, language: 'en' });
  icon.show(ringing);
  expect(shown.toolTip).toBe('Line15 · Incoming call');
  expect(labels()).toEqual(['Incoming call', 'separator', 'Answer', 'Open the console', 'separator', 'Quit']);
  followLanguage(texts, null);
  icon.show(null);
  expect(shown.toolTip).toBe('Line15 · Starting…');
  followLanguage(texts, idle);
  icon.show(idle);
  expect(labels()).toContain('Открыть консоль');
});

test('a click opens the console; before the first state the picture is that of nobody there', () => {
  tray();
  expect(shown.image).toBe('/icons/tray-away.png');
  shown.click();
  expect(actions.open).toHaveBeenCalledOnce();
});

test('a destroyed icon is left alone', () => {
  const icon = tray();
  icon.destroy();
  icon.show(idle);
  expect(shown.menu).toEqual([]);
});
