import { join } from 'node:path';
import { z } from 'zod';
import { ownSayText, sayTextId, type OwnSayTexts, type SayTextsView } from '../../shared/contract/say.ts';
import { createI18n, type Language } from '../../shared/i18n/i18n.ts';
import { sayTextsWith } from '../../shared/say/say-texts.ts';
import { writeFileAtomic } from './atomic-file.ts';
import { readLayer } from './layer-file.ts';
import { mistakesOf, mistakeText, type Mistake } from './mistakes.ts';

/** The words of «Сказать пользователю» in force: the shipped ones with an administrator's, or this workstation's own, over them. */
export type SayLayer = {
  /** The mistakes in words of this language. */
  view(language: Language): SayTextsView;
  /** Keeps this workstation's own, whole: what is left out is as shipped again. */
  save(own: OwnSayTexts): void;
};

type Own = { own: OwnSayTexts; mistakes: Mistake[] };

/** The file of this workstation's own words in its data folder; the same shape as shared/say/say-texts.json, any part of it. */
const FILE = 'say.json';

/**
 * Reads the words. A mistake keeps nobody from work: it is named with its path, and of that one text the shipped words stay.
 * @param provisioned the part `say` of the administrator's file; undefined: the workstation's own file counts
 */
export function openSayLayer(dataDir: string, provisioned: unknown, isProvisioned: boolean): SayLayer {
  const file = join(dataDir, FILE);
  let layer = isProvisioned ? ownOf(provisioned ?? {}, ['say']) : readFile(file);
  return {
    view(language) {
      const words = createI18n(language);
      const mistakes = layer.mistakes.map((mistake) => mistakeText(mistake, words));
      return { texts: sayTextsWith(layer.own), own: layer.own, mistakes };
    },
    save(own) {
      layer = { own, mistakes: [] };
      writeFileAtomic(file, JSON.stringify(own, null, 2));
    },
  };
}

function readFile(file: string): Own {
  const read = readLayer(file, z.unknown());
  if (read.kind === 'mistaken') {
    return { own: {}, mistakes: read.mistakes.map((mistake) => ({ ...mistake, path: mistake.path || FILE })) };
  }
  return read.kind === 'read' ? ownOf(read.settings, []) : { own: {}, mistakes: [] };
}

/** Text by text: what is right counts, what is wrong is named and left out. */
function ownOf(given: unknown, path: string[]): Own {
  const whole = z.record(z.string(), z.unknown()).safeParse(given, { reportInput: true });
  if (!whole.success) return { own: {}, mistakes: mistakesOf(whole.error, path) };
  const found: Own = { own: {}, mistakes: [] };
  for (const [key, value] of Object.entries(whole.data)) {
    const id = sayTextId.safeParse(key);
    const text = ownSayText.safeParse(value, { reportInput: true });
    if (!id.success) found.mistakes.push({ path: [...path, key].join('.'), code: 'unknown-key', details: {} });
    else if (text.success) found.own[id.data] = text.data;
    else found.mistakes.push(...mistakesOf(text.error, [...path, key]));
  }
  return found;
}
