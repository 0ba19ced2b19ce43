import type { Failure } from '../contract/base.ts';
import { setAfterCall, setAvailability, settleAfterCall } from './availability.ts';
import { answer, callById, decline, hangUp, held, inTalk, noted, ring } from './calls.ts';
import { editCard, entryKnown, keepWhileTyping, takeCandidate } from './card.ts';
import { sounds } from './call-sound.ts';
import { addGrant, handDeadlines, setScale } from './clock.ts';
import { linkConsultation } from './chain.ts';
import { checkLink } from './link-check.ts';
import { answeringMachine, closeConsultation, openConsultation, userOnLine } from './consultation.ts';
import { dial } from './dial.ts';
import type { Effect } from './effects.ts';
import {
  bookEvent,
  closeEvent,
  confirmCriticality,
  eventsKnown,
  giveBack,
  move,
  settleAskedEvent,
  take,
} from './events.ts';
import { headsetPressed } from './headset.ts';
import type { DeskInput } from './inputs.ts';
import { hello, phoneGone, registered } from './reconcile.ts';
import { say } from './say.ts';
import { markService } from './service-mark.ts';
import { endShift, resumeShift, returnOwnEvents, startShift } from './shift.ts';
import { passTime } from './time.ts';
import type { DeskState } from './state.ts';
import {
  callOver,
  callUp,
  connect,
  consult,
  holdOrMute,
  joined,
  leaveColleague,
  talkTo,
  transferFailed,
  transferNow,
} from './transfer.ts';
import { refuse, replaceCall, settleMissed, update, type Turn } from './turn.ts';
import { dropStaleUndo, undo } from './undo.ts';
import type { PhoneFact } from '../contract/phone.ts';

/** What one step gives: the new state, what is to be done, and the code of a refusal (then the state is the old one). */
export type Step = { state: DeskState; effects: Effect[]; refusal: Failure | null };

/**
 * The desk: state + input → state + effects. Pure: `at` and all identifiers come with the input. A consultation's life:
 *
 *     incoming: ring ──answered──────────────────────► talking ──ended──► wrap-up ──closed──► (journal)
 *     outgoing: dial ► dialling ──answered──► waiting ──user─┘ ▲            │  └─its limit──► «Незакрытые» ──opened──► wrap-up
 *                         │                      │  on line    │            │
 *                         │ busy, no answer,     └──ended──────┼──► wrap-up │ lost: redialled within 5 minutes
 *                         ▼ cancelled                          └─────◄──────┘  (dialling, waiting again; elapsed time kept)
 *                      (journal, nothing to wrap up)
 *
 *     killed in a call ► interrupted ──phone still has the call──► talking, clock where it was
 *                              └──redialled as above, or closed──► (journal)
 */
export function reduce(state: DeskState, input: DeskInput): Step {
  const turn: Turn = { at: input.at, fresh: input.fresh, state, effects: [], refusal: null };
  apply(turn, input);
  if (turn.refusal === null) {
    settleAfterCall(turn);
    dropStaleUndo(turn);
  }
  if (turn.refusal !== null) return { state, effects: [], refusal: turn.refusal };
  return { state: turn.state, effects: turn.effects, refusal: null };
}

function apply(turn: Turn, input: DeskInput): void {
  switch (input.kind) {
    case 'hello':
      return hello(turn, input);
    case 'fact':
      return applyFact(turn, input.fact);
    case 'phone-gone':
      return phoneGone(turn);
    case 'caller-known': {
      const call = callById(turn, input.callId);
      const { candidates, history, callsThisWeek } = input;
      if (call !== undefined) replaceCall(turn, call.id, { ...call, candidates, history, callsThisWeek });
      const { consultation } = turn.state;
      if (consultation?.callId === input.callId) update(turn, { consultation: { ...consultation, candidates } });
      return;
    }
    case 'entry-known':
      return entryKnown(turn, input);
    case 'events':
      return eventsKnown(turn, input);
    case 'grant':
      return addGrant(turn, input.consultationId, input.grant);
    case 'rules': {
      const { notices, shortenedDays, latestRelease, latestReleaseSince, configurations } = input;
      return update(turn, { rules: { notices, shortenedDays, latestRelease, latestReleaseSince, configurations } });
    }
    case 'line-connected':
      return update(turn, { lineConnected: input.connected });
    case 'time':
      return passTime(turn);
    case 'woke':
      passTime(turn);
      return handDeadlines(turn);
    case 'settings': {
      const { policy, wrapUpMs, autoAnswer, answerByHeader, serviceNumbers, prefix, number } = input;
      const lampOf = (called: string) => turn.state.colleagues.find((one) => one.number === called)?.lamp ?? 'unknown';
      const colleagues = input.colleagues.map((one) => ({ ...one, lamp: lampOf(one.number) }));
      return update(turn, {
        policy,
        wrapUpMs,
        autoAnswer,
        answerByHeader,
        serviceNumbers,
        prefix,
        colleagues,
        phone: { ...turn.state.phone, number },
      });
    }
    case 'saved': {
      const { consultation } = turn.state;
      if (consultation?.id !== input.consultationId) return;
      return update(turn, { consultation: { ...consultation, savedEdit: input.edit } });
    }
    case 'set-availability':
      if (input.to === 'ready') resumeShift(turn);
      return setAvailability(turn, input.to, input.reason);
    case 'answer':
      return answer(turn, input.callId);
    case 'decline':
      return decline(turn, input.callId, 'declined');
    case 'decline-to-event':
      return decline(turn, input.callId, 'to-event');
    case 'hang-up':
      return hangUp(turn, input.callId);
    case 'hold':
      return holdOrMute(turn, { kind: 'hold', callId: input.callId, held: input.held });
    case 'mute':
      return holdOrMute(turn, { kind: 'mute', callId: input.callId, muted: input.muted });
    case 'dtmf':
      return inTalk(turn, { kind: 'dtmf', callId: input.callId, tones: input.tones });
    case 'dial':
      return dial(turn, input);
    case 'transfer':
      return transferNow(turn, input);
    case 'consult':
      return consult(turn, input);
    case 'talk-to':
      return talkTo(turn, input.to);
    case 'connect':
      return connect(turn);
    case 'leave-colleague':
      return leaveColleague(turn);
    case 'user-on-line': {
      const { consultation } = turn.state;
      if (consultation?.id !== input.consultationId) return refuse(turn, 'no-consultation');
      return consultation.phase === 'waiting' ? userOnLine(turn, consultation) : refuse(turn, 'wrong-phase');
    }
    case 'edit-card':
      editCard(turn, input.consultationId, input.patch, input.record);
      return keepWhileTyping(turn, input.consultationId);
    case 'take-candidate':
      return takeCandidate(turn, input.consultationId, input.entry, input.asOf);
    case 'close-consultation':
      return closeConsultation(turn, input.consultationId);
    case 'open-consultation':
      return openConsultation(turn, input.record);
    case 'link-consultation':
      return linkConsultation(turn, input);
    case 'set-missed-needed':
      return settleMissed(turn, input.number, input.needed ? null : 'not-needed');
    case 'book-event':
      return bookEvent(turn, input.draft, input.consultationId, input.record);
    case 'take-event':
      return take(turn, input.eventId);
    case 'return-event':
      return giveBack(turn, input.eventId);
    case 'move-event':
      return move(turn, input);
    case 'confirm-criticality':
      return confirmCriticality(turn, input.eventId, input.reason, input.confirmed);
    case 'say':
      return say(turn, input);
    case 'close-event':
      return closeEvent(turn, input.eventId, input.outcome, input.clause);
    case 'set-call-kind':
      return markService(turn, input.consultationId, input.to);
    case 'set-after-call':
      return setAfterCall(turn, input.afterCall);
    case 'answering-machine':
      return answeringMachine(turn, input.consultationId);
    case 'settle-asked-event':
      return settleAskedEvent(turn, input.consultationId, input.eventId, input.close);
    case 'undo':
      return undo(turn, input.id);
    case 'start-shift':
      return startShift(turn, input.check);
    case 'end-shift':
      return endShift(turn);
    case 'return-own-events':
      return returnOwnEvents(turn);
    case 'check-link':
      return checkLink(turn, input.on);
    case 'scale':
      return setScale(turn, input.scale);
  }
}

/** A fact of the phone. One that was told before, or is about a call nobody knows, changes nothing. */
function applyFact(turn: Turn, fact: PhoneFact): void {
  switch (fact.kind) {
    case 'registration':
      return registered(turn, fact.registration);
    case 'ringing':
      return ring(turn, fact);
    case 'answered':
      return callUp(turn, fact.callId);
    case 'held':
      return held(turn, fact.callId, fact.held);
    case 'ended':
      return callOver(turn, fact.callId, fact);
    case 'lamp': {
      const { number, lamp } = fact;
      const colleagues = turn.state.colleagues.map((one) => (one.number === number ? { ...one, lamp } : one));
      return update(turn, { colleagues });
    }
    case 'mailbox':
      return update(turn, { newMessages: fact.newMessages });
    case 'transfer-failed':
      return transferFailed(turn, fact);
    case 'joined':
      return joined(turn, fact);
    case 'devices': {
      const { microphone, devices } = fact;
      return update(turn, { phone: { ...turn.state.phone, microphone, devices } });
    }
    case 'headsets':
      return update(turn, { phone: { ...turn.state.phone, headsets: fact.names } });
    case 'headset-press':
      return headsetPressed(turn, fact);
    case 'link-check':
      return update(turn, { phone: { ...turn.state.phone, check: fact.check } });
    case 'sound':
      return update(turn, { phone: { ...turn.state.phone, soundAllowed: fact.allowed } });
    case 'call-sound':
      return sounds(turn, fact);
    case 'dialling':
    case 'progress':
    case 'muted':
    case 'dtmf':
    case 'tone':
    case 'connection':
      return noted(turn, fact);
  }
}
