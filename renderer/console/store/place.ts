import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EventDraft } from '../../../shared/contract/events.ts';
import type { SayingId } from '../../../shared/regulation/sayings.ts';
import type { CallWarning } from '../events/call-warning.ts';
import type { UnsavedSettings } from '../settings/form.ts';

export const SECTIONS = ['workplace', 'events', 'journal', 'missed', 'settings'] as const;
export type Section = (typeof SECTIONS)[number];

/** What the booking form opens with: the identification as far as it is known. */
export interface BookingRequest {
  /** The consultation the event belongs to; null when booked by hand. */
  consultationId: string | null;
  draft: EventDraft;
}

/** A number to be dialled, with the link it came from; null: it was typed. */
export type NumberToDial = { readonly number: string; readonly link: string | null };

/** What was typed into a small form, field by field. */
export type Kept = Readonly<Record<string, string>>;

/** Where the consultant is in this window; nothing of the business, nothing the desk needs to know. */
export interface PlaceState {
  section: Section;
  /** The booking form is open with this. */
  booking: BookingRequest | null;
  /** «Перевести» is open to choose a colleague. */
  transfer: boolean;
  /** «Что можно сделать сейчас» is open. */
  help: boolean;
  /** «Сказать пользователю» is open with these words. */
  saying: SayingId | null;
  /** «Начать смену» or «Закончить смену» is open. */
  shift: 'begin' | 'finish' | null;
  /** A consultation whose story the journal is to open. */
  story: string | null;
  /** What stands in «Набрать номер». */
  dial: NumberToDial;
  /** What speaks against the call that was just asked for. */
  callWarning: CallWarning | null;
  /** The consultation whose past stands beside the call in the card's place. */
  history: string | null;
  /** The consultation that is being linked to an earlier one. */
  linking: string | null;
  /** The choice of «Выгрузить» is open. */
  exporting: boolean;
  /** What was typed into «Настройки» and not saved: it waits while another section is looked at. */
  unsaved: UnsavedSettings | null;
  /** What was typed into small forms and neither saved nor put away. */
  kept: Readonly<Record<string, Kept>>;
}

export interface Place {
  readonly store: StoreApi<PlaceState>;
  go(section: Section): void;
  book(request: BookingRequest): void;
  closeBooking(): void;
  /** Puts a number into «Набрать номер»; one from a link shows the workplace. */
  toDial(number: NumberToDial): void;
  warnOfCall(warning: CallWarning | null): void;
  /** «История» beside the call; null: the card. */
  showHistory(consultationId: string | null): void;
  /** «Продолжение», where the history of that consultation is. */
  link(consultationId: string): void;
  setLinking(consultationId: string | null): void;
  openExport(): void;
  closeExport(): void;
  openTransfer(): void;
  closeTransfer(): void;
  openHelp(): void;
  closeHelp(): void;
  say(saying: SayingId): void;
  closeSaying(): void;
  openShift(which: 'begin' | 'finish'): void;
  closeShift(): void;
  openStory(consultationId: string): void;
  closeStory(): void;
  keepUnsaved(settings: UnsavedSettings | null): void;
  /** Keeps what is typed into a small form; null: it was saved or put away. */
  keep(form: string, typed: Kept | null): void;
}

/** Makes the window's own state: the workplace first. */
export function createPlace(): Place {
  const store = createStore<PlaceState>(() => ({
    section: 'workplace',
    booking: null,
    transfer: false,
    help: false,
    saying: null,
    shift: null,
    story: null,
    dial: { number: '', link: null },
    callWarning: null,
    history: null,
    linking: null,
    exporting: false,
    unsaved: null,
    kept: {},
  }));
  return {
    store,
    go: (section) => store.setState({ section, exporting: false }),
    book: (booking) => store.setState({ booking, help: false }),
    closeBooking: () => store.setState({ booking: null }),
    toDial: (dial) => store.setState(dial.link === null ? { dial } : { dial, section: 'workplace' }),
    warnOfCall: (callWarning) => store.setState({ callWarning }),
    showHistory: (history) => store.setState(history === null ? { history } : { history, section: 'workplace' }),
    link: (id) => store.setState({ history: id, linking: id, section: 'workplace' }),
    setLinking: (linking) => store.setState({ linking }),
    openExport: () => store.setState({ section: 'journal', exporting: true }),
    closeExport: () => store.setState({ exporting: false }),
    closeTransfer: () => store.setState({ transfer: false }),
    openHelp: () => store.setState({ help: true, saying: null }),
    closeHelp: () => store.setState({ help: false }),
    openTransfer: () => store.setState({ section: 'workplace', transfer: true, help: false, saying: null }),
    say: (saying) => store.setState({ section: 'workplace', saying, transfer: false, help: false }),
    closeSaying: () => store.setState({ saying: null }),
    openShift: (shift) => store.setState({ shift }),
    closeShift: () => store.setState({ shift: null }),
    openStory: (story) => store.setState({ section: 'journal', story }),
    closeStory: () => store.setState({ story: null }),
    keepUnsaved: (unsaved) => store.setState({ unsaved }),
    keep: (form, typed) =>
      store.setState(({ kept: { [form]: _before, ...others } }) => ({
        kept: typed === null ? others : { ...others, [form]: typed },
      })),
  };
}
