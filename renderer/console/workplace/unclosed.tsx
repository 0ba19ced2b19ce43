import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Moment, Pane, PhoneNumber } from '../../ui/index.ts';
import { useDesk, useSnapshot } from '../store/context.tsx';
import classes from './idle.module.css';
import rows from './rows.module.css';

/** Consultations whose conversation is over and whose card is open: nothing is lost, they wait here. */
export function Unclosed() {
  const { t } = useTranslation('workplace');
  const desk = useDesk();
  const unclosed = useSnapshot((snapshot) => snapshot.unclosed);
  if (unclosed.length === 0) return null;
  return (
    <section aria-label={t('idle.unclosed')}>
      <h2 className={classes.above}>{t('idle.unclosed')}</h2>
      <Pane flush>
        <ul className={rows.list}>
          {unclosed.map((row) => (
            <li key={row.id} className={rows.unclosed}>
              <div>
                <div className="strong ellipsis" title={row.organisation}>
                  {row.organisation || row.contact || <PhoneNumber raw={row.number} />}
                </div>
                <div className="small dim ellipsis">{row.comment || t('idle.unclosedHint')}</div>
              </div>
              <Moment at={row.startedAt} className="small dim" />
              <Button size="sm" onClick={() => void desk.act('openConsultation', { consultationId: row.id })}>
                {t('idle.unclosedOpen')}
              </Button>
            </li>
          ))}
        </ul>
      </Pane>
    </section>
  );
}
