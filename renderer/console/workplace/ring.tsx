import { useMemo } from 'react';
import { useLiveClock } from '../../ui/index.ts';
import classes from './timer.module.css';

const RADIUS = 74;
const LENGTH = 2 * Math.PI * RADIUS;

/**
 * What is left of a span of time as a ring that empties by one CSS animation, begun in the past by a negative delay; a new end (a grant)
 * begins it anew from where it stands.
 */
export function Ring({ span }: { span: { fullAt: number; emptyAt: number } | null }) {
  return (
    <svg viewBox="0 0 168 168" className={classes.ring} aria-hidden>
      <circle className={classes.track} cx="84" cy="84" r={RADIUS} />
      {span !== null && <Left key={`${span.fullAt} ${span.emptyAt}`} {...span} />}
    </svg>
  );
}

function Left({ fullAt, emptyAt }: { fullAt: number; emptyAt: number }) {
  const clock = useLiveClock();
  const style = useMemo(
    () => ({
      strokeDasharray: LENGTH,
      '--ring-length': `${LENGTH}`,
      animationDuration: `${emptyAt - fullAt}ms`,
      animationDelay: `${fullAt - clock.now()}ms`,
    }),
    [clock, fullAt, emptyAt],
  );
  return <circle className={classes.left} cx="84" cy="84" r={RADIUS} style={style} data-progress />;
}
