import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SHIPPED_SAY_TEXTS } from '../../shared/say/say-texts.ts';
import { openSayLayer } from './say-layer.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'line15-say-'));

/** A workstation whose say.json says this. */
function withFile(text: string) {
  const folder = newFolder();
  writeFileSync(join(folder, 'say.json'), text);
  return openSayLayer(folder, undefined, false).view('ru');
}

describe('the words of «Сказать пользователю»', () => {
  test('without a file they are the shipped ones', () => {
    expect(openSayLayer(newFolder(), undefined, false).view('ru')).toEqual({
      texts: SHIPPED_SAY_TEXTS,
      own: {},
      mistakes: [],
    });
  });

  test('what was saved is there after a restart, all else as shipped', () => {
    const folder = newFolder();
    const own = { complaint: { words: { ru: 'Напишите нам.' } } };
    openSayLayer(folder, undefined, false).save(own);
    const { texts, mistakes } = openSayLayer(folder, undefined, false).view('ru');
    expect(texts.complaint.words).toEqual({ ...SHIPPED_SAY_TEXTS.complaint.words, ru: 'Напишите нам.' });
    expect({ ...texts, complaint: SHIPPED_SAY_TEXTS.complaint }).toEqual(SHIPPED_SAY_TEXTS);
    expect(mistakes).toEqual([]);
    expect(JSON.parse(readFileSync(join(folder, 'say.json'), 'utf8'))).toEqual(own);
  });

  test('a mistake is named with its path, its text stays as shipped, the others count', () => {
    const { texts, mistakes } = withFile(
      JSON.stringify({
        complaint: { words: { ru: '' } },
        complaintt: {},
        'no-licence': { wording: 'x' },
        'no-phone': { clause: 'шесть' },
        'warn-wording': { title: { ru: 'Предупредить' } },
      }),
    );
    expect(mistakes).toEqual([
      expect.stringMatching(/^complaint\.words\.ru: слишком короткое/),
      'complaintt: неизвестный ключ',
      'no-licence.wording: неизвестный ключ',
      'no-phone.clause: неверный вид значения',
    ]);
    expect(texts).toEqual({
      ...SHIPPED_SAY_TEXTS,
      'warn-wording': {
        ...SHIPPED_SAY_TEXTS['warn-wording'],
        title: { ...SHIPPED_SAY_TEXTS['warn-wording'].title, ru: 'Предупредить' },
      },
    });
  });

  test.each([
    ['no JSON', '{"complaint"', /^say\.json: это не JSON/],
    ['no object', '[]', /нужно другое значение/],
  ])('%s: the shipped words stay', (_case, text, words) => {
    const { texts, mistakes } = withFile(text);
    expect(texts).toEqual(SHIPPED_SAY_TEXTS);
    expect(mistakes).toEqual([expect.stringMatching(words)]);
  });

  test('the administrator’s file takes the place of the workstation’s own', () => {
    const folder = newFolder();
    openSayLayer(folder, undefined, false).save({ complaint: { address: 'own@example.ru' } });
    const given = { 'no-phone': { address: 'admin@example.ru' }, complaint: { address: '' } };
    const { texts, mistakes } = openSayLayer(folder, given, true).view('en');
    expect(texts['no-phone'].address).toBe('admin@example.ru');
    expect(texts.complaint).toEqual(SHIPPED_SAY_TEXTS.complaint);
    expect(mistakes).toEqual([expect.stringMatching(/^say\.complaint\.address: /)]);
    expect(openSayLayer(folder, undefined, true).view('ru').texts).toEqual(SHIPPED_SAY_TEXTS);
  });
});
