import type { DeskSnapshot } from '../../../shared/contract/desk.ts';

/**
 * Whether calls may come at present: while the line is open (2.1), at any hour on the training line, and in a year without a calendar,
 * where nobody knows and nothing is said by a guess.
 */
export const callsCome = ({ mode, line }: Pick<DeskSnapshot, 'mode' | 'line'>): boolean =>
  mode === 'training' || line.open || !line.known;
