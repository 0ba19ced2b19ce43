import { useTranslation } from 'react-i18next';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import { TwoPanes } from '../../ui/index.ts';
import { CardOrHistory } from '../history/card-or-history.tsx';
import { useSnapshot } from '../store/context.tsx';
import { AfterCall } from './after-call.tsx';
import { CallFoot } from './call-foot.tsx';
import classes from './call-head.module.css';
import { CallRow } from './call-row.tsx';
import { Comment } from './comment.tsx';
import { DiallingControls, DiallingTimer } from './dialling.tsx';
import { EndedTimer } from './ended-timer.tsx';
import { Cardless, ServiceControls, ServiceTimer } from './service-talk.tsx';
import { TalkControls } from './talk-controls.tsx';
import { TalkTimer } from './talk-timer.tsx';

/**
 * «Рабочее место» with a consultation, from dialling to closing. The same four places in every phase: the row above, the timer, the
 * buttons, the comment; so the timer never moves, and only what is under the buttons scrolls.
 */
export function ConsultationScreen() {
  const { t } = useTranslation('card');
  const { t: between } = useTranslation('between');
  const consultation = useSnapshot((snapshot) => snapshot.consultation);
  if (consultation === null) return null;
  const isService = consultation.kind === 'service';
  return (
    <TwoPanes
      rightLabel={
        isService ? between('service.cardless') : t(consultation.direction === 'outgoing' ? 'titleOutgoing' : 'title')
      }
      head={
        <div className={classes.head} data-call-head>
          <CallRow consultation={consultation} />
          <Phase consultation={consultation} />
        </div>
      }
      centre={
        <>
          <CallFoot consultation={consultation} />
          <Comment consultation={consultation} />
        </>
      }
      right={isService ? <Cardless /> : <CardOrHistory key={consultation.id} consultation={consultation} />}
    />
  );
}

/** Timer and buttons of the phase. */
function Phase({ consultation }: { consultation: ConsultationView }) {
  const call = useSnapshot((snapshot) => snapshot.call);
  const { phase, clock, kind } = consultation;
  if (kind === 'service' && phase === 'talking' && call !== null)
    return (
      <>
        <ServiceTimer call={call} />
        <ServiceControls call={call} />
      </>
    );
  switch (phase) {
    case 'dialling':
    case 'waiting':
      return (
        <>
          <DiallingTimer consultation={consultation} />
          <DiallingControls consultation={consultation} />
        </>
      );
    case 'talking':
      return (
        <>
          {clock !== null && <TalkTimer clock={clock} />}
          {call !== null && <TalkControls call={call} consultation={consultation} />}
        </>
      );
    case 'wrap-up':
    case 'interrupted':
      return (
        <>
          <EndedTimer consultation={consultation} />
          <AfterCall consultation={consultation} />
        </>
      );
  }
}
