import type { ReactNode } from 'react';
import { Ring } from './ring.tsx';
import type { StageTone } from './stage.ts';
import classes from './timer.module.css';

/** The one fixed point of the day: a ring, a word for the state, the biggest number on the screen, two quiet lines. */
export function TimerFrame(props: {
  tone: StageTone;
  /** The word's own colour where the ring shows something else than a stage. */
  wordTone?: StageTone;
  word: string;
  big: ReactNode;
  line: ReactNode;
  second?: ReactNode;
  /** What the ring shows emptying; null: nothing runs. */
  ring: { fullAt: number; emptyAt: number } | null;
}) {
  return (
    <div className={classes.timer} data-stage={props.tone}>
      <Ring span={props.ring} />
      <div className={classes.texts}>
        <div className={classes.word} data-tone={props.wordTone} title={props.word}>
          {props.word}
        </div>
        <div className={classes.big}>{props.big}</div>
        <div className={classes.line}>{props.line}</div>
        <div className={classes.line}>{props.second}</div>
      </div>
    </div>
  );
}
