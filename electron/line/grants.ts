import { fail, ok, type Outcome } from '../../shared/contract/base.ts';
import type { Grant } from '../../shared/contract/clock.ts';
import type { Presence } from '../../shared/contract/line.ts';
import type { Instant } from '../../shared/regulation/time.ts';
import type { Presences } from './presences.ts';
import type { AuditRepository } from './store/store.ts';
import type { Subscribers } from './subscribers.ts';

/** How long a desk may take to answer a grant with its presence. */
const ANSWER_MS = 3_000;
/** What the consultant's screen and clock take of a reason; the audit trail keeps all of it. */
const REASON_LENGTH = 300;

/** A lead's minutes for one consultation (4.1). */
export type GrantRequest = { consultationId: string; minutes: 3 | 5; reason: string; by: string };
export type Grants = (request: GrantRequest) => Promise<Outcome<{ limitAt: Instant }>>;

/**
 * Grants minutes to a running consultation: audited, pushed to its desk, and answered by the desk's clock once the grant is in it, because
 * the desk alone keeps the time. Fails with `consultation-over`, or with `desk-away` when the desk does not answer within 3 s.
 */
export function createGrants(needs: {
  presences: Presences;
  subscribers: Subscribers;
  audit: AuditRepository;
  now(): Instant;
  newId(): string;
}): Grants {
  const { presences, subscribers, audit, now, newId } = needs;

  return async ({ consultationId, minutes, reason, by }) => {
    const at = now();
    const presence = presences.running(consultationId);
    const consultantId = presence?.consultant.id ?? '';
    const note = (what: string, details: Record<string, string | number> = {}) =>
      audit.add({
        at: now(),
        who: by,
        what,
        subject: consultationId,
        details: { consultantId, minutes, reason, ...details },
      });

    if (presence === null || isCut(presence, at)) {
      await note('grant-refused', { code: 'consultation-over' });
      return fail('consultation-over');
    }
    const grant: Grant = { id: newId(), minutes, reason: shortened(reason), by, at };
    // Audited before it is asked for: no minutes are ever granted without a trace.
    await note('grant', { grantId: grant.id });
    const answer = deskAnswer(presences, consultantId, consultationId, grant.id);
    if (!subscribers.to(consultantId, { kind: 'grant', consultationId, grant })) answer.giveUp();
    const outcome = await answer.outcome;
    if (!outcome.ok) await note('grant-failed', { grantId: grant.id, code: outcome.error.code });
    return outcome;
  };
}

/** By the desk's clock the limit has passed and the program ends the call: too late for a grant (4.1). */
function isCut({ consultation }: Presence, at: Instant): boolean {
  const clock = consultation?.clock;
  return clock?.atLimit === 'end' && clock.limitAt <= at;
}

function deskAnswer(presences: Presences, consultantId: string, consultationId: string, grantId: string) {
  const { promise, resolve } = withResolvers<Outcome<{ limitAt: Instant }>>();
  const giveUp = () => resolve(fail('desk-away'));
  const timeout = setTimeout(giveUp, ANSWER_MS);
  const stop = presences.onChange((presence) => {
    if (presence.consultant.id !== consultantId) return;
    if (presence.activity === 'offline') return giveUp();
    const { consultation } = presence;
    if (consultation?.id !== consultationId || presence.activity !== 'talking')
      return resolve(fail('consultation-over'));
    if (consultation.clock?.grants.some(({ id }) => id === grantId))
      resolve(ok({ limitAt: consultation.clock.limitAt }));
  });
  const outcome = promise.finally(() => {
    clearTimeout(timeout);
    stop();
  });
  return { outcome, giveUp };
}

function withResolvers<T>(): { promise: Promise<T>; resolve(value: T): void } {
  let settle: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => void (settle = resolve));
  return { promise, resolve: (value) => settle(value) };
}

function shortened(reason: string): string {
  return reason.length <= REASON_LENGTH ? reason : `${reason.slice(0, REASON_LENGTH - 1)}…`;
}
