import type { ShellView } from '../../shared/contract/shell.ts';

/** What the system shows of a program that wants to be looked at. */
export interface AttentionSigns {
  /** A number on the program's icon (macOS, some desktops of Linux); 0: none. */
  badge(count: number): void;
  /** A small picture over the taskbar's button (Windows); false: none. */
  overlay(shown: boolean): void;
  /** The taskbar's button, or the dock's icon, asks to be looked at. */
  flash(on: boolean): void;
}

export interface Attention {
  show(view: ShellView | null): void;
  /** This call was declined by hand: it is no missed one. */
  handled(callId: string): void;
  /** The console came to the front: all is seen. */
  seen(): void;
}

/**
 * Asks for a look while it rings and nobody looks at the console, and counts the calls that rang unseen and were not answered, until the
 * console is in front again.
 * @param options.unseen whether the console is not in front
 */
export function createAttention({ signs, unseen }: { signs: AttentionSigns; unseen: () => boolean }): Attention {
  let ringing: string | null = null;
  let handled: string | null = null;
  let missed = 0;
  let shown = '';

  function tell(): void {
    const rings = ringing !== null && unseen();
    const count = missed + (rings ? 1 : 0);
    const now = `${count} ${rings}`;
    if (now === shown) return;
    shown = now;
    signs.badge(count);
    signs.overlay(count > 0);
    signs.flash(rings);
  }

  return {
    show(view) {
      // While the service is away nothing is known: what rings goes on ringing.
      if (view === null) return;
      const now = view.ringing?.callId ?? null;
      const over = ringing !== null && now !== ringing && ringing !== handled;
      if (over && unseen() && view.activity !== 'talking') missed += 1;
      ringing = now;
      tell();
    },
    handled: (callId) => void (handled = callId),
    seen() {
      missed = 0;
      tell();
    },
  };
}
