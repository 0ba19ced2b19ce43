/** Candidates are taken by their place in the list the card shows; the card marks each with this attribute. */
const CANDIDATE = 'data-candidate';

/** Takes the candidate at a place, 1 to 3. An open list of search answers lies over the card's own candidates, so it is meant first, wherever it stands in the document. */
export function takeMarked(place: number): void {
  const marked = `[${CANDIDATE}="${place}"]`;
  const found = document.querySelector<HTMLElement>(`[role="option"]${marked}`);
  (found ?? document.querySelector<HTMLElement>(marked))?.click();
}
