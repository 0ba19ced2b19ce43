import fc from 'fast-check';
import { expect, test } from 'vitest';
import { remainingMs } from '../regulation/consultation-clock.ts';
import { reducerDesk, TEN_O_CLOCK } from './reducer-lab.ts';

const MINUTE = 60_000;

test('the fast clock scales consultation time only, from now on; the time left stays what it was', () => {
  const desk = reducerDesk();
  desk.talk();
  desk.pass(3 * MINUTE);
  desk.happen({ kind: 'scale', scale: 15 });
  const clock = desk.state.consultation?.clock;
  expect(clock).toMatchObject({ scale: 15, startedAt: desk.now, elapsedBeforeMs: 3 * MINUTE });
  expect(clock?.limitAt).toBe(desk.now + (12 * MINUTE) / 15);
  desk.pass(10_000);
  desk.happen({ kind: 'scale', scale: 1 });
  expect(desk.state.consultation?.clock).toMatchObject({ scale: 1, elapsedBeforeMs: 3 * MINUTE + 150_000 });
  desk.ended();
  expect(desk.state.consultation?.talkMs).toBe(3 * MINUTE + 10_000);
});

test('inside the farewell deadlines are not handed over again, a grant in it stops it', () => {
  const desk = reducerDesk();
  desk.talk();
  desk.pass(15 * MINUTE - 1_000);
  desk.effects.length = 0;
  desk.happen({ kind: 'woke' });
  expect(desk.effects).toEqual([]);
  const grant = { id: 'g', minutes: 3, reason: 'r', by: 'l', at: desk.now };
  desk.happen({ kind: 'grant', consultationId: desk.state.consultation?.id ?? '', grant });
  expect(desk.effects).toContainEqual({
    kind: 'deadlines',
    callId: 'c1',
    warningAt: TEN_O_CLOCK + 15 * MINUTE,
    lastMinuteAt: TEN_O_CLOCK + 17 * MINUTE,
    noticeAt: TEN_O_CLOCK + 17.5 * MINUTE,
    farewellAt: TEN_O_CLOCK + 18 * MINUTE - 1_500,
    limitAt: TEN_O_CLOCK + 18 * MINUTE,
  });
});

test('where the limit only warns, the phone gets no limit, and minutes may be granted after it', () => {
  const desk = reducerDesk();
  desk.happen({
    kind: 'settings',
    colleagues: [],
    answerByHeader: [],
    serviceNumbers: [],
    prefix: '',
    policy: { ...desk.state.policy, atLimit: 'warn-only' },
    wrapUpMs: 1,
    autoAnswer: false,
    number: '101',
  });
  desk.talk();
  expect(desk.effects.find(({ kind }) => kind === 'deadlines')).toMatchObject({ limitAt: null, farewellAt: null });
  desk.pass(16 * MINUTE);
  expect(desk.orders()).toEqual([]);
  expect(desk.state.consultation?.phase).toBe('talking');
  const grant = { id: 'g', minutes: 5, reason: 'r', by: 'l', at: desk.now };
  desk.happen({ kind: 'grant', consultationId: desk.state.consultation?.id ?? '', grant });
  expect(desk.state.consultation?.clock?.limitAt).toBe(TEN_O_CLOCK + 20 * MINUTE);
});

test('a limit changed in the settings does not touch the consultation that runs', () => {
  const desk = reducerDesk();
  desk.talk();
  desk.happen({
    kind: 'settings',
    colleagues: [],
    answerByHeader: [],
    serviceNumbers: [],
    prefix: '',
    policy: { ...desk.state.policy, limitMs: 5 * MINUTE },
    wrapUpMs: 1,
    autoAnswer: false,
    number: '101',
  });
  const grant = { id: 'g', minutes: 3, reason: 'r', by: 'l', at: desk.now };
  desk.happen({ kind: 'grant', consultationId: desk.state.consultation?.id ?? '', grant });
  expect(desk.state.consultation?.clock?.limitMs).toBe(18 * MINUTE);
});

type Step =
  | { do: 'pass'; ms: number }
  | { do: 'hold' | 'resume' | 'phone-dies' | 'phone-back' | 'woke' | 'restart' }
  | { do: 'scale'; scale: number }
  | { do: 'grant'; minutes: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 4 * MINUTE }) }),
  fc.record({ do: fc.constantFrom('hold', 'resume', 'phone-dies', 'phone-back', 'woke', 'restart') }),
  fc.record({ do: fc.constant('scale' as const), scale: fc.constantFrom(1, 15) }),
  fc.record({ do: fc.constant('grant' as const), minutes: fc.constantFrom(3, 5) }),
);

test('whatever happens in a call, the time left never grows but by a grant, and never by more than it', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const desk = reducerDesk();
      desk.talk();
      const left = () => {
        const { consultation } = desk.state;
        if (consultation?.phase !== 'talking' || consultation.clock === null) return null;
        return remainingMs(consultation.clock, desk.now);
      };
      const call = {
        callId: 'c1',
        direction: 'incoming',
        number: '+79161234567',
        displayName: '',
        dialled: '',
        phase: 'up',
        held: false,
        muted: false,
        connected: true,
        silentForMs: null,
        startedAgoMs: 0,
        answeredAgoMs: 0,
      } as const;
      const registration = { status: 'registered', failure: null, sipCode: null } as const;
      let before = left();
      steps.forEach((one, index) => {
        const records = desk.state.consultation === null ? [] : [desk.state.consultation];
        if (one.do === 'pass') desk.pass(one.ms);
        if (one.do === 'hold' || one.do === 'resume') {
          desk.fact({ kind: 'held', callId: 'c1', held: one.do === 'hold', agoMs: 0 });
        }
        if (one.do === 'phone-dies') desk.happen({ kind: 'phone-gone' });
        if (one.do === 'phone-back') desk.happen({ kind: 'hello', registration, calls: [call], records });
        if (one.do === 'woke') desk.happen({ kind: 'woke' });
        if (one.do === 'restart') {
          desk.state = { ...desk.state, call: null };
          desk.happen({ kind: 'hello', registration, calls: [call], records });
        }
        if (one.do === 'scale') desk.happen({ kind: 'scale', scale: one.scale });
        if (one.do === 'grant') {
          const grant = { id: `g${index}`, minutes: one.minutes, reason: 'r', by: 'l', at: desk.now };
          desk.happen({ kind: 'grant', consultationId: 'c1', grant });
        }
        const after = left();
        // Instants are whole milliseconds: on the fast clock half of one is eight of the consultation's.
        const rounding = 16;
        const granted = one.do === 'grant' ? one.minutes * MINUTE : 0;
        if (before !== null && after !== null) expect(after).toBeLessThanOrEqual(before + granted + rounding);
        before = after;
      });
    }),
    { numRuns: 300 },
  );
});
