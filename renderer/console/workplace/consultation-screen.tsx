import { useTranslation } from 'react-i18next';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import { TwoPanes } from '../../ui/index.ts';
import { CardOrHistory } from '../history/card-or-history.tsx';
import { useSnapshot } from '../store/context.tsx';
import { AfterCall } from './after-call.tsx';
import { CallRow } from './call-row.tsx';
import { Comment } from './comment.tsx';
import { DiallingControls, DiallingTimer } from './dialling.tsx';
import { EndedTimer } from './ended-timer.tsx';
import { TalkControls } from './talk-controls.tsx';
import { TalkTimer } from './talk-timer.tsx';

/**
 * «Рабочее место» with a consultation, from dialling to closing. The same four places in every phase: the row above, the timer, the
 * buttons, the comment; so the timer never moves.
 */
export function ConsultationScreen() {
  const { t } = useTranslation('card');
  const consultation = useSnapshot((snapshot) => snapshot.consultation);
  if (consultation === null) return null;
  return (
    <TwoPanes
      rightLabel={t(consultation.direction === 'outgoing' ? 'titleOutgoing' : 'title')}
      centre={
        <>
          <CallRow consultation={consultation} />
          <Phase consultation={consultation} />
          <Comment consultation={consultation} />
        </>
      }
      right={<CardOrHistory key={consultation.id} consultation={consultation} />}
    />
  );
}

/** Timer and buttons of the phase. */
function Phase({ consultation }: { consultation: ConsultationView }) {
  const call = useSnapshot((snapshot) => snapshot.call);
  const { phase, clock } = consultation;
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
