import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RetentionPreview } from '../../../shared/contract/data.ts';
import { moscowDate } from '../../../shared/regulation/time.ts';
import { dateOfKey } from '../../ui/index.ts';
import { monthsOf } from '../settings/form.ts';
import type { Workstation } from '../settings/use-workstation.ts';
import { useDesk } from '../store/context.tsx';
import { countText } from './count-text.ts';
import classes from './data.module.css';

const WAIT_MS = 300;
const MOST_MONTHS = 600;

/** How long closed things are kept; what that would remove is said before it is saved. */
export function RetentionPart({ workstation }: { workstation: Workstation }) {
  const { t } = useTranslation('data');
  const { form, change, mistake } = workstation;
  const locked = workstation.isLocked('data');
  const { retentionMonths } = form.data;
  const preview = useRetentionPreview(retentionMonths);
  return (
    <div>
      <TextInput
        label={t('retention')}
        description={t('retentionHint')}
        inputMode="numeric"
        maxLength={3}
        readOnly={locked}
        value={retentionMonths}
        error={mistake('data.retentionMonths')}
        onChange={(event) => change({ data: { ...form.data, retentionMonths: event.currentTarget.value } })}
      />
      <div role="status">
        {preview !== null && (
          <p className={classes.willRemove}>
            <span className="strong">{removalText(preview)}</span> {!locked && t('removedAfterSave')}
          </p>
        )}
      </div>
    </div>
  );

  function removalText({ before, consultations, events }: RetentionPreview): string {
    const date = dateOfKey(moscowDate(before));
    return consultations + events === 0
      ? t('willRemoveNothing', { date })
      : t('willRemove', { consultations: countText(consultations), events: countText(events), date });
  }
}

/** What the months typed would remove, once the typing pauses; null: nothing is typed, or no number. */
function useRetentionPreview(typed: string): RetentionPreview | null {
  const desk = useDesk();
  const months = monthsOf(typed);
  const isAsked = months !== null && months >= 1 && months <= MOST_MONTHS;
  const [answer, setAnswer] = useState<{ months: number; preview: RetentionPreview } | null>(null);
  useEffect(() => {
    if (!isAsked) return;
    let stale = false;
    const timer = setTimeout(() => {
      void desk.ask('retentionPreview', { months }).then((outcome) => {
        if (!stale && outcome.ok) setAnswer({ months, preview: outcome.value });
      });
    }, WAIT_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [desk, isAsked, months]);
  return isAsked && answer?.months === months ? answer.preview : null;
}
