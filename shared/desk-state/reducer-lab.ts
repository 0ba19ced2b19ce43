import type { PhoneFact } from '../contract/phone.ts';
import { NO_SHIFT } from '../contract/shift.ts';
import { DEFAULT_POLICY } from '../regulation/consultation-clock.ts';
import type { Effect, JournalWrite } from './effects.ts';
import type { DeskInput, Fresh } from './inputs.ts';
import { reduce, type Step } from './reduce.ts';
import type { DeskState } from './state.ts';
import { nextDeadline } from './time.ts';

/** For tests of the reducer: a Tuesday, 24.11.2026, 10:00 in Moscow. */
export const TEN_O_CLOCK = Date.UTC(2026, 10, 24, 7);

/** A ready consultant with a registered phone, nothing going on. */
export function idleState(over: Partial<DeskState> = {}): DeskState {
  return {
    mode: 'work',
    consultant: { id: 'petrova', name: 'Петрова Анна' },
    policy: DEFAULT_POLICY,
    wrapUpMs: 180_000,
    autoAnswer: false,
    scale: 1,
    availability: { kind: 'ready', reason: null, since: TEN_O_CLOCK },
    afterCall: null,
    shift: NO_SHIFT,
    undo: null,
    phone: {
      status: 'registered',
      failure: null,
      sipCode: null,
      since: TEN_O_CLOCK,
      number: '101',
      microphone: 'granted',
      soundAllowed: true,
      devices: [],
      headsets: [],
      check: null,
      goneSince: null,
    },
    rules: {
      notices: [],
      shortenedDays: true,
      latestRelease: '3.0.48.3',
      latestReleaseSince: null,
      configurations: [],
    },
    lineConnected: true,
    events: [],
    call: null,
    secondCall: null,
    transfer: null,
    colleagues: [],
    answerByHeader: [],
    serviceNumbers: [],
    prefix: '',
    newMessages: 0,
    consultation: null,
    endedCallIds: [],
    declinedLately: [],
    lastCallEnd: null,
    ...over,
  };
}

type WithoutEnvelope<I> = I extends DeskInput ? Omit<I, 'at' | 'fresh'> : never;
export type Happening = WithoutEnvelope<DeskInput>;

/** A desk of which only the reducer is real: its time is moved by hand, its effects are kept. */
export function reducerDesk(over: Partial<DeskState> = {}) {
  let n = 0;
  const desk = {
    now: TEN_O_CLOCK,
    state: idleState(over),
    effects: [] as Effect[],
    happen(what: Happening, agoMs = 0): Step {
      n += 1;
      const fresh: Fresh = { callId: `call-${n}`, eventId: `event-${n}`, n };
      const step = reduce(desk.state, { ...what, at: desk.now - agoMs, fresh });
      desk.state = step.state;
      desk.effects.push(...step.effects);
      return step;
    },
    /** Lets ms pass; what falls due happens at its instant. */
    pass(ms: number) {
      const until = desk.now + ms;
      for (;;) {
        const due = nextDeadline(desk.state, desk.now);
        // Some deadlines stay past until the phone has answered: looked at again a second later, as the desk does.
        const next = due > desk.now ? due : desk.now + 1_000;
        if (next > until) break;
        desk.now = next;
        desk.happen({ kind: 'time' });
      }
      desk.now = Math.max(desk.now, until);
    },
    fact: (fact: PhoneFact) => desk.happen({ kind: 'fact', fact }),
    ring: (callId = 'c1', number = '+79161234567') =>
      desk.fact({ kind: 'ringing', callId, number, displayName: '', dialled: '', agoMs: 0 }),
    answered: (callId = 'c1') => desk.fact({ kind: 'answered', callId, agoMs: 0 }),
    ended: (callId = 'c1', cause: Extract<PhoneFact, { kind: 'ended' }>['cause'] = 'remote') =>
      desk.fact({ kind: 'ended', callId, cause, sipCode: null, media: null, agoMs: 0 }),
    talk() {
      desk.ring();
      desk.answered();
    },
    orders: () => desk.effects.flatMap((effect) => (effect.kind === 'order' ? [effect.order] : [])),
    written: <Kind extends JournalWrite['kind']>(kind: Kind): Extract<JournalWrite, { kind: Kind }>[] =>
      desk.effects
        .flatMap((effect) => (effect.kind === 'write' ? [effect.write] : []))
        .filter((write): write is Extract<JournalWrite, { kind: Kind }> => write.kind === kind),
  };
  return desk;
}
