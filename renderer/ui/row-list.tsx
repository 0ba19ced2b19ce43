import type { ReactNode } from 'react';
import { cx } from './class-names.ts';
import classes from './row-list.module.css';

/** A list with a hairline around it and between its rows, which are `li`. */
export function RowList({
  label,
  className,
  children,
}: {
  label?: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <ul className={cx(classes.list, className)} aria-label={label}>
      {children}
    </ul>
  );
}
