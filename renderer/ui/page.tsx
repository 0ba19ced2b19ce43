import type { ReactNode } from 'react';
import { cx } from './class-names.ts';
import classes from './page.module.css';

/** A page with one pane: a heading row with its actions, then the content, which scrolls. */
export function Page(props: { title: string; beside?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.page} aria-label={props.title}>
      <header className={classes.head}>
        <h1>{props.title}</h1>
        {props.beside}
        <span className={classes.grow} />
        {props.actions}
      </header>
      {props.children}
    </section>
  );
}

/** A page with a centre and a right pane; on a narrow window the right pane folds under the centre. */
export function TwoPanes({ centre, right, rightLabel }: { centre: ReactNode; right: ReactNode; rightLabel: string }) {
  return (
    <div className={classes.panes}>
      <section className={classes.centre}>{centre}</section>
      <aside className={classes.right} aria-label={rightLabel}>
        {right}
      </aside>
    </div>
  );
}

/** A box on the page: hairline, no second box inside. `flush` leaves the padding to its rows. */
export function Pane({ children, flush, className }: { children: ReactNode; flush?: boolean; className?: string }) {
  return <div className={cx(classes.pane, flush && classes.flush, className)}>{children}</div>;
}

/** Buttons in a row that wraps. */
export function Bar({ children, label, className }: { children: ReactNode; label?: string; className?: string }) {
  return (
    <div
      className={cx(classes.bar, className)}
      {...(label === undefined ? {} : { role: 'group', 'aria-label': label })}
    >
      {children}
    </div>
  );
}

/** Takes the free room in a bar. */
export function Grow() {
  return <span className={classes.grow} />;
}
