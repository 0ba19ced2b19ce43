import { useLive } from '../../ui/index.ts';
import classes from './timer.module.css';

const RADIUS = 74;
const LENGTH = 2 * Math.PI * RADIUS;

/**
 * What is left of a span of time as a ring that empties. It moves with the digits, once a second: a dash moved by a CSS animation is painted
 * by the main thread sixty times a second, for a step of half a pixel, and the main thread is the phone's too in a browser.
 */
export function Ring({ span }: { span: { fullAt: number; emptyAt: number } | null }) {
  return (
    <svg viewBox="0 0 168 168" className={classes.ring} aria-hidden>
      <circle className={classes.track} cx="84" cy="84" r={RADIUS} />
      {span !== null && <Left {...span} />}
    </svg>
  );
}

function Left({ fullAt, emptyAt }: { fullAt: number; emptyAt: number }) {
  const leftMs = useLive((now) => Math.ceil((emptyAt - now) / 1_000) * 1_000);
  const gone = 1 - Math.min(1, Math.max(0, leftMs / (emptyAt - fullAt)));
  return (
    <circle
      className={classes.left}
      cx="84"
      cy="84"
      r={RADIUS}
      strokeDasharray={LENGTH}
      strokeDashoffset={LENGTH * gone}
    />
  );
}
