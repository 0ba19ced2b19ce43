import { describe, expect, test } from 'vitest';
import { ownSayTexts, SAY_TEXT_IDS, sayTexts } from '../contract/say.ts';
import { OUT_OF_SCOPE } from '../regulation/lists.ts';
import { COMPLAINT_ADDRESS, SAYING_IDS, SAYINGS, WISH_ADDRESS } from '../regulation/sayings.ts';
import { SHIPPED_SAY_TEXTS, sayTextsWith } from './say-texts.ts';

describe('the shipped texts', () => {
  test.each(SAY_TEXT_IDS)('%s names its clause in both languages', (id) => {
    const { clause, words } = SHIPPED_SAY_TEXTS[id];
    expect(words.ru).toMatch(new RegExp(`\\(п\\. ([\\d.]+, )*${clause.replaceAll('.', '\\.')}(, [\\d.]+)*\\)`));
    expect(words.en).toMatch(new RegExp(`\\(clauses? ([\\d.]+, )*${clause.replaceAll('.', '\\.')}(, [\\d.]+)*\\)`));
  });

  test.each(SAYING_IDS)('%s stands on the clause of its rule', (id) => {
    expect(SHIPPED_SAY_TEXTS[id].clause).toBe(SAYINGS[id].clause);
  });

  test('1.4, 3.2: every item outside competence has words of its own clause', () => {
    for (const { clause, say } of OUT_OF_SCOPE) expect(SHIPPED_SAY_TEXTS[say].clause).toBe(clause);
  });

  test('5.1, 3.1.5: the address to name is in the words, the purpose of a wish is asked for', () => {
    expect(SHIPPED_SAY_TEXTS.complaint).toMatchObject({ address: COMPLAINT_ADDRESS });
    expect(SHIPPED_SAY_TEXTS['ask-for-letter']).toMatchObject({ address: WISH_ADDRESS });
    expect(SHIPPED_SAY_TEXTS['ask-for-letter'].words.ru).toContain('цель');
    expect(SHIPPED_SAY_TEXTS['ask-for-letter'].words.en).toContain('purpose');
    for (const { address, words } of Object.values(SHIPPED_SAY_TEXTS)) {
      if (address !== undefined)
        expect([words.ru, words.en]).toSatisfy(
          ([ru, en]: string[]) => !!ru?.includes(address) && !!en?.includes(address),
        );
    }
  });
});

describe('an administrator’s own', () => {
  test('one part of one text is said otherwise, all else stays as shipped', () => {
    const texts = sayTextsWith({ complaint: { words: { ru: 'Напишите нам (п. 5.1).' }, address: 'q@example.ru' } });
    expect(texts.complaint).toEqual({
      ...SHIPPED_SAY_TEXTS.complaint,
      words: { ...SHIPPED_SAY_TEXTS.complaint.words, ru: 'Напишите нам (п. 5.1).' },
      address: 'q@example.ru',
    });
    expect({ ...texts, complaint: SHIPPED_SAY_TEXTS.complaint }).toEqual(SHIPPED_SAY_TEXTS);
    expect(sayTextsWith({})).toEqual(SHIPPED_SAY_TEXTS);
    expect(sayTexts.safeParse(texts).success).toBe(true);
  });

  test.each([
    ['no such text', { complaintt: {} }, ''],
    ['no such part', { complaint: { wording: 'x' } }, 'complaint'],
    ['nothing to say', { complaint: { words: { ru: ' ' } } }, 'complaint.words.ru'],
    ['no clause', { complaint: { clause: 'пятый' } }, 'complaint.clause'],
    ['too long to be read out', { complaint: { words: { en: 'x'.repeat(1_201) } } }, 'complaint.words.en'],
  ])('%s is a mistake with its path', (_case, own, path) => {
    expect(ownSayTexts.safeParse(own).error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });
});
