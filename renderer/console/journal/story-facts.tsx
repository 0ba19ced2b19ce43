import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Card, JournalStory } from '../../../shared/contract/journal.ts';
import { dueText, momentText, Moment, runningTime, useLive } from '../../ui/index.ts';
import classes from './journal.module.css';
import { useJournalWords } from './journal-words.ts';
import { StorySound } from './story-sound.tsx';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** When, how long, how it ended, what came of it. */
export function StoryFacts({ story: { row, card, clock, media } }: { story: JournalStory }) {
  const { t } = useTranslation(['journal', 'sound']);
  const words = useJournalWords();
  const talk = runningTime(row.talkMs);
  const granted = (clock?.grants ?? []).reduce((sum, { minutes }) => sum + minutes, 0);
  const limit = clock && runningTime(clock.limitMs);
  const notHeld = card.closing === 'not-held' ? words.notHeld(card.notHeldReason) : '';
  return (
    <dl className={classes.facts}>
      <Fact name={t('column.time')}>
        <Moment at={row.startedAt} />, {t(row.direction)}
      </Fact>
      <Fact name={t('story.talk')}>
        <span className="num">
          {row.answeredAt === null
            ? t('notTalked')
            : row.heldMs === 0
              ? talk
              : t('story.talkHeld', { talk, held: runningTime(row.heldMs) })}
        </span>
      </Fact>
      {limit !== null && (
        <Fact name={t('story.limit')}>
          <span className="num">{granted === 0 ? limit : t('story.limitGranted', { limit, minutes: granted })}</span>
        </Fact>
      )}
      <Fact name={t('story.ended')}>{words.end(row)}</Fact>
      {media.length > 0 && (
        <Fact name={t('sound:story.title')}>
          <StorySound media={media} />
        </Fact>
      )}
      {row.closing !== null && (
        <Fact name={t('story.closing')}>
          {t(`closing.${row.closing}`)}
          {notHeld !== '' && `: ${notHeld}`}
        </Fact>
      )}
      <Fact name={t('story.topic')}>{words.topic(row.topic) || t('story.notSet')}</Fact>
      <Fact name={t('story.outcome')}>{words.outcome(row.outcome) || t('story.notSet')}</Fact>
      <Fact name={t('story.consultant')}>{row.consultant}</Fact>
    </dl>
  );
}

const CARD_FIELDS = [
  'registrationNumber',
  'configuration',
  'release',
  'inn',
  'contact',
  'phone',
  'city',
] as const satisfies readonly (keyof Card)[];

/** What was on the card; empty fields are left out. */
export function StoryCard({ card }: { card: Card }) {
  const { t } = useTranslation('journal');
  const filled = CARD_FIELDS.filter((field) => card[field] !== '');
  if (filled.length === 0) return null;
  return (
    <section>
      <h2>{t('story.card')}</h2>
      <dl className={classes.facts}>
        {filled.map((field) => (
          <Fact key={field} name={t(`story.${field}`)}>
            {card[field]}
          </Fact>
        ))}
      </dl>
    </section>
  );
}

/** Events booked in this consultation. */
export function StoryEvents({ events }: { events: JournalStory['events'] }) {
  const { t } = useTranslation('journal');
  if (events.length === 0) return null;
  return (
    <section>
      <h2>{t('story.events')}</h2>
      <ul className={classes.plain}>
        {events.map((event) => (
          <EventLine key={event.id} event={event} />
        ))}
      </ul>
    </section>
  );
}

function EventLine({ event: { bookedAt, dueBy } }: { event: JournalStory['events'][number] }) {
  const { t } = useTranslation('journal');
  const { t: ui } = useTranslation();
  const text = useLive((now) =>
    t('story.eventLine', { booked: momentText(ui, bookedAt, now), due: dueText(ui, dueBy, now) }),
  );
  return <li>{text}</li>;
}
