import type { ReactNode } from 'react';
import { cx } from './class-names.ts';
import classes from './inset.module.css';

type InsetProps = { role?: 'status'; refused?: boolean; className?: string | undefined; children: ReactNode };

/** A box that lies lower than what is around it: what is going on just now. `refused` tells of what came to nothing, at once. */
export function Inset({ role, refused, className, children }: InsetProps) {
  return (
    <div className={cx(classes.inset, refused && classes.refused, className)} role={refused ? 'alert' : role}>
      {children}
    </div>
  );
}
