import { Core, Invitation } from 'sip.js';
import type { Session } from 'sip.js';

const { IncomingRequestMessage, IncomingResponseMessage, SessionDialog, TransactionState } = Core;

/**
 * Whatever a call that is up still waits for went to a socket that is gone, and will not come over the next: the answer to our re-INVITE and
 * the ACKs of our answers. SIP.js would wait for them, take no change meanwhile, and end the call after 32 s.
 * @returns the CSeq of a re-INVITE of ours that was given up; null: none was on its way
 */
export function awaitNothing(session: Session): number | null {
  const given = failReinvite(session, 503);
  const { dialog } = session;
  if (!(dialog instanceof SessionDialog)) return given;
  dialog.reinviteUserAgentServer = undefined;
  if (!(session instanceof Invitation) || dialog.sessionState !== Core.SessionState.AckWait) return given;
  // Whether the far end has our answer, it says to the next re-INVITE: 481 if not.
  const ack = new IncomingRequestMessage();
  ack.method = 'ACK';
  ack.cseq = session.request.cseq;
  dialog.receiveRequest(ack);
  return given;
}

/**
 * Acknowledges a re-INVITE that was given up, over the new socket: a far end whose answer was lost waits for this, and takes no other
 * re-INVITE from us meanwhile (500, RFC 3261 14.2). One that never had it, or refused it, takes no notice.
 * @param cseq of the re-INVITE
 */
export function acknowledge({ dialog }: Session, cseq: number): void {
  if (!(dialog instanceof SessionDialog)) return;
  const { transport } = dialog.userAgentCore;
  const ack = dialog.createOutgoingRequestMessage('ACK', { cseq });
  ack.setViaHeader(`z9hG4bK${crypto.randomUUID()}`, transport.protocol);
  void transport.send(ack.toString()).catch(() => undefined);
}

/**
 * Ends our re-INVITE on its way as SIP.js ends one that could not be sent. By itself it would wait 32 s for the answer, for ever once
 * «100 Trying» has come, and refuse every other re-INVITE meanwhile. One that has its final answer is left alone.
 * @param statusCode what it is told to have come to; the answer carries no Via, as SIP.js' own do
 * @returns its CSeq, or null when there was nothing to end
 */
export function failReinvite({ dialog }: Session, statusCode: number): number | null {
  if (!(dialog instanceof SessionDialog) || !dialog.reinviteUserAgentClient) return null;
  const pending = dialog.reinviteUserAgentClient;
  const { transaction, delegate } = pending;
  if (transaction.state !== TransactionState.Calling && transaction.state !== TransactionState.Proceeding) return null;
  pending.dispose();
  // An answer that comes after all finds nobody: the offer it belongs to has been taken back.
  dialog.userAgentCore.userAgentClients.delete(transaction.id + transaction.request.method);
  dialog.signalingStateRollback();
  dialog.reinviteUserAgentClient = undefined;
  const message = new IncomingResponseMessage();
  message.statusCode = statusCode;
  delegate?.onReject?.({ message });
  return transaction.request.cseq;
}
