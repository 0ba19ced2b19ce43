/** A shorter word with a mistake in it is another word. */
export const LONG_WORD = 5;

/** Whether `typed` is how `word` begins, or would be but for one mistake: a letter wrong, left out or too many, or two neighbours swapped. */
export function beginsNearly(typed: string, word: string): boolean {
  let same = 0;
  while (same < typed.length && typed[same] === word[same]) same += 1;
  const goesOn = (typedFrom: number, wordFrom: number) => word.startsWith(typed.slice(typedFrom), wordFrom);
  const isSwapped = typed[same] === word[same + 1] && typed[same + 1] === word[same];
  return (
    same === typed.length ||
    goesOn(same + 1, same + 1) ||
    goesOn(same + 1, same) ||
    goesOn(same, same + 1) ||
    (isSwapped && goesOn(same + 2, same + 2))
  );
}

/**
 * The two parts of a long word of which one mistake leaves one whole, wherever it is (two swapped neighbours included); null for a word that is
 * short, or none. The second part has at least three letters.
 */
export function halves(typed: string): { beginning: string; end: string } | null {
  if (typed.length < LONG_WORD || !/^\p{L}+$/u.test(typed)) return null;
  const middle = Math.min(Math.ceil(typed.length / 2), typed.length - 3);
  return { beginning: typed.slice(0, middle - 1), end: typed.slice(middle) };
}

/** Of these words those that may have been meant by one with a mistake in it, the nearest in length first. */
export function meant(typed: string, known: readonly string[], limit: number): string[] {
  const further = (word: string) => Math.abs(word.length - typed.length);
  return known
    .filter((word) => beginsNearly(typed, word))
    .sort((a, b) => further(a) - further(b))
    .slice(0, limit);
}
