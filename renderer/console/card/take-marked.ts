/** Candidates are taken by their place in the list the card shows; the card marks each with this attribute. */
const CANDIDATE = 'data-candidate';

/** Takes the candidate at a place, 1 to 3. Answers of the search, shown or on their way, lie over the card's own candidates, so they alone are meant. */
export function takeMarked(place: number): void {
  const answers = document.querySelector('[data-answers]');
  (answers ?? document).querySelector<HTMLElement>(`[${CANDIDATE}="${place}"]`)?.click();
}
