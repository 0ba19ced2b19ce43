import { UnstyledButton } from '@mantine/core';
import classes from './events.module.css';

/** Ready words for a reason: a press puts them into the field. */
export function Suggestions({ texts, onTake }: { texts: readonly string[]; onTake: (text: string) => void }) {
  return (
    <div className={classes.suggestions}>
      {texts.map((text) => (
        <UnstyledButton key={text} className={classes.suggestion} onClick={() => onTake(text)}>
          {text}
        </UnstyledButton>
      ))}
    </div>
  );
}
