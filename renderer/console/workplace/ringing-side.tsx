import { IconUserQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../shared/contract/desk.ts';
import { EmptyState } from '../../ui/index.ts';
import { CandidateLines } from '../card/candidate-lines.tsx';
import { HistoryList } from '../history/history-list.tsx';
import classes from './ringing.module.css';

/** Right of a ringing call: candidates, and the last five consultations of the number. */
export function RingingSide({ call }: { call: CallView }) {
  const { t } = useTranslation('workplace');
  return (
    <>
      <h2>{t('ringing.who')}</h2>
      {call.candidates.length === 0 ? (
        <EmptyState icon={IconUserQuestion} title={t('ringing.nobody')}>
          {t('ringing.nobodyHint')}
        </EmptyState>
      ) : (
        call.candidates.slice(0, 3).map((candidate, index) => (
          <div key={index} className={classes.candidate}>
            <CandidateLines candidate={candidate} />
          </div>
        ))
      )}
      <h2 className={classes.second}>{t('ringing.history')}</h2>
      <HistoryList rows={call.history} none={t('ringing.noHistory')} />
    </>
  );
}
