import { useEffect } from 'react';
import { isTyping } from '../card/focus.ts';

/** Where the focus goes when what had it is gone: the next action, else the first button that can be pressed; what is drawn unseen is neither. */
const NEXT = ['main [data-variant="filled"]:not(:disabled)', 'main button:not(:disabled)'];

/** How long Enter and Space do nothing after a text has gone from under the fingers: they were meant for it. */
const MEANT_FOR_TEXT_MS = 500;

/**
 * Keeps the focus on the screen: when what had it leaves (a call ends, a consultation is closed) or can no longer be pressed, the screen's
 * next action has it, so that the keyboard goes on from there. What somebody left by a click into the empty stays left. A text that goes away
 * while it is being typed into (it rings, the wrap-up runs out) hands the focus to no action: the next letters would press it.
 */
export function useKeepFocus(): void {
  useEffect(() => {
    let last: Element | null = null;
    /** The last key wrote into the text that has the focus; a command (Enter, Esc, an F-key, a chord) is no typing. */
    let typing = false;
    let textGoneAt = -Infinity;
    /** Whether a text has gone from under the fingers just now. */
    const textGoes = (): boolean => {
      if (!typing || last === null || isShown(last)) return false;
      typing = false;
      textGoneAt = performance.now();
      return true;
    };
    const remember = ({ target }: FocusEvent) => {
      textGoes();
      if (!(target instanceof Element)) return;
      if (target !== last) typing = false;
      last = target;
    };
    const wrote = () => {
      typing = isTyping();
    };
    const onKey = (event: KeyboardEvent) => {
      textGoes();
      const isPress = event.key === 'Enter' || event.key === ' ';
      if (isPress && !isTyping() && performance.now() - textGoneAt < MEANT_FOR_TEXT_MS) {
        event.preventDefault();
        event.stopImmediatePropagation();
      } else if (isCommand(event)) typing = false;
    };
    const look = () => {
      const active = document.activeElement;
      const lost = active === null || active === document.body || active.matches(':disabled');
      if (!lost || last === null || isThere(last)) return;
      const next = (textGoes() ? ['main'] : NEXT).flatMap((selector) => [
        ...document.querySelectorAll<HTMLElement>(selector),
      ]);
      next.find(isThere)?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled', 'style'],
    });
    document.addEventListener('focusin', remember);
    document.addEventListener('input', wrote);
    // Before the console's own keys.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', remember);
      document.removeEventListener('input', wrote);
      window.removeEventListener('keydown', onKey, { capture: true });
    };
  }, []);
}

const isShown = (element: Element): boolean => element.isConnected && element.checkVisibility();

const isCommand = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  ctrlKey || altKey || metaKey || key === 'Enter' || key === 'Escape' || /^F\d+$/.test(key);

const isThere = (element: Element): boolean => isShown(element) && !element.matches(':disabled');
