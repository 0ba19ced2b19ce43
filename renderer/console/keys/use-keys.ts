import { useEffect } from 'react';
import { isTyping } from '../card/focus.ts';
import { takeMarked } from '../card/take-marked.ts';
import { useActions } from '../commands.ts';
import { useDesk, usePlace } from '../store/context.tsx';
import type { KeyCommand } from '../../../shared/contract/keys.ts';
import { commandOf } from './keymap.ts';
import { useKeymap } from './use-keymap.ts';

/** Binds the console's keys for as long as it is shown. */
export function useKeys(openPalette: () => void): void {
  const actions = useActions();
  const desk = useDesk();
  const place = usePlace();
  const keymap = useKeymap();
  useEffect(() => {
    const run: Record<KeyCommand, () => void> = {
      answer: actions.answer,
      end: actions.end,
      hold: actions.hold,
      mute: actions.mute,
      book: actions.book,
      'next-event': actions.nextEvent,
      search: actions.search,
      close: actions.close,
      palette: openPalette,
      help: place.openHelp,
      'candidate-1': () => takeMarked(1),
      'candidate-2': () => takeMarked(2),
      'candidate-3': () => takeMarked(3),
      'take-saying': () => document.querySelector<HTMLElement>('[data-say-take]')?.click(),
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.repeat) return;
      if (answersByEnter(event, desk.store.getState().snapshot?.call?.phase === 'ringing')) {
        event.preventDefault();
        actions.answer();
        return;
      }
      const command = asksForHelp(event) ? 'help' : commandOf(keymap, event);
      // The booking form is a dialog of its own: its Ctrl+Enter saves, and the card behind it stays as it is.
      if (command === null || (command === 'close' && place.store.getState().booking !== null)) return;
      // The page's search, the browser's own F-keys: ours only while they mean something here.
      if (command === 'search' && !desk.store.getState().snapshot?.consultation) return;
      event.preventDefault();
      run[command]();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [actions, desk, place, keymap, openPalette]);
}

/** Plain Enter answers while it rings, unless somebody types or stands on one of the call's own buttons. */
function answersByEnter(event: KeyboardEvent, ringing: boolean): boolean {
  if (!ringing || event.ctrlKey || event.shiftKey || event.altKey || event.metaKey) return false;
  if (event.code !== 'Enter' && event.code !== 'NumpadEnter') return false;
  // Enter belongs to whatever is open or stood on; only a button of the page behind gives way.
  const taken = '[data-ringing], [role="dialog"], [role="menu"], [role="listbox"]';
  return !isTyping() && !(event.target instanceof Element && event.target.closest(taken) !== null);
}

/** «?» asks what may be done now, by whatever keys a layout writes it, unless it is being typed into a text. */
function asksForHelp(event: KeyboardEvent): boolean {
  return event.key === '?' && !event.ctrlKey && !event.altKey && !event.metaKey && !isTyping();
}
