import { useEffect } from 'react';
import { isTyping } from '../card/focus.ts';
import { useActions } from '../commands.ts';
import { useDesk, usePlace } from '../store/context.tsx';
import { commandOf, type KeyCommand } from './keymap.ts';

/** Candidates are taken by their place in the list the card shows; the card marks each with this attribute. */
const CANDIDATE = 'data-candidate';

/** Binds the console's keys for as long as it is shown. */
export function useKeys(openPalette: () => void): void {
  const actions = useActions();
  const desk = useDesk();
  const place = usePlace();
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
      'candidate-1': () => takeCandidate(1),
      'candidate-2': () => takeCandidate(2),
      'candidate-3': () => takeCandidate(3),
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.repeat) return;
      if (answersByEnter(event, desk.store.getState().snapshot?.call?.phase === 'ringing')) {
        event.preventDefault();
        actions.answer();
        return;
      }
      const command = commandOf(event);
      // The booking form is a dialog of its own: its Ctrl+Enter saves, and the card behind it stays as it is.
      if (command === null || (command === 'close' && place.store.getState().booking !== null)) return;
      // The page's search, the browser's own F-keys: ours only while they mean something here.
      if (command === 'search' && !desk.store.getState().snapshot?.consultation) return;
      event.preventDefault();
      run[command]();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [actions, desk, place, openPalette]);
}

/** Plain Enter answers while it rings, unless somebody types or stands on one of the call's own buttons. */
function answersByEnter(event: KeyboardEvent, ringing: boolean): boolean {
  if (!ringing || event.ctrlKey || event.shiftKey || event.altKey || event.metaKey) return false;
  if (event.code !== 'Enter' && event.code !== 'NumpadEnter') return false;
  // Enter belongs to whatever is open or stood on; only a button of the page behind gives way.
  const taken = '[data-ringing], [role="dialog"], [role="menu"], [role="listbox"]';
  return !isTyping() && !(event.target instanceof Element && event.target.closest(taken) !== null);
}

/** An open list of search answers lies over the card's own candidates, so it is meant first, wherever it stands in the document. */
function takeCandidate(place: number): void {
  const marked = `[${CANDIDATE}="${place}"]`;
  const found = document.querySelector<HTMLElement>(`[role="option"]${marked}`);
  (found ?? document.querySelector<HTMLElement>(marked))?.click();
}
