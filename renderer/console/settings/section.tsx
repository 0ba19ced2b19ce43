import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatePill } from '../../ui/index.ts';
import classes from './settings.module.css';

/** A group of settings: what it is about on the left, its fields on the right. A locked one says who set it. */
export function Section(props: { title: string; hint: string; locked?: boolean; children: ReactNode }) {
  const { t } = useTranslation('settings');
  return (
    <section className={classes.section} aria-label={props.title}>
      <div className={classes.about}>
        <h2 className={classes.title}>{props.title}</h2>
        <p className="small dim">{props.hint}</p>
        {props.locked && (
          <span className={classes.lock} title={t('lockedHint')}>
            <StatePill tone="quiet">
              <IconLock size={14} aria-hidden />
              {t('locked')}
            </StatePill>
          </span>
        )}
      </div>
      <div className={classes.fields}>{props.children}</div>
    </section>
  );
}

/** Fields side by side where there is room. */
export function Row({ children }: { children: ReactNode }) {
  return <div className={classes.row}>{children}</div>;
}
