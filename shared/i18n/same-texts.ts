/** The keys of one language asked of another: the same tree, save for the plural forms that only Russian has. */
export type SameTexts<Texts> = {
  [Key in keyof Texts as Key extends `${string}_few` | `${string}_many` ? never : Key]: Texts[Key] extends string
    ? string
    : SameTexts<Texts[Key]>;
};
