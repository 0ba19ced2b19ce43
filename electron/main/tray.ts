import { Menu, Tray, nativeImage, type MenuItemConstructorOptions } from 'electron';
import type { i18n } from 'i18next';
import type { ShellView } from '../../shared/contract/shell.ts';

/** What the tray's menu does. */
export interface TrayActions {
  open(): void;
  answer(callId: string): void;
  quit(): void;
}

export interface TrayIcon {
  /** null: the service is not there yet. */
  show(view: ShellView | null): void;
  destroy(): void;
}

/**
 * The icon beside the clock: a picture, a name and a menu for the consultant's state.
 * @param icon gives the file of a picture by its name (build/icons)
 */
export function createTray(texts: i18n, icon: (name: string) => string, actions: TrayActions): TrayIcon {
  const tray = new Tray(image('away'));
  tray.on('click', actions.open);

  function image(name: TrayPicture) {
    return nativeImage.createFromPath(icon(`tray-${name}.png`));
  }

  return {
    show(view) {
      if (tray.isDestroyed()) return;
      tray.setImage(image(trayPicture(view)));
      tray.setToolTip(texts.t('shell:tray.tooltip', { state: stateText(texts, view) }));
      tray.setContextMenu(Menu.buildFromTemplate(menu(texts, view, actions)));
    },
    destroy: () => tray.destroy(),
  };
}

type TrayPicture = 'ready' | 'busy' | 'ringing' | 'away';

/** Which picture says the state: colour and shape both differ. */
export function trayPicture(view: ShellView | null): TrayPicture {
  if (view === null || !view.registered) return 'away';
  if (view.activity === 'ringing') return 'ringing';
  return view.activity === 'idle' && view.ready ? 'ready' : 'busy';
}

/** The state in words: «Учебная линия · Готов». */
export function stateText({ t }: i18n, view: ShellView | null): string {
  if (view === null) return t('shell:tray.starting');
  const state = () => {
    if (view.activity === 'idle') {
      if (!view.registered) return t('shell:tray.noPhone');
      return view.ready ? t('shell:tray.ready') : t('shell:tray.notReady');
    }
    return t(`shell:tray.${view.activity === 'wrap-up' ? 'wrapUp' : view.activity}`);
  };
  return view.mode === 'training' ? `${t('shell:tray.training')} · ${state()}` : state();
}

function menu(texts: i18n, view: ShellView | null, actions: TrayActions): MenuItemConstructorOptions[] {
  const { t } = texts;
  const ringing = view?.ringing;
  return [
    { label: stateText(texts, view), enabled: false },
    { type: 'separator' },
    ...(ringing ? [{ label: t('shell:tray.answer'), click: () => actions.answer(ringing.callId) }] : []),
    { label: t('shell:tray.open'), click: actions.open },
    { type: 'separator' },
    { label: t('shell:tray.quit'), click: actions.quit },
  ];
}
