import type { ReactNode } from 'react';
import { cx } from '../../ui/index.ts';
import classes from './panel-body.module.css';

/** What a side panel holds under its heading; it scrolls. `--gap` of a class stands its parts closer or farther. */
export function PanelBody({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return <div className={cx(classes.body, className)}>{children}</div>;
}
