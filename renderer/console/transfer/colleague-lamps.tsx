import { useTranslation } from 'react-i18next';
import { RowList } from '../../ui/index.ts';
import { useSnapshot } from '../store/context.tsx';
import { Lamp } from './lamp.tsx';
import classes from './transfer.module.css';

/** Colleagues between calls: who is free; nothing where the list is empty. */
export function ColleagueLamps() {
  const { t } = useTranslation('transfer');
  const colleagues = useSnapshot((snapshot) => snapshot.colleagues);
  if (colleagues.length === 0) return null;
  return (
    <>
      <h2>{t('colleagues')}</h2>
      <RowList className={classes.colleagues} label={t('colleagues')}>
        {colleagues.map(({ name, number, lamp }) => (
          <li key={number} className={classes.colleague}>
            <span className="ellipsis" title={name}>
              {name}
            </span>
            <Lamp lamp={lamp} />
            <span className="num dim">{number}</span>
          </li>
        ))}
      </RowList>
    </>
  );
}
