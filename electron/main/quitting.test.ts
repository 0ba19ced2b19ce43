import { EventEmitter } from 'node:events';
import { beforeEach, expect, test, vi } from 'vitest';
import { createI18n } from '../../shared/i18n/i18n.ts';
import type { ShellView } from '../../shared/contract/shell.ts';

const asked = vi.hoisted(() => ({ times: 0, answer: 0, buttons: [] as string[] }));
vi.mock('electron', () => ({
  dialog: {
    showMessageBox: ({ buttons }: { buttons: string[] }) => {
      asked.times += 1;
      asked.buttons = buttons;
      return Promise.resolve({ response: asked.answer });
    },
  },
}));
const { arrangeQuitting } = await import('./quitting.ts');
const { followLanguage } = await import('./language.ts');

const STAY = 0;
const LEAVE = 1;
const view = (activity: ShellView['activity'], registered = true): ShellView => ({
  mode: 'work',
  activity,
  ready: true,
  registered,
  ringing: null,
  desktop: { miniWindow: true, globalKeys: false, phoneLinks: false },
  language: 'ru',
});

class FakeApp extends EventEmitter {
  quits = 0;
  exits = 0;
  quit() {
    this.quits += 1;
    this.emit('before-quit');
  }
  exit() {
    this.exits += 1;
  }
}

class FakeWindow extends EventEmitter {
  hidden = false;
  hide() {
    this.hidden = true;
  }
  /** What pressing the window's cross does; whether it was allowed to close. */
  close(): boolean {
    let prevented = false;
    this.emit('close', { preventDefault: () => void (prevented = true) });
    return !prevented;
  }
}

function arrange(current: ShellView | null) {
  const app = new FakeApp();
  const window = new FakeWindow();
  const finish = vi.fn(() => Promise.resolve());
  const texts = createI18n('ru');
  const quitting = arrangeQuitting(app, { texts, view: () => current, window: () => null, finish });
  quitting.guardWindow(window);
  return { app, window, finish, quitting, texts };
}

beforeEach(() => void Object.assign(asked, { times: 0, answer: STAY }));

test('while the phone is registered the window closes to the tray', () => {
  const { app, window } = arrange(view('idle'));
  expect(window.close()).toBe(false);
  expect(window.hidden).toBe(true);
  expect(app.quits).toBe(0);
});

test('a call that lost its registration keeps the program too', () => {
  const { window } = arrange(view('talking', false));
  window.close();
  expect(window.hidden).toBe(true);
});

test('without a registration closing the window ends the program', async () => {
  const { app, window } = arrange(view('idle', false));
  window.close();
  await vi.waitFor(() => expect(app.quits).toBe(1));
  expect(window.close()).toBe(true);
});

test('quitting in a call asks first, and may be taken back', async () => {
  const { app, quitting, texts } = arrange(view('talking'));
  await quitting.ask();
  expect(asked.times).toBe(1);
  expect(asked.buttons).toEqual(['Остаться', 'Завершить разговор и выйти']);
  expect(app.quits).toBe(0);
  asked.answer = LEAVE;
  followLanguage(texts, { ...view('talking'), language: 'en' });
  await quitting.ask();
  expect(asked.buttons).toEqual(['Stay', 'End the call and quit']);
  expect(app.quits).toBe(1);
});

test('without a call it does not ask', async () => {
  const { app, quitting } = arrange(view('wrap-up'));
  await quitting.ask();
  expect(asked.times).toBe(0);
  expect(app.quits).toBe(1);
});

test('the end waits until the service has closed its databases', async () => {
  const { app, finish } = arrange(null);
  const prevented = vi.fn();
  app.emit('will-quit', { preventDefault: prevented });
  expect(prevented).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(app.exits).toBe(1));
  expect(finish).toHaveBeenCalledOnce();
});
