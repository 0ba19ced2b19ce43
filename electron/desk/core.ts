import { fail, ok, type Outcome } from '../../shared/contract/base.ts';
import type { DesktopState } from '../../shared/contract/desktop.ts';
import type { DeskSnapshot } from '../../shared/contract/desk.ts';
import type { PhoneConfig, PhoneOrder } from '../../shared/contract/phone.ts';
import type { ShellView } from '../../shared/contract/shell.ts';
import type { Effect, JournalWrite } from '../../shared/desk-state/effects.ts';
import type { DeskInput, Fresh } from '../../shared/desk-state/inputs.ts';
import { reduce } from '../../shared/desk-state/reduce.ts';
import { presenceOf, shellViewOf, snapshotOf } from '../../shared/desk-state/snapshot.ts';
import { serviceNumbersOf } from '../../shared/desk-state/service.ts';
import { activityOf, type DeskState } from '../../shared/desk-state/state.ts';
import { nextDeadline } from '../../shared/desk-state/time.ts';
import { moscowDate, type Instant } from '../../shared/regulation/time.ts';
import { candidatesFor, journalCandidates } from './caller-lookup.ts';
import { journalReader, type JournalReader } from './journal-reader.ts';
import { writeAlive, writeJournal } from './journal-writer.ts';
import { colleaguesOf, limitsOf, openingState, prefixOf } from './opening.ts';
import { createOutbox } from './outbox.ts';
import type { DeskPorts } from './ports.ts';
import type { DeskDatabase } from './schema.ts';

/** What may happen, without the instant and the identifiers, which the core adds. */
type WithoutEnvelope<I> = I extends DeskInput ? Omit<I, 'at' | 'fresh'> : never;
export type Happening = WithoutEnvelope<DeskInput>;

/** Where the core's news go. */
export type Outlets = {
  order(order: PhoneOrder): void;
  published(snapshot: DeskSnapshot, shell: ShellView): void;
};

export type DeskCore = {
  readonly reader: JournalReader;
  /** Begins to listen to the line and the settings, and to publish. Once. */
  start(): void;
  state(): DeskState;
  snapshot(): DeskSnapshot;
  /** What the phone is configured with now. */
  phoneConfig(): PhoneConfig;
  shellView(): ShellView;
  inCall(): boolean;
  /** How many records wait for the line. */
  unsent(): number;
  /**
   * One step: reduce, publish, write, carry out. Returns the identifiers the step could use, or the reducer's refusal; `not-saved` when the
   * disk refused (what was not written is written with the next step).
   * @param at when it happened; now, if not said
   */
  happen(what: Happening, at?: Instant): Outcome<Fresh>;
  /** Something a snapshot shows has changed outside of the state. */
  publish(): void;
  /** What the shell says of the desktop; null: it is gone. */
  desktopIs(desktop: DesktopState | null): void;
  /** Time may have jumped: sleep is counted, deadlines are handed over again. */
  wake(): void;
  close(): void;
};

/** In a call the journal learns this often that it goes on, and a sleep nobody told of is noticed; what waits for the disk is tried again. */
const HEARTBEAT_MS = 5_000;
/** This often the wall clock is looked at. */
const CLOCK_LOOK_MS = 3_600_000;
/** A deadline that is past and changed nothing is looked at again no sooner than this. */
const LOOK_AGAIN_MS = 1_000;

/** The desk without its channels: state, journal, outbox, timers. */
export function openCore(ports: DeskPorts, database: DeskDatabase, outlets: Outlets): DeskCore {
  const { clock, link, timers, settings, log } = ports;
  const author = { consultant: ports.consultant, newId: ports.newId };
  const reader = journalReader(database);
  const opening = openingState(ports, reader, clock.now());
  let state = opening.state;
  let version = 0;
  let nextNumber = reader.nextNumber();
  let unwritten: JournalWrite[] = opening.interrupted.flatMap((record) => [
    { kind: 'consultation', record },
    { kind: 'story', consultationId: record.id, line: { at: clock.now(), what: 'interrupted', text: '' } },
  ]);
  let activitySince = clock.now();
  let sleptMs = clock.sleptMs();
  let presented = '';
  let closed = false;
  let desktop: DesktopState | null = null;
  let callOff: () => void = () => undefined;
  let callOffLook: () => void = () => undefined;
  let unsubscribe: () => void = () => undefined;
  let stopSettings: () => void = () => undefined;
  writeAll([]);
  let overviewDay = moscowDate(clock.now());
  let overview = reader.overview(overviewDay);

  const outbox = createOutbox({
    database,
    link,
    timers,
    connected: (connected) => void (state.lineConnected !== connected && happen({ kind: 'line-connected', connected })),
    log,
  });

  function snapshot(): DeskSnapshot {
    const now = clock.now();
    if (overviewDay !== moscowDate(now)) {
      overviewDay = moscowDate(now);
      overview = reader.overview(overviewDay);
    }
    return snapshotOf(state, { ...overview, now, version, pace: ports.training?.pace() ?? null, desktop });
  }

  const shellView = (): ShellView => shellViewOf(state, settings.view().personal);

  function publish(): void {
    version += 1;
    outlets.published(snapshot(), shellView());
    const presence = presenceOf(state, activitySince);
    const text = JSON.stringify(presence);
    if (text === presented) return;
    presented = text;
    link.present(presence);
  }

  /** Writes in one transaction what was decided, and what an earlier one could not write. */
  function writeAll(writes: readonly JournalWrite[]): boolean {
    const all = [...unwritten, ...writes];
    try {
      writeJournal(database, all, author);
      unwritten = [];
      return true;
    } catch (error) {
      unwritten = all;
      log('error', 'journal-not-written', { error: String(error), waiting: all.length });
      return false;
    }
  }

  function happen(what: Happening, at = clock.now()): Outcome<Fresh> {
    if (closed) return fail('disconnected');
    const fresh: Fresh = {
      callId: ports.newId(),
      eventId: ports.newId(),
      n: nextNumber,
    };
    const [before, { availability }] = [activityOf(state), state];
    const step = reduce(state, { ...what, at, fresh });
    if (step.refusal !== null) return fail(step.refusal.code, step.refusal.details);
    state = step.state;
    if (activityOf(state) !== before) activitySince = at;

    const writes = step.effects.flatMap((effect) => (effect.kind === 'write' ? [effect.write] : []));
    const records = writes.flatMap((write) => (write.kind === 'consultation' ? [write.record] : []));
    if (records.some(({ n }) => n === nextNumber)) nextNumber += 1;

    // Ring and answer are published at once and written right after; only what the screen calls saved waits for the disk.
    step.effects.forEach(carryOut);
    if (availability !== state.availability && settings.view().personal.keepMicrophoneOpen) configurePhone();
    const isUrgent = what.kind === 'fact' || what.kind === 'hello';
    if (isUrgent) publish();
    const written = writes.length === 0 || writeAll(writes);
    const changesOverview =
      records.some(({ endedAt }) => endedAt !== null) ||
      writes.some(({ kind }) => kind === 'missed' || kind === 'missed-settled');
    if (changesOverview) overview = reader.overview(overviewDay);
    if (what.kind !== 'edit-card' && (!isUrgent || changesOverview)) publish();

    step.effects.forEach(lookUp);
    if (writes.some(({ kind }) => kind === 'fact')) outbox.kick();
    schedule();
    return written ? ok(fresh) : fail('not-saved');
  }

  function carryOut(effect: Effect): void {
    if (effect.kind === 'order') return outlets.order(effect.order);
    if (effect.kind !== 'deadlines') return;
    const now = clock.now();
    const inMs = (instant: Instant | null) => (instant === null ? null : instant - now);
    const { callId, warningAt, lastMinuteAt, noticeAt, farewellAt, limitAt } = effect;
    const stages = {
      ...(warningAt !== undefined && { warningInMs: warningAt - now }),
      ...(lastMinuteAt !== undefined && { lastMinuteInMs: lastMinuteAt - now }),
    };
    const deadlines = { noticeInMs: inMs(noticeAt), farewellInMs: inMs(farewellAt), limitInMs: inMs(limitAt) };
    outlets.order({ kind: 'deadlines', deadlines: { callId, ...stages, ...deadlines } });
  }

  /** The microphone may stay open between calls while one is ready, where the consultant wishes so. */
  function phoneConfig(): PhoneConfig {
    const { keepMicrophoneOpen } = settings.view().personal;
    const isReady = state.availability.kind === 'ready';
    return { ...settings.phoneConfig(), ...(keepMicrophoneOpen && isReady && { keepMicrophone: true }) };
  }

  const configurePhone = () => outlets.order({ kind: 'configure', config: phoneConfig() });

  function lookUp(effect: Effect): void {
    if (effect.kind === 'look-up-caller') void lookUpCaller(effect).catch(logFailure);
    if (effect.kind === 'look-up-entry') void lookUpEntry(effect).catch(logFailure);
  }

  /** What the journal knows is shown at once; the registry's answer completes it. */
  async function lookUpCaller({ callId, number }: Extract<Effect, { kind: 'look-up-caller' }>): Promise<void> {
    const { history, callsThisWeek, past } = reader.caller(number.raw, callId, clock.now());
    happen({ kind: 'caller-known', callId, candidates: journalCandidates(past), history, callsThisWeek });
    const { candidates, lineAnswered } = await candidatesFor(number, past, link, reader);
    if (closed || !lineAnswered) return;
    happen({ kind: 'caller-known', callId, candidates, history, callsThisWeek });
  }

  async function lookUpEntry(wish: Extract<Effect, { kind: 'look-up-entry' }>): Promise<void> {
    const { consultationId, registrationNumber } = wish;
    const answer = await link.registryByNumber(registrationNumber);
    if (closed || !answer.ok) return;
    const { entries, asOf } = answer.value;
    const entry = entries.find((one) => one.registrationNumber === registrationNumber) ?? null;
    happen({ kind: 'entry-known', consultationId, registrationNumber, entry, asOf });
  }

  const logFailure = (error: unknown) => log('error', 'lookup-failed', { error: String(error) });

  function inCall(): boolean {
    return state.call?.phase === 'up' || state.call?.phase === 'dialling' || state.transfer !== null;
  }

  /** Never throws: a disk that refuses must not take the desk down, nor what waits for it with it. */
  function beat(): void {
    if (unwritten.length > 0 && writeAll([])) {
      outbox.kick();
      overview = reader.overview(overviewDay);
      publish();
    }
    const { consultation } = state;
    if (!inCall() || consultation === null) return;
    try {
      writeAlive(database, consultation.id, clock.now());
    } catch (error) {
      log('error', 'not-marked-alive', { error: String(error) });
    }
  }

  function schedule(): void {
    callOff();
    if (closed) return;
    const now = clock.now();
    const deadline = nextDeadline(state, now);
    const untilDeadline = deadline <= now ? LOOK_AGAIN_MS : deadline - now;
    const beats = inCall() || unwritten.length > 0;
    callOff = timers.after(Math.min(untilDeadline, beats ? HEARTBEAT_MS : 3_600_000), () => {
      clock.reconcile();
      if (clock.sleptMs() !== sleptMs) return wake();
      const due = nextDeadline(state, now) <= clock.now();
      if (due) return void happen({ kind: 'time' });
      beat();
      schedule();
    });
  }

  function wake(): void {
    clock.reconcile();
    sleptMs = clock.sleptMs();
    happen({ kind: 'woke' });
    settleClock();
  }

  /** The wall clock is taken over only when nothing is being timed: no call, no conversation, no wrap-up (4.1). */
  function settleClock(): void {
    const { call, consultation } = state;
    if (call !== null || (consultation !== null && consultation.phase !== 'interrupted')) return;
    const movedMs = clock.settle();
    if (movedMs === 0) return;
    log('info', 'clock-settled', { movedMs });
    activitySince += movedMs;
    happen({ kind: 'time' });
  }

  function lookAtClock(): void {
    settleClock();
    callOffLook = timers.after(CLOCK_LOOK_MS, lookAtClock);
  }

  /** The first events the line pushes are all there are; later ones are changes. */
  function subscribe(): () => void {
    let isFirst = true;
    return link.subscribe(ports.consultant.id, (push) => {
      if (closed) return;
      if (!state.lineConnected) happen({ kind: 'line-connected', connected: true });
      if (push.kind !== 'events') return void happen(push);
      happen({ ...push, whole: isFirst, keep: isFirst ? outbox.eventIds() : [] });
      isFirst = false;
    });
  }

  function start(): void {
    unsubscribe = subscribe();
    stopSettings = settings.onChange(() => {
      const number = settings.phoneConfig().account?.number ?? '';
      const { workstation } = settings.view();
      const { autoAnswer, answerByHeader } = workstation;
      const colleagues = colleaguesOf(workstation);
      happen({
        kind: 'settings',
        ...limitsOf(settings),
        autoAnswer,
        number,
        colleagues,
        answerByHeader,
        serviceNumbers: serviceNumbersOf(workstation),
        prefix: prefixOf(ports.mode, workstation),
      });
      configurePhone();
    });
    const { consultation } = state;
    const registrationNumber = consultation?.card.registrationNumber.trim() ?? '';
    if (consultation !== null && registrationNumber !== '') {
      lookUp({ kind: 'look-up-entry', consultationId: consultation.id, registrationNumber });
    }
    outbox.kick();
    publish();
    schedule();
    callOffLook = timers.after(CLOCK_LOOK_MS, lookAtClock);
  }

  return {
    reader,
    start,
    state: () => state,
    snapshot,
    phoneConfig,
    shellView,
    inCall,
    unsent: outbox.size,
    publish,
    desktopIs(next) {
      desktop = next;
      if (!closed) publish();
    },
    happen,
    wake,
    close() {
      closed = true;
      callOff();
      callOffLook();
      unsubscribe();
      stopSettings();
      outbox.close();
      link.present({ ...presenceOf(state, clock.now()), activity: 'offline', consultation: null });
    },
  };
}
