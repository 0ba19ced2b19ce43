import { Button } from '@mantine/core';
import { IconCalendarPlus, IconCircleCheck, IconPhone, IconPhonePlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import { LEAST_LEFT_TO_REDIAL_MS } from '../../../shared/regulation/consultation-clock.ts';
import { Bar, cx, runningTime, useLive } from '../../ui/index.ts';
import { useActions } from '../commands.ts';
import { KeyOf } from '../keys/key-of.tsx';
import { useSnapshot } from '../store/context.tsx';
import { leftMs, offerAfterCall, type Offer } from './after-call-offer.ts';
import classes from './controls.module.css';
import { MissingLine } from './missing-line.tsx';
import { callWaits } from './mode.ts';

/** The buttons after a call: the next thing filled and first, the others quiet. */
export function AfterCall({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTranslation('workplace');
  const waits = useSnapshot(callWaits);
  const offer = useLive((now) => offerAfterCall(consultation, now));
  const others: Offer[] = ['close', 'book', 'redial'];
  const order = [offer, ...others.filter((other) => other !== offer)];
  return (
    <div className={cx(classes.controls, classes.wide)} role="group" aria-label={t('call.controls')}>
      <Bar>
        {order.map((which) => (
          <OfferButton key={which} which={which} main={which === offer} quiet={waits} consultation={consultation} />
        ))}
        <Note consultation={consultation} offer={offer} />
      </Bar>
    </div>
  );
}

function OfferButton(props: { which: Offer; main: boolean; quiet: boolean; consultation: ConsultationView }) {
  const { t } = useTranslation('workplace');
  const actions = useActions();
  const variant = props.main && !props.quiet ? 'filled' : 'default';
  switch (props.which) {
    case 'close':
      return (
        <Button
          variant={variant}
          leftSection={<IconCircleCheck size={18} aria-hidden />}
          rightSection={<KeyOf command="close" />}
          onClick={actions.close}
        >
          {t('wrapUp.close')}
        </Button>
      );
    case 'book':
      return (
        <Button
          variant={variant}
          leftSection={<IconCalendarPlus size={18} aria-hidden />}
          rightSection={<KeyOf command="book" />}
          onClick={actions.book}
        >
          {t('call.bookEvent')}
        </Button>
      );
    case 'redial':
      return <RedialButton variant={variant} {...props} />;
  }
}

/** «Перезвонить»: goes on after a technical cut, is a consultation of its own at the limit. */
function RedialButton(props: { variant: string; main: boolean; consultation: ConsultationView }) {
  const { t } = useTranslation('workplace');
  const actions = useActions();
  const { consultation, main } = props;
  const fresh = consultation.endReason === 'limit';
  const label =
    main && consultation.endReason === 'lost'
      ? t('lost.redial', { left: runningTime(leftMs(consultation) ?? 0) })
      : t(fresh ? 'limit.newConsultation' : 'wrapUp.redial');
  return (
    <Button
      variant={props.variant}
      title={fresh ? t('limit.newConsultationHint') : undefined}
      leftSection={fresh ? <IconPhonePlus size={18} aria-hidden /> : <IconPhone size={18} aria-hidden />}
      onClick={actions.redial}
    >
      {label}
    </Button>
  );
}

/** Under the buttons: why an event is offered instead of a redial, else what is still missing. */
function Note({ consultation, offer }: { consultation: ConsultationView; offer: Offer }) {
  const { t } = useTranslation('workplace');
  const { endReason } = consultation;
  if (offer === 'redial') return null;
  if (offer === 'book' && endReason === 'lost')
    return (
      <span className={cx(classes.note, 'dim')}>
        {t((leftMs(consultation) ?? 0) < LEAST_LEFT_TO_REDIAL_MS ? 'lost.offerEvent' : 'lost.late')}
      </span>
    );
  return <MissingLine missing={consultation.missing} />;
}
