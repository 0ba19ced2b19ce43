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

/**
 * A page with a centre and a right pane; on a narrow window the right pane folds under the centre.
 * @param props.head what stays in sight over the centre while the rest scrolls; on a narrow or low window it spans both
 */
export function TwoPanes(props: { head?: ReactNode; centre?: ReactNode; right: ReactNode; rightLabel: string }) {
  const { head, centre, right, rightLabel } = props;
  return (
    <div className={cx(classes.panes, head !== undefined && classes.headed)}>
      {head !== undefined && <div className={classes.stays}>{head}</div>}
      <div className={classes.below}>
        <section className={classes.centre}>{centre}</section>
        <aside className={classes.right} aria-label={rightLabel}>
          {right}
        </aside>
      </div>
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
