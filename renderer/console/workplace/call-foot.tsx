import { Button, Select, Switch } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallbackEvent } from '../../../shared/contract/events.ts';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import { NOT_READY } from '../../../shared/regulation/lists.ts';
import { ConfirmInline, dueText, Grow, useListText, useLive } from '../../ui/index.ts';
import { useDesk, useSnapshot } from '../store/context.tsx';
import classes from './call-foot.module.css';
import { DialMore } from './dial-more.tsx';
import { eventWho } from './next-event.ts';

/** Under the buttons of a call, in each of its phases: what comes after it, and whether it is a consultation at all. */
export function CallFoot({ consultation }: { consultation: ConsultationView }) {
  const { askedEvent, phase } = consultation;
  const call = useSnapshot((snapshot) => snapshot.call);
  if (askedEvent !== null) return <AskedEvent consultation={consultation} event={askedEvent} />;
  if (phase === 'interrupted') return <div className={classes.foot} />;
  return (
    <div className={classes.foot}>
      <NotReadyAfter />
      <Grow />
      {call !== null && <DialMore call={call} />}
      <ServiceCall consultation={consultation} />
    </div>
  );
}

/** «Не готов после этого звонка», with its reason: true once the call and its wrap-up are over. */
function NotReadyAfter() {
  const { t } = useTranslation('between');
  const listText = useListText();
  const desk = useDesk();
  const afterCall = useSnapshot((snapshot) => snapshot.afterCall);
  const set = (reason: string | null) =>
    void desk.act('setAfterCall', { afterCall: reason === null ? null : { reason } });
  return (
    <>
      <Switch
        size="sm"
        label={t('afterCall.toggle')}
        checked={afterCall !== null}
        onChange={(event) => set(event.currentTarget.checked ? NOT_READY[0].id : null)}
      />
      {afterCall !== null && (
        <Select
          size="xs"
          className={classes.reason}
          aria-label={t('afterCall.reason')}
          value={afterCall.reason}
          data={NOT_READY.map(({ id, text }) => ({ value: id, label: listText(text) }))}
          onChange={set}
        />
      )}
    </>
  );
}

/** «Служебный звонок» by hand, asked once more; and back. A call dialled for an event is a user's. */
function ServiceCall({ consultation: { id, kind, eventId } }: { consultation: ConsultationView }) {
  const { t } = useTranslation('between');
  const desk = useDesk();
  if (eventId !== null) return null;
  if (kind === 'service')
    return (
      <Button
        size="sm"
        leftSection={<IconUserCheck size={16} aria-hidden />}
        onClick={() => void desk.act('setCallKind', { consultationId: id, kind: 'consultation' })}
      >
        {t('service.back')}
      </Button>
    );
  return (
    <ConfirmInline
      variant="subtle"
      label={t('service.mark')}
      question={t('service.question')}
      onConfirm={() => void desk.act('setCallKind', { consultationId: id, kind: 'service' })}
    />
  );
}

/** «Закрыть событие этим звонком?»: asked once. */
function AskedEvent({ consultation, event }: { consultation: ConsultationView; event: CallbackEvent }) {
  const { t } = useTranslation('between');
  const { t: ui } = useTranslation();
  const desk = useDesk();
  const due = useLive((now) => dueText(ui, event.dueBy, now));
  const about = t('asked.about', { who: eventWho(event), due });
  const answer = (close: boolean) => () =>
    void desk.act('settleAskedEvent', { consultationId: consultation.id, eventId: event.id, close });
  return (
    <div className={classes.foot} role="group" aria-label={t('asked.question')}>
      <div className={`${classes.asked} ellipsis`} title={about}>
        <b>{t('asked.question')}</b> <span className="dim">{about}</span>
      </div>
      <Button size="sm" onClick={answer(true)}>
        {t('asked.close')}
      </Button>
      <Button size="sm" variant="subtle" onClick={answer(false)}>
        {t('asked.keep')}
      </Button>
    </div>
  );
}
