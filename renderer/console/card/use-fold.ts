import { useEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { WANTED } from './focus.ts';

/** Whether a complete card shows one line, and what holds its fields. */
export interface Fold {
  readonly folded: boolean;
  /** The element around the fields: hidden while folded. */
  readonly fields: RefObject<HTMLDivElement | null>;
  toggle(): void;
}

/**
 * A complete card folds by itself once the cursor has left it, never while somebody types in it; opened by hand, or by a key that leads into
 * it, it stays open until it is folded by hand or something is missing again.
 */
export function useFold(complete: boolean): Fold {
  const fields = useRef<HTMLDivElement>(null);
  const [inside, setInside] = useState(false);
  const [opened, setOpened] = useState(false);
  if (!complete && opened) setOpened(false);
  useEffect(() => {
    const element = fields.current;
    const enter = () => setInside(true);
    const leave = ({ relatedTarget }: FocusEvent) => {
      // To nowhere: the window lost the focus, or a list is being opened; the cursor has not gone on.
      if (relatedTarget instanceof Node && element?.contains(relatedTarget) !== true) setInside(false);
    };
    const show = () => flushSync(() => setOpened(true));
    setInside(element?.contains(document.activeElement) === true);
    element?.addEventListener('focusin', enter);
    element?.addEventListener('focusout', leave);
    element?.addEventListener(WANTED, show);
    return () => {
      element?.removeEventListener('focusin', enter);
      element?.removeEventListener('focusout', leave);
      element?.removeEventListener(WANTED, show);
    };
  }, []);
  const folded = complete && !inside && !opened;
  return {
    folded,
    fields,
    toggle: () => {
      setInside(false);
      setOpened(folded);
    },
  };
}
