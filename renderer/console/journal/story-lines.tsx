import { useTranslation } from 'react-i18next';
import { closing, endReason, type JournalStory } from '../../../shared/contract/journal.ts';
import { sayingId } from '../../../shared/contract/say.ts';
import { MOSCOW } from '../../../shared/regulation/time.ts';
import { OUT_OF_SCOPE } from '../../../shared/regulation/lists.ts';
import { cx, PhoneNumber, useListText } from '../../ui/index.ts';
import { useSayTexts } from '../say/say-words.ts';
import classes from './journal.module.css';
import { useJournalWords } from './journal-words.ts';

const VERDICTS = ['allowed', 'error-report-only', 'refused', 'unknown'] as const;

/** Lines whose text is the number that was dialled, called from, or booked. */
const WITH_NUMBER: ReadonlySet<string> = new Set(['ringing', 'dialled', 'redialled', 'second-call', 'event-booked']);

type Line = JournalStory['lines'][number];

/** What stands out on the time line. */
const ALARMING: ReadonlySet<Line['what']> = new Set([
  'connection-lost',
  'interrupted',
  'sound-bad',
  'nothing-heard',
  'nothing-sent',
]);

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
                <LineText line={line} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** What a line adds to its name: a number, how it ended, or as it was written. */
function LineText({ line: { what, text } }: { line: Line }) {
  if (text === '') return null;
  return (
    <span className="dim">
      {': '}
      {WITH_NUMBER.has(what) ? <PhoneNumber raw={text} /> : <Worded what={what} text={text} />}
    </span>
  );
}

/** Ids of closed lists in words; anything else as it was written. */
function Worded({ what, text }: Pick<Line, 'what' | 'text'>) {
  const { t } = useTranslation('journal');
  const { t: history } = useTranslation('history');
  const words = useJournalWords();
  switch (what) {
    case 'ended': {
      const ended = endReason.options.find((reason) => reason === text);
      return ended ? t(`end.${ended}`).toLowerCase() : text;
    }
    case 'topic':
      return words.topic(text);
    case 'outcome':
      return words.outcome(text);
    case 'closing': {
      const way = closing.options.find((known) => known === text);
      return way ? t(`closing.${way}`).toLowerCase() : text;
    }
    case 'verdict': {
      const kind = VERDICTS.find((known) => known === text);
      return kind ? history(`verdict.${kind}`) : text;
    }
    case 'said':
    case 'unsaid':
      return <Said text={text} />;
    default:
      return text;
  }
}

/** What was said, by the title of its words, and what was written down with it: «no-licence», «remote-connection AnyDesk 123». */
function Said({ text }: { text: string }) {
  const listText = useListText();
  const sayText = useSayTexts();
  const [first = '', ...rest] = text.split(' ');
  const id = sayingId.safeParse(first);
  if (!id.success) return text;
  const detail = rest.join(' ');
  const item = OUT_OF_SCOPE.find((one) => one.id === detail);
  const title = listText(sayText(id.data).title);
  return detail === '' ? title : `${title}: ${item === undefined ? detail : listText(item.text)}`;
}
