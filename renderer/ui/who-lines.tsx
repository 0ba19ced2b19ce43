import type { ReactNode } from 'react';
import { cx } from './class-names.ts';
import classes from './who-lines.module.css';

/** Who somebody is, in two lines at most, and smaller what else is known of them; both whole on hover. What is `below` may be ''. */
export function WhoLines(props: { who: string; below: string; isNumber?: boolean; children?: ReactNode }) {
  const { who, below } = props;
  return (
    <div className={classes.lines}>
      <div className={cx(classes.who, props.isNumber && 'num')} title={who}>
        {who}
      </div>
      {below !== '' && (
        <div className="small dim ellipsis" title={below}>
          {below}
        </div>
      )}
      {props.children}
    </div>
  );
}
