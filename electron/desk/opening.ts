import { policyFromText, parseMmSs, type ConsultationPolicy } from '../../shared/regulation/consultation-clock.ts';
import type { WorkstationSettings } from '../../shared/contract/settings.ts';
import { NO_SHIFT } from '../../shared/contract/shift.ts';
import type { Colleague } from '../../shared/contract/transfer.ts';
import type { Instant } from '../../shared/regulation/time.ts';
import { atWorkplace, interruptedRecord } from '../../shared/desk-state/consultation.ts';
import type { ConsultationRecord } from '../../shared/desk-state/record.ts';
import { serviceNumbersOf } from '../../shared/desk-state/service.ts';
import { REMEMBERED_CALLS, type Consultation, type DeskState } from '../../shared/desk-state/state.ts';
import type { JournalReader } from './journal-reader.ts';
import type { DeskPorts, DeskSettings } from './ports.ts';

/** The limits of the settings as the reducer takes them. The settings are valid; a mistake here is a bug. */
export function limitsOf(settings: Pick<DeskSettings, 'limits' | 'view'>): {
  policy: ConsultationPolicy;
  wrapUpMs: number;
} {
  const limits = settings.limits();
  const { policy: plain, problems } = policyFromText(limits);
  const { farewell } = settings.view().recordings;
  const policy = farewell === null ? plain : withFarewell(plain, farewell.lengthMs);
  const wrapUpMs = parseMmSs(limits.wrapUp);
  if (problems.length > 0 || wrapUpMs === null) throw new Error(`limits of the settings: ${JSON.stringify(problems)}`);
  return { policy, wrapUpMs };
}

/** Off hold, the way through the exchange and the ear: by then the last word has been heard. */
const AFTER_FAREWELL_MS = 600;

/** 4.1: the farewell starts its own length before the limit, so one's own recording starts earlier; never in the first half. */
function withFarewell(policy: ConsultationPolicy, lengthMs: number): ConsultationPolicy {
  return { ...policy, farewellMs: Math.min(lengthMs + AFTER_FAREWELL_MS, Math.floor(policy.limitMs / 2)) };
}

/**
 * The state a desk opens with: what its journal holds. Consultations without an end are interrupted (the service was killed in them); the
 * latest lies on the workplace with everything typed, and goes on if the phone still has its call. A wrap-up goes on until its limit.
 */
export function openingState(
  ports: Pick<DeskPorts, 'mode' | 'consultant' | 'settings'>,
  reader: JournalReader,
  at: Instant,
): { state: DeskState; interrupted: ConsultationRecord[] } {
  const { mode, consultant, settings } = ports;
  const interrupted = reader.unfinished().map((record) => {
    const call = record.callId === null ? null : reader.call(record.callId);
    return interruptedRecord(record, call?.heldSince ?? null);
  });
  const limits = limitsOf(settings);
  return {
    interrupted,
    state: {
      mode,
      consultant,
      ...limits,
      autoAnswer: settings.view().workstation.autoAnswer,
      scale: 1,
      availability: { kind: 'ready', reason: null, since: at },
      afterCall: null,
      shift: NO_SHIFT,
      ...reader.remembered(),
      undo: null,
      phone: {
        status: 'connecting',
        failure: null,
        sipCode: null,
        since: at,
        number: settings.phoneConfig().account?.number ?? '',
        microphone: 'prompt',
        soundAllowed: true,
        devices: [],
        headsets: [],
        check: null,
        goneSince: at,
      },
      rules: { notices: [], shortenedDays: true, latestRelease: null, latestReleaseSince: null, configurations: [] },
      lineConnected: false,
      events: reader.events(),
      call: null,
      secondCall: null,
      transfer: null,
      colleagues: colleaguesOf(settings.view().workstation),
      answerByHeader: settings.view().workstation.answerByHeader,
      serviceNumbers: serviceNumbersOf(settings.view().workstation),
      prefix: prefixOf(mode, settings.view().workstation),
      newMessages: 0,
      consultation: workplaceAt(at, limits.wrapUpMs, interrupted[0] ?? null, reader.latest()),
      endedCallIds: reader.endedCallIds(REMEMBERED_CALLS),
      declinedLately: [],
      lastCallEnd: null,
    },
  };
}

/** The colleagues of the settings; how their telephones are the PBX will tell. */
export function colleaguesOf({ colleagues }: WorkstationSettings): Colleague[] {
  return colleagues.map((one) => ({ ...one, lamp: 'unknown' }));
}

/** The prefix of the PBX; the training line wants none. */
export const prefixOf = (mode: DeskState['mode'], { sip }: WorkstationSettings): string =>
  mode === 'training' ? '' : (sip?.prefix ?? '');

/** The consultation to open with: the interrupted one, else the last one if its wrap-up is not over yet. */
function workplaceAt(
  at: Instant,
  wrapUpMs: number,
  interrupted: ConsultationRecord | null,
  last: ConsultationRecord | null,
): Consultation | null {
  if (interrupted !== null) return atWorkplace(interrupted, null);
  if (last === null || last.endedAt === null || last.closedAt !== null) return null;
  const wrapUpUntil = Math.max(last.endedAt + wrapUpMs, last.continuableUntil ?? 0);
  return at < wrapUpUntil ? atWorkplace(last, wrapUpUntil) : null;
}
