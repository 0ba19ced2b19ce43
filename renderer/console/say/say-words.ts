import type { SayText, SayTextId } from '../../../shared/contract/say.ts';
import { OUT_OF_SCOPE } from '../../../shared/regulation/lists.ts';
import type { SayingId } from '../../../shared/regulation/sayings.ts';
import { SHIPPED_SAY_TEXTS } from '../../../shared/say/say-texts.ts';
import { useDeskState } from '../store/context.tsx';

/** The words in force; before the desk has answered, the shipped ones. */
export function useSayTexts(): (id: SayTextId) => SayText {
  const texts = useDeskState(({ sayTexts }) => sayTexts) ?? SHIPPED_SAY_TEXTS;
  return (id) => texts[id];
}

/** Which text a saying reads out: «Вне компетенции» has one for each kind of item. */
export function textIdOf(saying: SayingId, detail: string): SayTextId {
  if (saying !== 'out-of-scope') return saying;
  return OUT_OF_SCOPE.find(({ id }) => id === detail)?.say ?? saying;
}
