import { Autocomplete } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import type { Card } from '../../../shared/contract/journal.ts';
import { innVerdict } from '../../../shared/regulation/inn.ts';
import { Field, FieldLabel } from '../../ui/index.ts';
import { useSnapshot } from '../store/context.tsx';
import classes from './card.module.css';
import { cardFieldId } from './focus.ts';
import { ReleaseHint } from './release-hint.tsx';
import { useCard } from './use-card.ts';
import { useMissing } from './use-missing.ts';
import { useTooLong } from './use-too-long.ts';

type TextField = 'registrationNumber' | 'organisation' | 'release' | 'inn' | 'contact' | 'phone';

/** Who calls and with what: the three facts of 2.3 and what helps to find them. Each is saved as typed. */
export function Facts({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTranslation('card');
  const { card, set } = useCard(consultation);
  const missing = useMissing(consultation);
  const tooLong = useTooLong(card);
  const field = (name: TextField) => ({
    id: cardFieldId(name),
    label: t(name),
    value: card[name],
    missing: tooLong(name) ?? missing(name),
    'aria-invalid': tooLong(name) !== null,
    onText: (text: string) => set(patchOf(name, text)),
  });
  const innFlawed = card.inn !== '' && innVerdict(card.inn) !== 'valid';
  return (
    <>
      <div className={classes.wideNarrow}>
        <Field {...field('registrationNumber')} inputMode="numeric" className="num" />
        <Field {...field('release')} className="num" aside={<ReleaseHint release={consultation.verdict.release} />} />
      </div>
      <div className={classes.wideNarrow}>
        <Field {...field('organisation')} />
        <Field
          {...field('inn')}
          inputMode="numeric"
          className="num"
          aside={innFlawed ? <span className={classes.hintNew}>{t('innWrong')}</span> : undefined}
        />
      </div>
      <Configuration
        value={card.configuration}
        missing={tooLong('configuration') ?? missing('configuration')}
        onText={(configuration) => set({ configuration })}
      />
      <div className={classes.two}>
        <Field {...field('contact')} />
        <Field {...field('phone')} type="tel" className="num" />
      </div>
    </>
  );
}

const patchOf = (field: TextField, text: string): Partial<Card> => ({ [field]: text });

/** «Конфигурация»: the line's list offered, the caller's own words taken too. */
function Configuration(props: { value: string; missing: string | null; onText: (text: string) => void }) {
  const { t } = useTranslation('card');
  const configurations = useSnapshot((snapshot) => snapshot.line.configurations);
  // A value of the list is a choice, not a search: the whole list is offered again.
  const chosen = configurations.includes(props.value);
  return (
    <Autocomplete
      id={cardFieldId('configuration')}
      aria-label={t('configuration')}
      label={<FieldLabel label={t('configuration')} missing={props.missing} />}
      title={props.value}
      autoComplete="off"
      data={configurations}
      {...(chosen ? { filter: ({ options }) => options } : {})}
      value={props.value}
      onChange={props.onText}
      comboboxProps={{ width: 320, position: 'bottom-start' }}
    />
  );
}
