import { CloseButton } from '@mantine/core';
import { useMergedRef } from '@mantine/hooks';
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import classes from './side-panel.module.css';

export type SidePanelProps = {
  title: string;
  /** The name of the button that closes it; without one it stays as long as it is needed. */
  closing?: { label: string; close(): void };
  panel?: Ref<HTMLElement>;
  onKeyDown?(event: KeyboardEvent): void;
  children: ReactNode;
};

/**
 * A panel over the right pane, so that neither timer nor comment is covered while one talks; on a narrow window without a call it stands under the screen.
 * Not modal: a call can be answered beside it. A focus that is in the panel goes back to where it was when it closes.
 */
export function SidePanel({ title, closing, panel, onKeyDown, children }: SidePanelProps) {
  const own = useRef<HTMLElement>(null);
  const ref = useMergedRef(own, panel);
  const hadFocus = useRef(false);
  // Looked at before the panel leaves the document, and the focus with it.
  useLayoutEffect(() => () => void (hadFocus.current = own.current?.contains(document.activeElement) ?? false), []);
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (hadFocus.current && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <section
      ref={ref}
      role="dialog"
      aria-label={title}
      className={classes.panel}
      data-side-panel
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) closing?.close();
        onKeyDown?.(event);
      }}
    >
      <div className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        {closing !== undefined && <CloseButton aria-label={closing.label} onClick={closing.close} />}
      </div>
      {children}
    </section>
  );
}
