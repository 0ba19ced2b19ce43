import { IconPhoneIncoming } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsultationClock } from '../../shared/contract/clock.ts';
import type { CallView } from '../../shared/contract/desk.ts';
import { formatMmSs, remainingMs, stageAt } from '../../shared/regulation/consultation-clock.ts';
import { useSnapshot } from '../console/store/context.tsx';
import { Ring } from '../console/workplace/ring.tsx';
import { STAGE_TONE, stageWords, type StageTone } from '../console/workplace/stage.ts';
import { LiveDuration, StatePill, useLive } from '../ui/index.ts';
import { drawWindow } from './draw-window.ts';
import { AnswerButton, CallButtons } from './mini-buttons.tsx';
import classes from './mini.module.css';
import { Who } from './mini-who.tsx';

/** The call in one card: who, the time left with its stage, and what the hand needs at once. It can be taken by any part but the buttons. */
export function MiniCall() {
  const { t } = useTranslation('mini');
  const [draw] = useState(drawWindow);
  const [ending, setEnding] = useState(false);
  const call = useSnapshot((snapshot) => snapshot.call);
  const clock = useSnapshot(({ consultation }) => (consultation?.phase === 'talking' ? consultation.clock : null));
  const second = useSnapshot((snapshot) => snapshot.secondCall);
  const tone = useLive((now): StageTone => (clock === null ? 'quiet' : STAGE_TONE[stageAt(clock, now)]));
  const rings = call?.phase === 'ringing';
  return (
    <main className={classes.mini} data-stage={tone} aria-label={t('title')} {...draw}>
      <div className={classes.top}>
        <Who />
        {second !== null && <SecondCall call={second} />}
      </div>
      <div className={classes.row}>
        {rings ? <IconPhoneIncoming size={40} className={classes.rings} aria-hidden /> : <Emptying clock={clock} />}
        <div className={classes.texts}>
          <div className={classes.big}>{call === null ? '–' : <Time call={call} clock={clock} />}</div>
          <div className={ending ? classes.ending : classes.word}>
            {ending ? t('endHint') : <Word call={call} clock={clock} />}
          </div>
        </div>
        {call !== null && (rings ? <AnswerButton /> : <CallButtons call={call} onEnding={setEnding} />)}
      </div>
    </main>
  );
}

function Emptying({ clock }: { clock: ConsultationClock | null }) {
  const span = clock && { fullAt: clock.limitAt - clock.limitMs / clock.scale, emptyAt: clock.limitAt };
  return (
    <div className={classes.ring}>
      <Ring span={span} />
    </div>
  );
}

/** Time left of a consultation; of any other call, how long it has been. */
function Time({ call, clock }: { call: CallView; clock: ConsultationClock | null }) {
  const { t } = useTranslation('workplace');
  const left = useLive((now) => (clock === null ? '' : formatMmSs(remainingMs(clock, now), 'up')));
  if (clock === null) return <LiveDuration since={call.answeredAt ?? call.startedAt} />;
  return (
    <span role="timer" aria-label={t('timer.label')}>
      {left}
    </span>
  );
}

/** What must not be forgotten or is wrong comes before the stage; near the end the stage comes first. */
function Word({ call, clock }: { call: CallView | null; clock: ConsultationClock | null }): ReactNode {
  const { t } = useTranslation(['mini', 'workplace']);
  const { t: w } = useTranslation('workplace');
  const stage = useLive((now) => (clock === null ? null : stageAt(clock, now)));
  if (call === null) return t('noCall');
  if (call.phase === 'ringing') return t('workplace:ringing.incoming');
  if (call.phase === 'dialling') return t('workplace:outgoing.dialling');
  if (!call.connected) return t('away');
  const words = clock === null || stage === null ? t('talking') : stageWords(w, stage, clock);
  const mark = call.held ? t('held') : call.muted ? t('muted') : null;
  if (mark === null) return words;
  return stage === null || stage === 'calm' ? mark : `${words} · ${mark}`;
}

function SecondCall({ call }: { call: CallView }) {
  const { t } = useTranslation('workplace');
  return (
    <span className={classes.second} role="status">
      <StatePill tone="warn" title={call.number.raw}>
        {t('second.title')}
      </StatePill>
    </span>
  );
}
