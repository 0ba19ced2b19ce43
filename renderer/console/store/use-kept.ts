import { usePlace, usePlaceState } from './context.tsx';

/**
 * What is typed into a small form of this window: kept while a call or another section takes the screen.
 * @param form names the form and what it is about
 * @param blank what it begins with; writing null begins anew, once it was saved or put away
 */
export function useKept<Typed extends Readonly<Record<string, string>>>(
  form: string,
  blank: Typed,
): [Typed, (typed: Typed | null) => void] {
  const place = usePlace();
  const kept = usePlaceState((state) => state.kept[form]);
  return [{ ...blank, ...kept }, (typed) => place.keep(form, typed)];
}
