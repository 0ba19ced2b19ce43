import { sayTexts, type OwnSayTexts, type SayText, type SayTextId, type SayTexts } from '../contract/say.ts';
import shipped from './say-texts.json' with { type: 'json' };

/** The texts of «Сказать пользователю» as they are shipped: the one data file, checked. */
export const SHIPPED_SAY_TEXTS: SayTexts = sayTexts.parse(shipped);

/** The shipped texts with an administrator's own laid over them; whatever was left out stays as shipped. */
export function sayTextsWith(own: OwnSayTexts): SayTexts {
  return { ...SHIPPED_SAY_TEXTS, ...Object.fromEntries(Object.keys(own).flatMap(overlaid)) };

  function overlaid(id: string): [string, SayText][] {
    const known = sayTexts.keyType.safeParse(id);
    return known.success ? [[id, laidOver(SHIPPED_SAY_TEXTS[known.data], own[known.data])]] : [];
  }
}

function laidOver(text: SayText, own: OwnSayTexts[SayTextId]): SayText {
  return {
    ...text,
    ...own,
    title: { ...text.title, ...own?.title },
    words: { ...text.words, ...own?.words },
  };
}
