/** Ids by which keys and «Ctrl+Enter» find the card's fields, wherever they stand on the screen. */
export const CARD_SEARCH_ID = 'card-search';
export const cardFieldId = (field: string): string => `card-field-${field}`;

/** Told to a hidden part of the screen before the cursor goes into it: whoever hid it shows it again. */
export const WANTED = 'wanted';

/** Puts the cursor into the card's search. */
export function focusCardSearch(): void {
  focus(document.getElementById(CARD_SEARCH_ID));
}

/** Puts the cursor into a field of the card, by the name the desk calls it. */
export function focusCardField(field: string): void {
  // A menu gives its button an id of its own; such a field is marked instead.
  const marked = document.querySelector<HTMLElement>(`[data-card-field="${field}"]`);
  const element = document.getElementById(cardFieldId(field)) ?? marked;
  element?.scrollIntoView({ block: 'nearest' });
  focus(element);
}

function focus(element: HTMLElement | null): void {
  element?.closest('[hidden]')?.dispatchEvent(new Event(WANTED, { bubbles: true }));
  element?.focus();
}

/** Whether the focus may be moved to a next action: nobody types, and no dialog holds it. */
export function mayMoveFocus(): boolean {
  return !isTyping() && (document.activeElement ?? document.body).closest('[role="dialog"]') === null;
}

/** Whether the keyboard is at work in a text field: then no event moves the focus. */
export function isTyping(): boolean {
  const active = document.activeElement;
  if (active instanceof HTMLInputElement) return active.type !== 'checkbox' && active.type !== 'radio';
  return active instanceof HTMLTextAreaElement || (active instanceof HTMLElement && active.isContentEditable);
}
