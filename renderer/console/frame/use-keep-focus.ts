import { useEffect } from 'react';

/** Where the focus goes when what had it is gone: the next action, else the first button that can be pressed. */
const NEXT = ['main [data-variant="filled"]:not(:disabled)', 'main button:not(:disabled)'];

/**
 * Keeps the focus on the screen: when what had it leaves (a call ends, a consultation is closed) or can no longer be pressed, the screen's
 * next action has it, so that the keyboard goes on from there. What somebody left by a click into the empty stays left.
 */
export function useKeepFocus(): void {
  useEffect(() => {
    let last: Element | null = null;
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof Element) last = target;
    };
    const look = () => {
      const active = document.activeElement;
      const lost = active === null || active === document.body || active.matches(':disabled');
      if (!lost || last === null || (last.isConnected && !last.matches(':disabled'))) return;
      const next = NEXT.map((selector) => document.querySelector<HTMLElement>(selector)).find(
        (found) => found !== null,
      );
      next?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled'],
    });
    document.addEventListener('focusin', remember);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', remember);
    };
  }, []);
}
