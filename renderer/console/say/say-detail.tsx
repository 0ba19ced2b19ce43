import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import { OUT_OF_SCOPE } from '../../../shared/regulation/lists.ts';
import { REMOTE_PROGRAMS, SAYINGS } from '../../../shared/regulation/sayings.ts';
import { Field, FieldLabel, Suggestions, useListText, Verdict } from '../../ui/index.ts';
import { DigitSelect } from '../../ui/digit-select.tsx';
import classes from './say.module.css';
import type { SayingForm } from './use-saying.ts';

export const SAY_ITEM_ID = 'say-item';

type Props = { form: SayingForm; consultation: ConsultationView };

/** What is written down with a saying: an item of 3.2, what was asked for, a reason, the address of a remote connection. */
export function SayDetail({ form, consultation }: Props) {
  const { t } = useTranslation(['say', 'events']);
  const missing = form.lacks ? t('needed') : null;
  switch (SAYINGS[form.id].needs) {
    case 'item':
      return <Item form={form} missing={missing} />;
    case 'address':
      return <Remote form={form} missing={missing} consultation={consultation} />;
    case 'reason':
      return (
        <div className={classes.group}>
          <Field {...fieldOf(form)} label={t('detail.reason')} missing={missing} />
          <Suggestions
            texts={[t('events:critical.suggest.restore'), t('events:critical.suggest.module')]}
            onTake={form.setDetail}
          />
        </div>
      );
    case 'what':
      return <Words form={form} label={t('detail.what')} missing={missing} />;
    case null:
      return form.id === 'complaint' ? <Words form={form} label={t('detail.about')} missing={null} /> : null;
  }
}

const fieldOf = (form: SayingForm) => ({
  value: form.detail,
  onText: form.setDetail,
  maxLength: 300,
  'data-say-field': true,
});

function Words({ form, label, missing }: { form: SayingForm; label: string; missing: string | null }) {
  return (
    <Textarea
      data-say-field
      aria-label={label}
      label={<FieldLabel label={label} missing={missing} />}
      autosize
      minRows={2}
      maxRows={5}
      maxLength={2_000}
      value={form.detail}
      onChange={(event) => form.setDetail(event.currentTarget.value)}
    />
  );
}

function Item({ form, missing }: { form: SayingForm; missing: string | null }) {
  const { t } = useTranslation('say');
  const listText = useListText();
  const exemption = OUT_OF_SCOPE.find(({ id }) => id === form.detail)?.exemption ?? null;
  return (
    <div className={classes.group}>
      <DigitSelect
        id={SAY_ITEM_ID}
        label={t('detail.item')}
        placeholder={t('choose')}
        items={OUT_OF_SCOPE}
        withClause
        value={form.detail || null}
        missing={missing}
        onPick={(item) => form.setDetail(item ?? '')}
      />
      {exemption !== null && <Verdict tone="ask" title={listText(exemption)} clauses={['1.4']} />}
    </div>
  );
}

/** The program from a list, the address kept; without a PROF licence it is said, and the consultant decides. */
function Remote({ form, missing, consultation }: Props & { missing: string | null }) {
  const { t } = useTranslation('say');
  const items = REMOTE_PROGRAMS.map((name, index) => ({
    id: name,
    clause: null,
    digit: String(index + 1),
    text: { ru: name, en: name },
  }));
  const { verdict } = consultation;
  return (
    <div className={classes.group}>
      {verdict.basis !== 'prof' && (
        <Verdict tone="ask" title={t('notProf')} clauses={['6.2']}>
          {t('notProfText')}
        </Verdict>
      )}
      <div className={classes.remote}>
        <DigitSelect
          id="say-program"
          label={t('program')}
          placeholder=""
          items={items}
          value={form.program}
          onPick={(program) => form.setProgram(REMOTE_PROGRAMS.find((name) => name === program) ?? REMOTE_PROGRAMS[0])}
        />
        <Field {...fieldOf(form)} label={t('detail.address')} missing={missing} className="num" />
      </div>
    </div>
  );
}
