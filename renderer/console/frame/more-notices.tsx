import { useTranslation } from 'react-i18next';
import { cx } from '../../ui/index.ts';
import classes from './notices.module.css';

/** On a message that stands alone in a low window: how many more there are, for the eye; the ear has heard each. */
export function MoreNotices({ count }: { count: number }) {
  const { t } = useTranslation('frame');
  if (count === 0) return null;
  return (
    <span className={cx(classes.more, 'small')} aria-hidden>
      {' '}
      {t('notice.more', { count })}
    </span>
  );
}
