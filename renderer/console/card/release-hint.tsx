import { useTranslation } from 'react-i18next';
import type { VerdictView } from '../../../shared/contract/desk.ts';
import classes from './card.module.css';

/** Beside «Релиз»: whether it is the latest, and which is. */
export function ReleaseHint({ release }: { release: VerdictView['release'] }) {
  const { t } = useTranslation('card');
  const { latest } = release;
  switch (release.kind) {
    case 'latest':
      return <span className={classes.hintOk}>{t('releaseVerdict.hintLatest')}</span>;
    case 'older':
    case 'older-exempt':
      return <span className={`num ${classes.hintNew}`}>{t('releaseVerdict.hintOlder', { latest })}</span>;
    case 'newer':
      return <span className="num">{t('releaseVerdict.hintNewer', { latest })}</span>;
    case 'unknown':
      return latest === null ? null : <span className="num">{t('releaseVerdict.hintUnknown', { latest })}</span>;
  }
}
