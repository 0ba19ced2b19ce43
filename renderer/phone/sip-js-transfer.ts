import { URI } from 'sip.js';
import type { Session } from 'sip.js';
import type { CarriedConsultation } from '../../shared/contract/phone.ts';
import { CARRIED_HEADER, carriedText } from './carried.ts';

/** Whoever took the REFER says within this time how it came out; 408 stands for silence. */
const TOLD_WITHIN_MS = 60_000;

/** An address with its parameters, as Refer-To wants it: between angle brackets (RFC 3261 20.10). SIP.js writes it bare. */
class ReferTo extends URI {
  override toString(): string {
    return `<${super.toString()}>`;
  }
}

/**
 * The address of a transfer. The consultation goes along as a header of the call to come (RFC 3515 2.1 and RFC 3261 19.1.1), and as a
 * parameter for a PBX that makes that call by a dialplan of its own.
 */
export function referTo(number: string, domain: string, carried: CarriedConsultation | null): URI {
  const user = number.replaceAll('#', '%23');
  if (carried === null) return new ReferTo('sip', user, domain);
  const text = carriedText(carried);
  return new ReferTo('sip', user, domain, undefined, { line15: text }, { [CARRIED_HEADER]: [text] });
}

/**
 * Sends a REFER and waits for its outcome, told by NOTIFY (RFC 3515 2.4).
 * @param accepted told when the far end has taken it on: a BYE from now on means that it was carried out
 * @returns the final status: 2xx done, anything else refused
 */
export function refer(session: Session, to: URI | Session, accepted: () => void): Promise<number> {
  return new Promise((resolve) => {
    session
      .refer(to, {
        requestDelegate: {
          onAccept: () => {
            accepted();
            setTimeout(() => resolve(408), TOLD_WITHIN_MS);
          },
          onReject: ({ message }) => resolve(message.statusCode ?? 500),
          onRedirect: ({ message }) => resolve(message.statusCode ?? 500),
        },
        onNotify(notification) {
          void notification.accept();
          const status = Number(/^SIP\/2\.0 (\d{3})/.exec(notification.request.body)?.[1] ?? 0);
          if (status >= 200) resolve(status);
        },
      })
      .catch(() => resolve(500));
  });
}
