import classes from './key-hint.module.css';

/** The keys that do the same, «Shift F2»; for the eye only, the control's name stays what it is. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <kbd className={classes.key} aria-hidden>
      {keys}
    </kbd>
  );
}
