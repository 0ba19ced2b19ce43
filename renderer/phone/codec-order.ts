type Codec = { mimeType: string };

/** A-law before µ-law: the one of European telephone networks, which no gateway there has to recode. */
const ORDER = ['audio/opus', 'audio/pcma', 'audio/pcmu'];
const TONES = 'audio/telephone-event';

/**
 * What we offer, best first: opus, then G.711, which every PBX knows; and DTMF by RFC 4733. Anything else would only make the offer longer.
 * An answer keeps the order of its offer: there the PBX chooses.
 */
export function offeredCodecs<C extends Codec>(able: readonly C[]): C[] {
  const of = (type: string) => able.filter(({ mimeType }) => mimeType.toLowerCase() === type);
  return [...ORDER, TONES].flatMap(of);
}
