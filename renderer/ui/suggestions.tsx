import { UnstyledButton } from '@mantine/core';
import classes from './suggestions.module.css';

/** Ready words for a reason: a press puts them into the field. */
export function Suggestions({ texts, onTake }: { texts: readonly string[]; onTake: (text: string) => void }) {
  return (
    <div className={classes.list}>
      {texts.map((text) => (
        <UnstyledButton key={text} className={classes.one} onClick={() => onTake(text)}>
          {text}
        </UnstyledButton>
      ))}
    </div>
  );
}
