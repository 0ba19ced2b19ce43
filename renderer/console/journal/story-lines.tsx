import { useTranslation } from 'react-i18next';
import type { JournalStory } from '../../../shared/contract/journal.ts';
import { MOSCOW } from '../../../shared/regulation/time.ts';
import { cx } from '../../ui/index.ts';
import classes from './journal.module.css';

type Line = JournalStory['lines'][number];

/** What stands out on the time line. */
const ALARMING: ReadonlySet<Line['what']> = new Set(['connection-lost', 'interrupted']);

const seconds = new Intl.DateTimeFormat('ru', {
  timeZone: MOSCOW,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** The course of a conversation, second by second. */
export function StoryLines({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation('journal');
  return (
    <section>
      <h2>{t('story.lines')}</h2>
      {lines.length === 0 ? (
        <p className="dim">{t('story.noLines')}</p>
      ) : (
        <ol className={classes.timeline}>
          {lines.map((line, index) => (
            <li key={`${line.at} ${index}`} className={cx(ALARMING.has(line.what) && classes.alarming)}>
              <time className="num">{seconds.format(line.at)}</time>
              <span>
                {t(`line.${line.what}`)}
                {line.text !== '' && <span className="dim">: {line.text}</span>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
