/** Facts and their formats: what an INN somebody typed is. Anything but `valid` is marked and never blocks. */
export type InnVerdict = 'empty' | 'valid' | 'not-digits' | 'wrong-length' | 'all-zeros' | 'wrong-control';

/** The weights of the tax service; each control digit is the weighted sum of those before it, modulo 11, modulo 10. */
const WEIGHTS_10 = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const WEIGHTS_11 = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const WEIGHTS_12 = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

/** 2.3 (search by INN): 10 digits (organisation) or 12 (person) with right control digits, not all zeros. Spaces do not matter. */
export function innVerdict(text: string): InnVerdict {
  const inn = text.replace(/\s/g, '');
  if (inn === '') return 'empty';
  if (!/^\d+$/.test(inn)) return 'not-digits';
  if (inn.length !== 10 && inn.length !== 12) return 'wrong-length';
  if (/^0+$/.test(inn)) return 'all-zeros';
  const controlled = inn.length === 10 ? [WEIGHTS_10] : [WEIGHTS_11, WEIGHTS_12];
  return controlled.every((weights) => controlDigit(inn, weights) === Number(inn[weights.length]))
    ? 'valid'
    : 'wrong-control';
}

function controlDigit(inn: string, weights: readonly number[]): number {
  return (weights.reduce((sum, weight, place) => sum + weight * Number(inn[place]), 0) % 11) % 10;
}
