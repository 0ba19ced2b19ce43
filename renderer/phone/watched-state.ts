import type { Lamp } from '../../shared/contract/phone.ts';

/** Longer than any list of calls; a body is somebody else's text. */
const BODY_LENGTH = 64_000;

/**
 * A colleague's lamp by a NOTIFY of the dialog package (RFC 4235): whoever has a confirmed dialog talks, whoever has an early one is called.
 * Read without an XML parser: only the states matter, and nothing of the text is shown.
 */
export function lampOf(body: string): Lamp {
  const states = [...body.slice(0, BODY_LENGTH).matchAll(/<(?:\w+:)?state[^<>]*>\s*(\w+)\s*</g)].map(
    ([, state = '']) => state,
  );
  if (states.includes('confirmed')) return 'busy';
  return states.some((state) => ['trying', 'proceeding', 'early'].includes(state)) ? 'ringing' : 'free';
}

/** Voice messages not listened to, by a NOTIFY of message-summary (RFC 3842); null where the body says nothing of them. */
export function newMessagesOf(body: string): number | null {
  const text = body.slice(0, BODY_LENGTH);
  const counted = /^Voice-Message:\s*(\d{1,5})\s*\//im.exec(text)?.[1];
  if (counted !== undefined) return Number(counted);
  const waiting = /^Messages-Waiting:\s*(yes|no)\s*$/im.exec(text)?.[1];
  return waiting === undefined ? null : waiting.toLowerCase() === 'yes' ? 1 : 0;
}

/**
 * Whether a call asks to be answered by itself, by what PBXs and telephones write: `Call-Info: …;answer-after=0` (RFC 5373 in spirit),
 * `Alert-Info: …;info=alert-autoanswer`. It is obeyed for callers of the administrator's list only.
 */
export function asksForAnswer(headers: readonly string[]): boolean {
  return headers.some((header) => {
    const text = header.slice(0, 2_000);
    return (
      /;\s*answer-after\s*=\s*"?\d/i.test(text) ||
      /;\s*info\s*=\s*"?(?:alert-autoanswer|auto answer|intercom)\b/i.test(text)
    );
  });
}
