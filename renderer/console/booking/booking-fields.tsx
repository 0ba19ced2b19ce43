import { Checkbox, Select, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { parsePhone } from '../../../shared/regulation/phone-number.ts';
import { TOPICS } from '../../../shared/regulation/lists.ts';
import { Field, useListText } from '../../ui/index.ts';
import { useSnapshot } from '../store/context.tsx';
import classes from './booking.module.css';
import { ConvenientFields } from './convenient-fields.tsx';
import { MomentFields } from './moment-fields.tsx';
import type { Booking } from './use-booking.ts';

/** Who is to be called, about what, and when it suits. */
export function BookingFields({ booking }: { booking: Booking }) {
  const { t } = useTranslation('events');
  const { entry, change, mistakes } = booking;
  return (
    <div className={classes.fields}>
      <WhoFields booking={booking} />
      <Textarea
        label={t('booking.comment')}
        placeholder={t('booking.commentPlaceholder')}
        autosize
        minRows={2}
        maxRows={4}
        value={entry.comment}
        error={mistakes.comment ? t('booking.wrong') : undefined}
        onChange={(event) => change({ comment: event.currentTarget.value })}
      />
      <Checkbox
        label={t('booking.broken')}
        title={t('booking.brokenHint')}
        checked={entry.criticality === 'requested'}
        onChange={(event) => change({ criticality: event.currentTarget.checked ? 'requested' : 'none' })}
      />
      <MomentFields
        label={t('booking.preferred')}
        value={entry.moment}
        onChange={(moment) => change({ moment })}
        missing={mistakes.moment === 'missing' ? t('moveForm.timeMissing') : null}
      />
      <ConvenientFields
        value={entry.hours}
        onChange={(hours) => change({ hours })}
        missing={mistakes.hours ? t('booking.convenientWrong') : null}
      />
    </div>
  );
}

function WhoFields({ booking: { entry, change, changeUser, mistakes } }: { booking: Booking }) {
  const { t } = useTranslation('events');
  const listText = useListText();
  const configurations = useSnapshot(({ line }) => line.configurations);
  const { user } = entry;
  const { e164, extension } = parsePhone(user.number);
  const odd = user.number.trim() !== '' && e164 === null && extension === null;
  const known = user.configuration === '' ? configurations : [...new Set([user.configuration, ...configurations])];
  return (
    <>
      <div className={classes.two}>
        <Field label={t('booking.name')} value={user.name} data-first onText={(name) => changeUser({ name })} />
        <Field
          label={t('booking.number')}
          type="tel"
          data-first
          value={user.number}
          aside={odd ? t('booking.numberOdd') : undefined}
          missing={mistakes.number ? t('booking.numberMissing') : null}
          onText={(number) => changeUser({ number })}
        />
      </div>
      <Field
        label={t('booking.organisation')}
        value={user.organisation}
        onText={(organisation) => changeUser({ organisation })}
      />
      <div className={classes.two}>
        <Field
          label={t('booking.registrationNumber')}
          value={user.registrationNumber}
          onText={(registrationNumber) => changeUser({ registrationNumber })}
        />
        <Field label={t('booking.city')} value={user.city} onText={(city) => changeUser({ city })} />
      </div>
      <div className={classes.two}>
        <Select
          label={t('booking.configuration')}
          placeholder={t('booking.noTopic')}
          allowDeselect
          value={user.configuration === '' ? null : user.configuration}
          data={known}
          onChange={(configuration) => changeUser({ configuration: configuration ?? '' })}
        />
        <Select
          label={t('booking.topic')}
          placeholder={t('booking.noTopic')}
          allowDeselect
          value={entry.topic}
          data={TOPICS.map(({ id, text }) => ({ value: id, label: listText(text) }))}
          onChange={(topic) => change({ topic })}
        />
      </div>
    </>
  );
}
