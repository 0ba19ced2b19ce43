import { useTranslation } from 'react-i18next';
import type { Presence } from '../../shared/contract/line.ts';
import { stageAt } from '../../shared/regulation/consultation-clock.ts';
import { NOT_READY } from '../../shared/regulation/lists.ts';
import { cx, durationText, runningTime, StatePill, useListText, useLive, type Tone } from '../ui/index.ts';
import { Asks } from './asks.tsx';
import { GrantCell } from './grant-cell.tsx';
import classes from './monitor.module.css';
import { sinceOf, STAGE_TONE, stateOf } from './state-of.ts';
import { TimeLeftCell } from './time-left-cell.tsx';

/** One consultant. */
export function ConsultantRow({ presence }: { presence: Presence }) {
  const { consultant, consultation, activity } = presence;
  const clock = activity === 'talking' ? (consultation?.clock ?? null) : null;
  return (
    <tr className={classes.row} data-activity={activity}>
      <th scope="row" className={classes.name} title={consultant.name}>
        {consultant.name}
      </th>
      {consultation === null ? (
        <td className={classes.wide} colSpan={4}>
          <State presence={presence} />
        </td>
      ) : (
        <>
          <td className={classes.state}>
            <State presence={presence} />
          </td>
          <td className={classes.left}>{clock && <TimeLeftCell clock={clock} />}</td>
          <td className={classes.caller}>
            {activity !== 'offline' && <Caller presence={presence} />}
            <Asks consultation={consultation} clock={clock} />
          </td>
          {clock ? (
            <GrantCell consultation={{ ...consultation, clock }} consultant={consultant.name} />
          ) : (
            <td className={classes.actions} />
          )}
        </>
      )}
    </tr>
  );
}

/** The state with its time: seconds while something goes on, minutes for what lasts. A talk has its stage's colour. */
function State({ presence }: { presence: Presence }) {
  const { t } = useTranslation('monitor');
  const { t: ui } = useTranslation();
  const listText = useListText();
  const state = stateOf(presence);
  const since = sinceOf(presence);
  const lasting = state === 'ready' || state === 'not-ready' || state === 'offline' || state === 'no-phone';
  const time = useLive((now) => (lasting ? durationText(ui, now - since) : runningTime(now - since)));
  const clock = presence.consultation?.clock ?? null;
  const tone = useLive((now): Tone => {
    if (state === 'talking' && clock) return STAGE_TONE[stageAt(clock, now)];
    return state === 'ready' ? 'go' : state === 'ringing' || state === 'dialling' ? 'calm' : 'quiet';
  });
  const words = t(`activity.${state}`);
  const reason = NOT_READY.find(({ id }) => id === presence.availability.reason);
  return (
    <StatePill tone={tone}>
      <span className="num">
        {state === 'not-ready' && reason
          ? t('stateReasonTime', { state: words, reason: listText(reason.text).toLowerCase(), time })
          : t('stateAndTime', { state: words, time })}
      </span>
    </StatePill>
  );
}

/** Who is on the line; a call on hold says so. */
function Caller({ presence: { consultation, activity } }: { presence: Presence }) {
  const { t } = useTranslation('monitor');
  if (!consultation) return null;
  const who = consultation.organisation || consultation.caller;
  const below = consultation.organisation === '' ? '' : consultation.caller;
  return (
    <div className={classes.who}>
      <div className={cx(classes.whoName, who === '' && 'dim')} title={who}>
        {who || t('unnamed')}
      </div>
      <div className={cx(classes.whoBelow, 'small', 'dim')}>
        {consultation.held && <StatePill tone="warn">{t('held')}</StatePill>}
        <span className="ellipsis" title={below}>
          {[below, t('inquiry', { inquiry: consultation.inquiry })].filter(Boolean).join(', ')}
        </span>
        {activity === 'talking' && consultation.clock === null && <span>{t('beforeAnswer')}</span>}
      </div>
    </div>
  );
}
