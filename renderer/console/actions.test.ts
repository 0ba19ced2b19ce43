import { afterEach, expect, test, vi } from 'vitest';
import { channelPair } from '../../shared/contract/channel-pair.ts';
import { reducerDesk } from '../../shared/desk-state/reducer-lab.ts';
import { snapshotOf } from '../../shared/desk-state/snapshot.ts';
import { createLiveClock } from '../ui/live-clock.ts';
import { createActions } from './actions.ts';
import { createDesk } from './store/desk.ts';
import { createPlace } from './store/place.ts';

afterEach(() => vi.unstubAllGlobals());

/** A console at a wrap-up that lacks nothing; its desk answers `editCard` with a failure code, or by success. */
async function atWrapUp(refusal: string | null) {
  const focused: string[] = [];
  const field = (id: string) => ({
    scrollIntoView: () => undefined,
    closest: () => null,
    focus: () => void focused.push(id),
  });
  vi.stubGlobal('document', { getElementById: field, querySelector: () => null });
  const lab = reducerDesk();
  lab.talk();
  const patch = {
    registrationNumber: '8102345',
    organisation: '«Вита»',
    configuration: 'Розница',
    topic: 'errors',
    outcome: 'solved',
  };
  lab.happen({ kind: 'edit-card', consultationId: 'c1', patch, record: null });
  lab.ended('c1');
  const around = {
    version: 1,
    now: lab.now,
    unclosed: [],
    missed: { callers: 0, lastAt: null },
    recent: [],
    today: { consultations: 0, averageMs: null, cutAtLimit: 0, serviceCalls: 0 },
    pace: null,
    desktop: null,
  };
  const [near, far] = channelPair();
  const asked: string[] = [];
  far.onMessage((message) => {
    const { id, name, args } = message as { id: number; name: string; args: { edit: number } };
    asked.push(name);
    if (name === 'snapshot') far.send({ kind: 'result', id, ok: true, value: snapshotOf(lab.state, around) });
    else if (name === 'editCard' && refusal !== null) far.send({ kind: 'failure', id, error: { code: refusal } });
    else far.send({ kind: 'result', id, ok: true, value: name === 'editCard' ? { edit: args.edit } : null });
  });
  const desk = createDesk({
    connect({ onUp }) {
      onUp(near);
      return () => undefined;
    },
    clock: createLiveClock({ monotonic: () => 0, setTimer: () => 0, clearTimer: () => undefined }, lab.now),
    storage: { getItem: () => null, setItem: () => undefined, removeItem: () => undefined },
    later: () => undefined,
    log: () => undefined,
  });
  await vi.waitFor(() => expect(desk.store.getState().snapshot?.consultation?.phase).toBe('wrap-up'));
  return { desk, actions: createActions(desk, createPlace()), asked, focused };
}
const codes = (desk: Awaited<ReturnType<typeof atWrapUp>>['desk']) =>
  desk.store.getState().notices.map((notice) => notice.kind === 'failure' && notice.failure.code);

test('«Закрыть консультацию» sends the last words first', async () => {
  const { desk, actions, asked } = await atWrapUp(null);
  desk.drafts.type('c1', { comment: 'последнее слово' });
  actions.close();
  await vi.waitFor(() => expect(asked.slice(1)).toEqual(['editCard', 'closeConsultation']));
});

test('nothing is closed without words that could not be saved: the cursor goes to them, and it is said', async () => {
  const { desk, actions, asked, focused } = await atWrapUp('not-saved');
  desk.drafts.type('c1', { comment: 'последнее слово' });
  actions.close();
  await vi.waitFor(() => expect(codes(desk)).toContain('words-unsaved'));
  expect(focused).toEqual(['card-field-comment']);
  expect(asked).not.toContain('closeConsultation');
});
