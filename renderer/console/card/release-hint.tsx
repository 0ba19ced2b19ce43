import { useTranslation } from 'react-i18next';
import type { VerdictView } from '../../../shared/contract/desk.ts';
import { dateOfKey } from '../../ui/index.ts';
import classes from './card.module.css';

/** Beside «Релиз»: whether it is the latest, and which is. */
export function ReleaseHint({ release }: { release: VerdictView['release'] }) {
  const { t } = useTranslation('card');
  const { latest, since } = release;
  const title = since === null ? undefined : t('releaseVerdict.since', { latest, date: dateOfKey(since) });
  switch (release.kind) {
    case 'latest':
      return (
        <span className={classes.hintOk} title={title}>
          {t('releaseVerdict.hintLatest')}
        </span>
      );
    case 'older':
    case 'older-exempt':
      return (
        <span className={`num ${classes.hintNew}`} title={title}>
          {t('releaseVerdict.hintOlder', { latest })}
        </span>
      );
    case 'newer':
      return (
        <span className="num" title={title}>
          {t('releaseVerdict.hintNewer', { latest })}
        </span>
      );
    case 'unknown':
      return latest === null ? null : (
        <span className="num" title={title}>
          {t('releaseVerdict.hintUnknown', { latest })}
        </span>
      );
  }
}
