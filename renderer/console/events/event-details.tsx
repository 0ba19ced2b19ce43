import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import type { CallbackEvent } from '../../../shared/contract/events.ts';
import { userZone } from '../../../shared/regulation/user-zone.ts';
import { Moment } from '../../ui/index.ts';
import { usePlace } from '../store/context.tsx';
import { EventActions } from './event-actions.tsx';
import { EventEntitlement } from './event-entitlement.tsx';
import { EventHistory } from './event-history.tsx';
import { useTopicText } from './event-words.ts';
import classes from './events.module.css';

/** All that is known of one event, and what may be done with it. */
export function EventDetails({ event }: { event: CallbackEvent }) {
  const { t } = useTranslation('events');
  return (
    <section className={classes.details} aria-label={t('details.label')}>
      {event.closed === null && <EventActions event={event} />}
      <div className={classes.detailColumns}>
        <div className={classes.detailColumn}>
          <Facts event={event} />
          <p className={event.comment === '' ? 'dim' : classes.comment}>{event.comment || t('details.noComment')}</p>
          {event.closed === null && <EventEntitlement registrationNumber={event.user.registrationNumber} />}
        </div>
        <div className={classes.detailColumn}>
          <EventHistory event={event} />
        </div>
      </div>
    </section>
  );
}

function Facts({ event }: { event: CallbackEvent }) {
  const { t } = useTranslation('events');
  const place = usePlace();
  const topicText = useTopicText();
  const { user, preferredAt, consultationId } = event;
  return (
    <dl className={classes.facts}>
      {user.name !== '' && <Fact name={t('details.who')}>{user.name}</Fact>}
      <Fact name={t('details.registrationNumber')}>
        {user.registrationNumber === '' ? (
          <span className="dim">{t('details.noRegistrationNumber')}</span>
        ) : (
          <span className="num">{user.registrationNumber}</span>
        )}
      </Fact>
      {user.configuration !== '' && <Fact name={t('details.configuration')}>{user.configuration}</Fact>}
      {event.topic !== null && <Fact name={t('column.topic')}>{topicText(event.topic)}</Fact>}
      {preferredAt !== null && (
        <Fact name={t('details.preferred')}>
          <Moment at={preferredAt} />
        </Fact>
      )}
      {event.convenient !== null && (
        <Fact name={t('details.convenient')}>
          {t('ownTime.hours', event.convenient)}, {t(userZone(user) === null ? 'ownTime.byMoscow' : 'ownTime.byTheirs')}
        </Fact>
      )}
      <Fact name={t('details.booked')}>
        <Moment at={event.bookedAt} />, {t(`source.${event.source}`)}
      </Fact>
      {consultationId !== null && (
        <Fact name={t('details.inquiry')}>
          <Button size="sm" variant="subtle" onClick={() => place.openStory(consultationId)}>
            {t('details.openStory')}
          </Button>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
