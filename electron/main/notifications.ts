import { Notification } from 'electron';
import type { i18n } from 'i18next';
import type { ShellView } from '../../shared/contract/shell.ts';

/**
 * Announces an incoming call outside the window: once per call, taken away when it stops ringing. A click shows the console.
 * @param hidden whether the consultant does not see the console now; when it is in front, it says all itself
 */
export function createCallNotice(
  texts: i18n,
  options: { icon: string; hidden: () => boolean; onClick: () => void; announced: (callId: string) => void },
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
      // The phone rings itself, on the device the consultant chose.
      silent: true,
    });
    notice.on('click', options.onClick);
    notice.show();
    options.announced(ringing.callId);
    shown = { callId: ringing.callId, notice };
  };
}

/** A caller chooses the name shown, and some desktops read markup in a notification. */
export function plain(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›').replaceAll('&', '＆');
}
