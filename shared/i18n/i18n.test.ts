import { expect, test } from 'vitest';
import { en } from './en/index.ts';
import { createI18n } from './i18n.ts';
import { ru } from './ru/index.ts';

type Tree = { [key: string]: string | Tree };

/** All paths of a tree of texts; plural forms count once, since Russian has more of them. */
function paths(tree: Tree, prefix = ''): Set<string> {
  const found = new Set<string>();
  for (const [key, value] of Object.entries(tree)) {
    const path = prefix + key.replace(/_(one|few|many|other)$/, '_count');
    if (typeof value === 'string') found.add(path);
    else paths(value, `${path}.`).forEach((inner) => found.add(inner));
  }
  return found;
}

/** Paths with the placeholders their text expects. */
function placeholders(tree: Tree, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const path = prefix + key.replace(/_(one|few|many|other)$/, '_count');
    if (typeof value === 'string') found.set(path, [...value.matchAll(/\{\{\w+\}\}/g)].map(String).sort().join(' '));
    else placeholders(value, `${path}.`).forEach((names, inner) => found.set(inner, names));
  }
  return found;
}

test('both languages have the same keys', () => {
  expect([...paths(en)].sort()).toEqual([...paths(ru)].sort());
});

test('both languages fill the same placeholders', () => {
  expect([...placeholders(en)].sort()).toEqual([...placeholders(ru)].sort());
});

test('no text is empty', () => {
  const empty = [ru, en].flatMap((tree) => JSON.stringify(tree).match(/:""/g) ?? []);
  expect(empty).toEqual([]);
});

test('Russian plurals follow the number', () => {
  const { t } = createI18n('ru');
  expect([1, 3, 5].map((count) => t('nav.overdue', { ns: 'frame', count }))).toEqual([
    '1 просроченное событие',
    '3 просроченных события',
    '5 просроченных событий',
  ]);
});

test('names of the regulation are not escaped', () => {
  expect(createI18n('ru').t('idle.takeEvent', { ns: 'workplace', who: 'ООО «А & Б»' })).toBe(
    'Взять событие: ООО «А & Б»',
  );
});
