import classes from './key-hint.module.css';

/** The keys that do the same, «Shift F2»; for the eye only, the control's name stays what it is. Without any there is nothing to see. */
export function KeyHint({ keys }: { keys: string }) {
  if (keys === '') return null;
  return (
    <kbd className={classes.key} aria-hidden>
      {keys}
    </kbd>
  );
}
