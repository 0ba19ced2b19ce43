/** A text in the two languages of the product. */
export type Text = { readonly ru: string; readonly en: string };

/** One entry of a closed list. */
export type ListItem<Id extends string = string> = {
  readonly id: Id;
  /** The clause it stands on; null where the line itself made the list. */
  readonly clause: string | null;
  /** The key that chooses it in an open list. */
  readonly digit?: string;
  readonly text: Text;
};
