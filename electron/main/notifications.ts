import { Notification } from 'electron';
import type { i18n } from 'i18next';
import type { ShellView } from '../../shared/contract/shell.ts';

/** In the order of their buttons. */
const ACTIONS = ['answer', 'decline'] as const;

/**
 * Announces an incoming call outside the window: once per call, taken away when it stops ringing. A click shows the console; where the
 * system has actions (macOS, Windows), «Ответить» and «Отклонить» stand in it.
 * @param hidden whether the consultant does not see the console now; when it is in front, it says all itself
 */
export function createCallNotice(
  texts: i18n,
  options: {
    icon: string;
    hidden: () => boolean;
    onClick: () => void;
    onAnswer: (callId: string) => void;
    onDecline: (callId: string) => void;
    announced: (callId: string) => void;
  },
): (view: ShellView | null) => void {
  let shown: { callId: string; notice: Notification } | null = null;
  return (view) => {
    const ringing = view?.ringing ?? null;
    if (shown?.callId === ringing?.callId) return;
    shown?.notice.close();
    shown = null;
    if (!ringing || !options.hidden() || !Notification.isSupported()) return;
    const notice = new Notification({
      title: plain(texts.t('shell:notification.incoming', { title: ringing.title || texts.t('ui:phone.hidden') })),
      body: plain(ringing.body),
      icon: options.icon,
      urgency: 'critical',
      // Linux shows none, and a click is all there.
      actions: ACTIONS.map((action) => ({ type: 'button', text: texts.t(`shell:notification.${action}`) })),
      timeoutType: 'never',
      // The phone rings itself, on the device the consultant chose.
      silent: true,
    });
    const { callId } = ringing;
    notice.on('click', options.onClick);
    notice.on('action', (_event, index) => {
      if (ACTIONS[index] === 'answer') options.onAnswer(callId);
      if (ACTIONS[index] === 'decline') options.onDecline(callId);
    });
    notice.show();
    options.announced(callId);
    shown = { callId, notice };
  };
}

/** A caller chooses the name shown, and some desktops read markup in a notification. */
export function plain(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›').replaceAll('&', '＆');
}
