import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OpenRequest } from '../../../shared/contract/desktop.ts';
import type { Failure } from '../../../shared/contract/base.ts';
import { fail } from '../../../shared/contract/base.ts';
import { deskApi, type DeskApi, type DeskSnapshot } from '../../../shared/contract/desk.ts';
import { createClient, type Channel, type Client, type ContractLog } from '../../../shared/contract/rpc.ts';
import type { SayTexts } from '../../../shared/contract/say.ts';
import type { PersonalSettings } from '../../../shared/contract/settings.ts';
import type { NearPhone } from '../../desk-api/near-phone.ts';
import type { LiveClock } from '../../ui/live-clock.ts';
import { createDraftKeeper, type DraftKeeper, type Drafts, type DraftPorts } from './draft-keeper.ts';
import { keepSameParts } from './same-parts.ts';
import { mayAnswer, withProvisionalRing } from './near-ring.ts';

/** A message over the screen: an action that failed, or one that was done and is worth a word. */
export type Notice = { id: number } & ({ kind: 'failure'; failure: Failure } | { kind: 'done'; text: string });

/** What the screens show: the desk's last snapshot, and how this window stands to the desk. */
export interface DeskState {
  /** starting: never connected yet. away: the channel is gone and is being opened again. */
  connection: 'starting' | 'up' | 'away';
  snapshot: DeskSnapshot | null;
  /** Another window holds this desk. */
  elsewhere: { inCall: boolean } | null;
  drafts: Drafts;
  /** The consultant's own settings, once asked for. */
  personal: PersonalSettings | null;
  /** The words of «Сказать пользователю» in force, once asked for. */
  sayTexts: SayTexts | null;
  notices: readonly Notice[];
  /** What the mini window or a link asked this console to show, until it is shown. */
  wish: Wish | null;
}

type Wish = Exclude<OpenRequest, { kind: 'bad-link' }>;

type Call = Client<DeskApi>['call'];

/** The console's only way to its desk: mirrors the desk's state, carries intentions, decides nothing. */
export interface Desk {
  readonly store: StoreApi<DeskState>;
  readonly clock: LiveClock;
  readonly drafts: DraftKeeper;
  /** An intention of the consultant: a failure is shown as a message as well as returned. */
  readonly act: Call;
  /**
   * Answers a ringing call. Where the phone is in this page and the desk's last word allows it, the phone answers at once; the desk is told in
   * the same breath, and orders it too.
   */
  answer(callId: string): void;
  /** A question whose failure the asking screen shows itself. */
  readonly ask: Call;
  /** Says in a word that something was done. */
  say(text: string): void;
  /** Shows a failure that no answer of the desk tells. */
  fail(failure: Failure): void;
  dismiss(noticeId: number): void;
  /** The wish is shown. */
  wishShown(): void;
  /** «Настройки» saved them, or the desk was asked: look and language follow at once. */
  setPersonal(personal: PersonalSettings): void;
  /** As above, of the words of «Сказать пользователю». */
  setSayTexts(texts: SayTexts): void;
  /** Asks the desk once more for everything: after a sleep the offset of the clocks is void. */
  resync(): void;
  stop(): void;
}

export interface DeskPorts {
  /** Keeps a channel to the desk open (renderer/desk-api); returns the function that stops. */
  connect(on: { onUp(channel: Channel): void; onDown(): void }): () => void;
  /** The phone of this page, where it has one. */
  near?: NearPhone | null;
  clock: LiveClock;
  storage: DraftPorts['storage'];
  later: DraftPorts['later'];
  /** Beside a `near` phone: runs something when what is shown now has been painted, and soon where nothing is painted. */
  painted?: (run: () => void) => void;
  log: ContractLog;
}

/** Older messages give way: nobody reads a pile. */
const NOTICES_SHOWN = 3;

/** Connects to the desk and keeps the mirror. */
export function createDesk({ painted = (run) => run(), ...ports }: DeskPorts): Desk {
  const store = createStore<DeskState>(() => ({
    connection: 'starting',
    snapshot: null,
    elsewhere: null,
    drafts: {},
    personal: null,
    sayTexts: null,
    notices: [],
    wish: null,
  }));
  let client: Client<DeskApi> | null = null;
  let noticeId = 0;

  const ask: Call = (name, args) => (client === null ? Promise.resolve(fail('disconnected')) : client.call(name, args));
  const notify = (notice: { kind: 'failure'; failure: Failure } | { kind: 'done'; text: string }): void =>
    store.setState(({ notices }) => ({ notices: [...notices, { ...notice, id: ++noticeId }].slice(-NOTICES_SHOWN) }));
  const act: Call = async (name, args) => {
    const outcome = await ask(name, args);
    if (!outcome.ok) notify({ kind: 'failure', failure: outcome.error });
    return outcome;
  };

  const drafts = createDraftKeeper({
    send: (consultationId, patch, edit) => ask('editCard', { consultationId, patch, edit }),
    storage: ports.storage,
    later: ports.later,
    changed: (now) => store.setState({ drafts: now }),
    failed: (outcome) => notify({ kind: 'failure', failure: outcome.error }),
  });
  store.setState({ drafts: drafts.drafts() });

  /** A ring is being painted: what the desk says meanwhile would only keep it waiting. */
  let ringing: { then: DeskSnapshot | null } | null = null;
  const mirror = (snapshot: DeskSnapshot): void => {
    ports.clock.sync(snapshot.now);
    if (ringing !== null) ringing.then = snapshot;
    else show(snapshot);
  };
  const show = (snapshot: DeskSnapshot): void => {
    keepSameParts(store.getState().snapshot ?? {}, snapshot);
    const { consultation } = snapshot;
    store.setState({ snapshot, elsewhere: null });
    if (consultation) drafts.saved(consultation.id, consultation.savedEdit);
  };

  ports.near?.onRing((ring) => {
    const { snapshot, connection, elsewhere } = store.getState();
    if (snapshot === null || connection !== 'up' || elsewhere !== null) return;
    const provisional = withProvisionalRing(snapshot, ring, ports.clock.now());
    if (provisional === null) return;
    ringing = { then: null };
    store.setState({ snapshot: provisional });
    painted(() => {
      const then = ringing?.then;
      ringing = null;
      if (then) show(then);
    });
  });

  const answer = async (callId: string): Promise<void> => {
    const { snapshot } = store.getState();
    const atOnce = snapshot !== null && mayAnswer(snapshot, callId, ports.clock.now());
    const asked = ask('answer', { callId });
    if (atOnce) ports.near?.answer(callId);
    const outcome = await asked;
    // The phone's word that it has answered may come to the desk before ours.
    const overtaken = atOnce && ports.near && !outcome.ok && outcome.error.code === 'wrong-phase';
    if (!outcome.ok && !overtaken) notify({ kind: 'failure', failure: outcome.error });
  };

  const open = (request: OpenRequest): void => {
    if (request.kind !== 'bad-link') return store.setState({ wish: request });
    const { problem, link } = request;
    notify({ kind: 'failure', failure: { code: `link-${problem}`, details: { link } } });
  };

  /** What was held for the ring is no longer this window's to show. */
  const goElsewhere = (elsewhere: { inCall: boolean }): void => {
    if (ringing !== null) ringing.then = null;
    store.setState({ elsewhere });
  };

  /** A desk that sits in another window says so to whoever asks. */
  const elsewhereFrom = ({ code, details }: Failure): void => {
    if (code === 'elsewhere') goElsewhere({ inCall: details['inCall'] === true });
  };

  const stop = ports.connect({
    onUp(channel) {
      const connected = createClient(deskApi, channel, ports.log);
      // A service that was restarted counts its versions anew.
      let version = -1;
      const take = (snapshot: DeskSnapshot): void => {
        if (snapshot.version < version) return;
        version = snapshot.version;
        mirror(snapshot);
      };
      client = connected;
      connected.on('snapshot', take);
      connected.on('open', open);
      connected.on('elsewhere', goElsewhere);
      store.setState({ connection: 'up', elsewhere: null });
      void connected.call('snapshot', {}).then((outcome) => {
        if (!outcome.ok) return elsewhereFrom(outcome.error);
        take(outcome.value);
        return drafts.flush();
      });
    },
    onDown() {
      client = null;
      store.setState(({ snapshot }) => ({ connection: snapshot === null ? 'starting' : 'away' }));
    },
  });

  return {
    store,
    clock: ports.clock,
    drafts,
    ask,
    act,
    answer: (callId) => void answer(callId),
    say: (text) => notify({ kind: 'done', text }),
    fail: (failure) => notify({ kind: 'failure', failure }),
    wishShown: () => store.setState({ wish: null }),
    dismiss: (id) => store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
    setPersonal: (personal) => store.setState({ personal }),
    setSayTexts: (sayTexts) => store.setState({ sayTexts }),
    resync() {
      void ask('snapshot', {}).then((outcome) => {
        if (outcome.ok) mirror(outcome.value);
      });
    },
    stop,
  };
}
