import type { EventDraft } from '../../shared/contract/events.ts';
import type { ConsultationView, DeskSnapshot } from '../../shared/contract/desk.ts';
import type { Card } from '../../shared/contract/journal.ts';
import { isPending, shownCard, tooLong } from './store/card-draft.ts';
import type { Desk } from './store/desk.ts';
import type { BookingRequest, Place } from './store/place.ts';
import { focusCardField, focusCardSearch } from './card/focus.ts';
import { callEvent } from './events/call-event.ts';
import { nextEvent } from './workplace/next-event.ts';

/** The consultant's intentions, the same for buttons, keys and «Ctrl+K». Each looks at the present state and does nothing where it has no sense. */
export interface Actions {
  answer(): void;
  end(): void;
  hold(): void;
  mute(): void;
  book(): void;
  nextEvent(): void;
  search(): void;
  close(): void;
  /** Calls the user of the consultation that is over: goes on after a technical cut, is one of its own at the limit (4.1). */
  redial(): void;
  /** How the consultation is to be closed where nobody is identified (2.4, 2.5); the same said again takes it back. */
  closeBy(closing: NonNullable<Card['closing']>, notHeldReason?: string): void;
}

/** Binds the intentions to a desk and a window. */
export function createActions(desk: Desk, place: Place): Actions {
  const snapshot = (): DeskSnapshot | null => desk.store.getState().snapshot;
  return {
    answer() {
      const call = snapshot()?.call;
      if (call?.phase !== 'ringing' || call.direction !== 'incoming') return;
      desk.answer(call.id);
      place.go('workplace');
    },
    end() {
      const call = snapshot()?.call;
      if (call && call.phase !== 'ringing') void desk.act('hangUp', { callId: call.id });
    },
    hold() {
      const call = snapshot()?.call;
      if (call?.phase === 'up') void desk.act('hold', { callId: call.id, held: !call.held });
    },
    mute() {
      const call = snapshot()?.call;
      if (call?.phase === 'up') void desk.act('mute', { callId: call.id, muted: !call.muted });
    },
    book() {
      const now = snapshot();
      if (now !== null && place.store.getState().booking === null) place.book(bookingRequest(desk, now));
    },
    nextEvent() {
      const now = snapshot();
      if (now === null || now.call !== null || now.consultation !== null) return;
      const next = nextEvent(now.events, now.consultant.id, desk.clock.now());
      if (next === null) return;
      // A free one is taken; one already one's own is dialled.
      if (next.owner?.id === now.consultant.id) void callEvent(desk, place, next);
      else void desk.act('takeEvent', { eventId: next.id });
    },
    search: () => focusCardSearch(),
    close() {
      const consultation = snapshot()?.consultation;
      if (!consultation || consultation.phase === 'dialling') return;
      void closeOrJump(desk, consultation.id);
    },
    redial() {
      const consultation = snapshot()?.consultation;
      if (consultation?.phase === 'wrap-up' || consultation?.phase === 'interrupted') void redial(desk, consultation);
    },
    closeBy(closing, notHeldReason) {
      const consultation = snapshot()?.consultation;
      if (!consultation) return;
      const { id } = consultation;
      const before = shownCard(consultation.card, desk.store.getState().drafts[id]);
      const reason = notHeldReason ?? null;
      const again = before.closing === closing && before.notHeldReason === reason;
      desk.drafts.type(id, { closing: again ? null : closing, notHeldReason: again ? null : reason });
    },
  };
}

async function redial(desk: Desk, { id, number, endReason }: ConsultationView): Promise<void> {
  await desk.drafts.flush();
  await desk.act('dial', { number, eventId: null, consultationId: id, fresh: endReason === 'limit' });
}

/** Closes the consultation, or puts the cursor where something is missing, also while one still talks. What was typed last goes first. */
async function closeOrJump(desk: Desk, consultationId: string): Promise<void> {
  await desk.drafts.flush();
  const consultation = desk.store.getState().snapshot?.consultation;
  if (consultation?.id !== consultationId) return;
  const [missing] = consultation.missing;
  if (missing) return focusCardField(missing.field);
  if (consultation.phase !== 'wrap-up' && consultation.phase !== 'interrupted') return;
  const { connection, drafts } = desk.store.getState();
  const draft = drafts[consultationId];
  if (draft === undefined || !isPending(draft)) return void desk.act('closeConsultation', { consultationId });
  // The journal would miss what is still on its way: nothing is closed without the last words.
  if (connection !== 'up') return desk.fail({ code: 'disconnected', details: {} });
  const [unsaved] = [...tooLong(draft), ...Object.keys(draft.edits)];
  if (unsaved !== undefined) focusCardField(unsaved);
  desk.fail({ code: 'words-unsaved', details: {} });
}

/** The booking form, filled with what the card, the event or the call already knows. */
function bookingRequest(desk: Desk, { consultation, call }: DeskSnapshot): BookingRequest {
  const card = consultation && shownCard(consultation.card, desk.store.getState().drafts[consultation.id]);
  const draft: EventDraft = {
    user: {
      name: card?.contact || consultation?.displayName || call?.displayName || '',
      number: card?.phone || consultation?.number || call?.number.raw || '',
      registrationNumber: card?.registrationNumber ?? '',
      organisation: card?.organisation ?? '',
      configuration: card?.configuration ?? '',
      city: card?.city ?? '',
    },
    topic: card?.topic ?? null,
    comment: card?.comment ?? '',
    criticality: 'none',
    preferredAt: null,
    convenient: null,
    mine: false,
  };
  return { consultationId: consultation?.id ?? null, draft };
}
