import type { CarriedConsultation } from '../../shared/contract/phone.ts';
import { dialNumber } from './dial-number.ts';
import type { NewFact } from './fact-queue.ts';
import type { LiveCall } from './live-call.ts';
import type { TransferTarget } from './sip-stack.ts';

/** SIP's «Address Incomplete»: what was typed is nothing a PBX could call. */
const NO_ADDRESS = 484;

/**
 * Hands a call's far end over. A transfer that is carried out ends the call by itself (`ended: transferred`); one that is refused is told,
 * and the call goes on.
 * @param to the far end of another call, or a number as typed
 */
export async function handOver(call: LiveCall, to: TransferTarget, report: (fact: NewFact) => void): Promise<void> {
  const target = readyTarget(to);
  call.handedOver = 'number' in to ? (to.carried?.id ?? null) : null;
  const refused = target === null ? NO_ADDRESS : await call.sip?.transfer(target);
  if (typeof refused !== 'number') return;
  call.handedOver = null;
  report({ kind: 'transfer-failed', callId: call.id, sipCode: refused });
}

/** The caller we hand over has come back: nobody took them. What is left of their first call ends. */
export function endReturned(calls: readonly LiveCall[], carried: CarriedConsultation | null): void {
  if (carried === null) return;
  calls.find(({ handedOver }) => handedOver === carried.id)?.sip?.hangUp('transferred');
}

function readyTarget(to: TransferTarget): TransferTarget | null {
  if ('call' in to) return to;
  const number = dialNumber(to.number);
  return number === null ? null : { ...to, number };
}
