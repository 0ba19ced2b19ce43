import { useTranslation } from 'react-i18next';
import type { CallbackEvent, EventAttempt } from '../../../shared/contract/events.ts';
import { momentText, useLive } from '../../ui/index.ts';
import { useChangeText, type EventChange } from './event-words.ts';
import classes from './events.module.css';

/** Attempts and changes of an event, the latest first: nothing about it is changed without a line here. */
export function EventHistory({ event }: { event: CallbackEvent }) {
  const { t } = useTranslation('events');
  const { t: ui } = useTranslation();
  const { attempts, nextAttemptAt } = event;
  const next = useLive((now) => (nextAttemptAt === null ? null : momentText(ui, nextAttemptAt, now)));
  return (
    <>
      <h2>
        {t('details.attempts')}
        {next !== null && <span className={classes.beside}>{t('tries.next', { when: next })}</span>}
      </h2>
      {attempts.length === 0 ? (
        <p className="small dim">{t('tries.none')}</p>
      ) : (
        <ul className={classes.lines}>
          {[...attempts].reverse().map((attempt) => (
            <Attempt key={attempt.at} attempt={attempt} />
          ))}
        </ul>
      )}
      <h2>{t('details.history')}</h2>
      <ul className={classes.lines}>
        {[...event.history].reverse().map((change) => (
          <Change key={`${change.at} ${change.what}`} change={change} />
        ))}
      </ul>
    </>
  );
}

function Attempt({ attempt }: { attempt: EventAttempt }) {
  const { t } = useTranslation('events');
  const { t: ui } = useTranslation();
  const when = useLive((now) => momentText(ui, attempt.at, now));
  const result = t(`tries.result.${attempt.result}`);
  return <li>{t('tries.line', { when, by: attempt.by, result })}</li>;
}

function Change({ change }: { change: EventChange }) {
  const { t } = useTranslation('events');
  const { t: ui } = useTranslation();
  const changeText = useChangeText();
  const text = useLive((now) => changeText(change, now));
  const when = useLive((now) => momentText(ui, change.at, now));
  return (
    <li>
      {text} <span className="dim">{t('change.by', { by: change.by, when })}</span>
    </li>
  );
}
