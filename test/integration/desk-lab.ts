import { NO_RECORDINGS } from '../../shared/contract/recordings.ts';
import { channelPair } from '../../shared/contract/channel-pair.ts';
import { fail, ok, type Outcome } from '../../shared/contract/base.ts';
import { deskApi, deskSnapshot, type DeskApi, type DeskSnapshot } from '../../shared/contract/desk.ts';
import type { LineFact, LineLink, LinePush } from '../../shared/contract/link.ts';
import type { Presence } from '../../shared/contract/line.ts';
import {
  phoneApi,
  type PhoneApi,
  type PhoneCall,
  type PhoneFact,
  type PhoneOrder,
} from '../../shared/contract/phone.ts';
import type { RegistryAnswer, RegistryEntry } from '../../shared/contract/registry.ts';
import { createClient, type Client } from '../../shared/contract/rpc.ts';
import {
  limitSettings,
  personalSettings,
  workstationSettings,
  type SettingsView,
} from '../../shared/contract/settings.ts';
import { openDesk, type Desk } from '../../electron/desk/desk.ts';
import { SHIPPED_SAY_TEXTS } from '../../shared/say/say-texts.ts';
import type { DataControl, DeskPorts, DeskSettings } from '../../electron/desk/ports.ts';

/** A Tuesday, 24.11.2026, 10:00 in Moscow: the line is open. */
export const TEN_O_CLOCK = Date.UTC(2026, 10, 24, 7);

/** Time moved by hand; what is due happens at its instant, in order. */
export function handMovedTime(start = TEN_O_CLOCK) {
  type Waiting = { at: number; work: () => void };
  const waiting = new Set<Waiting>();
  const time = { now: start, slept: 0, wallAheadMs: 0 };
  const settle = () => {
    const movedMs = time.wallAheadMs;
    time.now += movedMs;
    time.wallAheadMs = 0;
    return movedMs;
  };
  return {
    clock: { now: () => time.now, reconcile: () => 0, settle, sleptMs: () => time.slept },
    timers: {
      after(ms: number, work: () => void) {
        const entry = { at: time.now + Math.max(1, Math.round(ms)), work };
        waiting.add(entry);
        return () => void waiting.delete(entry);
      },
    },
    now: () => time.now,
    /** Lets ms pass, with everything that falls due in them. */
    async pass(ms: number) {
      const until = time.now + ms;
      for (;;) {
        await settled();
        const next = [...waiting].sort((a, b) => a.at - b.at)[0];
        if (next === undefined || next.at > until) break;
        waiting.delete(next);
        time.now = Math.max(time.now, next.at);
        next.work();
      }
      time.now = Math.max(time.now, until);
      await settled();
    },
    /** The wall clock is set to this many ms ahead of the desk's; negative: behind. */
    setWall(aheadMs: number) {
      time.wallAheadMs = aheadMs;
    },
    /** The computer sleeps: time passes, nothing happens in it. */
    sleep(ms: number) {
      time.now += ms;
      time.slept += ms;
    },
  };
}
export type HandMovedTime = ReturnType<typeof handMovedTime>;

/** Messages between the two ends of a pair have arrived, and their answers too. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

export const entry = (over: Partial<RegistryEntry> = {}): RegistryEntry => ({
  id: 'entry-1',
  registrationNumber: '8001234567',
  organisation: 'ООО «Ёлочка»',
  inn: '7707083893',
  city: 'Тверь',
  configuration: '1С-Рарус: Управление аптекой, ред. 3',
  phones: ['+79161234567'],
  contact: 'Ильина Ольга',
  purchasedOn: '2020-02-01',
  licences: [{ kind: 'prof', first: '2026-01-01', last: '2026-12-31' }],
  ...over,
});

/** A line that keeps what it is told and answers from a small registry; it can be taken away. */
export function fakeLine(entries: RegistryEntry[] = [entry()]) {
  const facts: LineFact[] = [];
  const presences: Presence[] = [];
  const line = { away: false, facts, presences, push: (_push: LinePush): void => undefined };
  const answer = (matching: (one: RegistryEntry) => boolean): Promise<Outcome<RegistryAnswer>> =>
    Promise.resolve(line.away ? fail('line-away') : ok({ entries: entries.filter(matching), asOf: TEN_O_CLOCK }));
  const link: LineLink = {
    deliver(given) {
      if (line.away) return Promise.resolve(fail('line-away'));
      facts.push(...given.filter(({ id }) => !facts.some((known) => known.id === id)));
      return Promise.resolve(ok({ applied: given.map(({ id }) => id) }));
    },
    present: (presence) => void presences.push(presence),
    searchRegistry: (text) => answer(({ organisation }) => organisation.includes(text)),
    registryByPhone: (number) => answer(({ phones }) => phones.includes(number)),
    registryByNumber: (number) => answer(({ registrationNumber }) => registrationNumber === number),
    registryById: (id) => answer((one) => one.id === id),
    subscribe(_consultantId, handler) {
      line.push = handler;
      handler({
        kind: 'rules',
        notices: [],
        shortenedDays: true,
        latestRelease: '3.0.48.3',
        latestReleaseSince: null,
        configurations: ['1С-Рарус: Управление аптекой, ред. 3'],
      });
      handler({ kind: 'events', events: [] });
      return () => {
        line.push = () => undefined;
      };
    },
  };
  return Object.assign(line, { link });
}
export type FakeLine = ReturnType<typeof fakeLine>;

/** A service that does nothing about the data. */
const refused = () => fail('not-possible');
export const noData: DataControl = {
  registryState: () => ok({ about: null, import: { phase: 'none' } }),
  registryImportBegin: refused,
  registryImportReceive: refused,
  registryImportRun: refused,
  registryImportApply: refused,
  registryImportCancel: refused,
  retentionPreview: refused,
  backUp: refused,
};

/** Settings that never change. */
export function fixedSettings(limits: Partial<Record<'limit' | 'wrapUp', string>> = {}): DeskSettings {
  const workstation = workstationSettings.parse({ limits });
  const view: SettingsView = {
    workstation,
    personal: personalSettings.parse({}),
    locked: [],
    recordings: NO_RECORDINGS,
    password: { known: true, kept: 'file' },
    links: { lead: null, booking: null, problem: null },
    dataDir: '',
    say: { texts: SHIPPED_SAY_TEXTS, own: {}, mistakes: [] },
  };
  return {
    view: () => view,
    savePersonal: () => Promise.resolve(ok(view)),
    saveWorkstation: () => Promise.resolve(ok(view)),
    saveSayTexts: () => Promise.resolve(ok(view)),
    recording: () => null,
    saveRecording: () => ok(view),
    phoneConfig: () => ({
      account: { server: 'ws://127.0.0.1:5066', number: '101', password: 'x', stun: [] },
      microphone: null,
      headphones: null,
      ringer: [],
      ringVolume: 0.7,
      deviceNames: {},
    }),
    limits: () => limitSettings.parse({ ...limits }),
    onChange: () => () => undefined,
  };
}

/** A phone that does what it is told, and what a user at the other end is made to do. */
export async function scriptedPhone(desk: Pick<Desk, 'connect'>, tabId = 'phone', calls: PhoneCall[] = []) {
  const [near, far] = channelPair();
  const client: Client<PhoneApi> = createClient(phoneApi, near, () => undefined);
  const orders: PhoneOrder[] = [];
  const tell = async (...facts: PhoneFact[]) => {
    await client.call('facts', { facts });
    await settled();
  };
  const end = (callId: string, cause: Extract<PhoneFact, { kind: 'ended' }>['cause']) =>
    tell({ kind: 'ended', callId, cause, sipCode: null, media: null, agoMs: 0 });
  client.on('order', (order) => {
    orders.push(order);
    if (order.kind === 'answer') void tell({ kind: 'answered', callId: order.callId, agoMs: 0 });
    if (order.kind === 'decline') void end(order.callId, 'declined');
    if (order.kind === 'hang-up') void end(order.callId, order.reason === 'limit' ? 'limit' : 'local');
    if (order.kind === 'hold') void tell({ kind: 'held', callId: order.callId, held: order.held, agoMs: 0 });
    if (order.kind === 'mute') void tell({ kind: 'muted', callId: order.callId, muted: order.muted, agoMs: 0 });
  });
  desk.connect('phone', far, { tabId });
  const registration = { status: 'registered', failure: null, sipCode: null } as const;
  const said = client.call('hello', { registration, calls });
  await settled();
  return {
    client,
    orders,
    said,
    tell,
    end,
    ring: (callId: string, number = '+79161234567', displayName = '') =>
      tell({ kind: 'ringing', callId, number, displayName, dialled: '', agoMs: 0 }),
    answered: (callId: string) => tell({ kind: 'answered', callId, agoMs: 0 }),
    lastDeadlines: () => orders.flatMap((order) => (order.kind === 'deadlines' ? [order.deadlines] : [])).at(-1),
    async die() {
      client.close();
      await settled();
    },
  };
}

/** A console that mirrors what it is sent; every snapshot is checked against the schema by the channel itself. */
export async function scriptedConsole(desk: Pick<Desk, 'connect'>, tabId = 'tab-1') {
  const [near, far] = channelPair();
  const problems: unknown[] = [];
  const client: Client<DeskApi> = createClient(deskApi, near, (problem) => void problems.push(problem));
  const seen: { snapshots: DeskSnapshot[]; elsewhere: number } = { snapshots: [], elsewhere: 0 };
  client.on('snapshot', (snapshot) => void seen.snapshots.push(snapshot));
  client.on('elsewhere', () => void (seen.elsewhere += 1));
  desk.connect('console', far, { tabId });
  await settled();
  return {
    client,
    seen,
    problems,
    async now(): Promise<DeskSnapshot> {
      const outcome = await client.call('snapshot', {});
      if (!outcome.ok) throw new Error(outcome.error.code);
      return deskSnapshot.parse(outcome.value);
    },
  };
}

let made = 0;
/** A desk with its ports; `over` replaces some. */
export function openLabDesk(over: Partial<DeskPorts> & Pick<DeskPorts, 'clock' | 'timers' | 'link'>): Desk {
  return openDesk({
    dbFile: ':memory:',
    newId: () => `id-${String((made += 1)).padStart(6, '0')}`,
    mode: 'work',
    consultant: { id: 'petrova', name: 'Петрова Анна' },
    settings: fixedSettings(),
    data: noData,
    training: null,
    probe: () => Promise.resolve(null),
    sealing: null,
    log: (level, what, details) => {
      if (level === 'error') throw new Error(`${what} ${JSON.stringify(details)}`);
    },
    ...over,
  });
}

/** A call as a phone that has it up tells of it. */
export const aliveCall = (over: Partial<PhoneCall> = {}): PhoneCall => ({
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
  ...over,
});
