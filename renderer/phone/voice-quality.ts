/** What the E-model needs to know of a stretch of speech. */
export type Speech = {
  /** Packets lost, or too late to be played, 0–100. */
  lossPercent: number;
  /** From mouth to ear, one way. */
  delayMs: number;
};

/** R of G.107 with all its defaults: no loss, no delay worth the name. */
const BASE = 93.2;
/**
 * G.113 Appendix I: G.711 with packet loss concealment, random loss. Opus has no values there; NetEQ conceals at least as well, so the same
 * stand for it and err on the dark side.
 */
const EQUIPMENT = { impairment: 0, robustness: 25.1 };
/** From this one-way delay on two people begin to speak at once. */
const DISTURBING_MS = 177.3;

/**
 * Transmission rating R by the E-model (ITU-T G.107), simplified as in R. Cole and J. Rosenbluth, «Voice over IP performance monitoring»
 * (ACM SIGCOMM CCR 31, 2001): R = 93.2 − Id − Ie,eff. The delay's impairment is their fit Id = 0.024 d + 0.11 (d − 177.3) H(d − 177.3);
 * the equipment's is G.107's (7-29), Ie,eff = Ie + (95 − Ie) · Ppl / (Ppl + Bpl), for loss at random.
 * @returns 0–93.2
 */
export function ratingOf({ lossPercent, delayMs }: Speech): number {
  const delay = 0.024 * delayMs + 0.11 * Math.max(0, delayMs - DISTURBING_MS);
  const { impairment, robustness } = EQUIPMENT;
  const loss = impairment + ((95 - impairment) * lossPercent) / (lossPercent + robustness);
  return Math.max(0, BASE - delay - loss);
}

/** Mean opinion score of a rating (G.107 Annex B): 1 unbearable, 3.1 nearly all complain, 3.6 many do, 4.4 the best a telephone gives. */
export function mosOf(rating: number): number {
  if (rating <= 0) return 1;
  if (rating >= 100) return 4.5;
  return Math.max(1, 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6);
}
