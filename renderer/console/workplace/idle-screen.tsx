import { useTranslation } from 'react-i18next';
import { moscowHour, TwoPanes, useLive } from '../../ui/index.ts';
import { useSnapshot } from '../store/context.tsx';
import { ShiftState } from '../shift/shift-state.tsx';
import { ColleagueLamps } from '../transfer/colleague-lamps.tsx';
import { DialBar } from './dial-bar.tsx';
import { FirstStart } from './first-start.tsx';
import { LastCallEnd } from './last-call-end.tsx';
import { LastCalls } from './last-calls.tsx';
import { NextAction } from './next-action.tsx';
import { NextEvents } from './next-events.tsx';
import { StateHint } from './state-hint.tsx';
import { TodayFigures } from './today-figures.tsx';
import { Unclosed } from './unclosed.tsx';

/** «Рабочее место» between calls: the one next thing, today, what is due, and a number to dial. */
export function IdleScreen() {
  const { t } = useTranslation('workplace');
  return (
    <TwoPanes
      rightLabel={t('idle.lastCalls')}
      centre={
        <>
          <Greeting />
          <FirstStart />
          <NextAction />
          <LastCallEnd />
          <Unclosed />
          <TodayFigures />
          <NextEvents />
          <DialBar />
        </>
      }
      right={
        <>
          <LastCalls />
          <ColleagueLamps />
        </>
      }
    />
  );
}

function Greeting() {
  const { t } = useTranslation('workplace');
  const name = useSnapshot((snapshot) => givenName(snapshot.consultant.name));
  const part = useLive((now) => partOfDay(moscowHour(now)));
  const greeting = t(`greeting.${part}`);
  return (
    <div>
      <h1>{name === null ? greeting : t('greeting.named', { greeting, name })}</h1>
      <div className="small dim">
        <StateHint /> <ShiftState />
      </div>
    </div>
  );
}

const partOfDay = (hour: number) => (hour < 12 ? 'morning' : hour < 18 ? 'day' : 'evening');

/** «Ильина Мария Петровна» is greeted as «Мария»; a single word may be a role and is left out. */
function givenName(name: string): string | null {
  return name.trim().split(/\s+/)[1] ?? null;
}
