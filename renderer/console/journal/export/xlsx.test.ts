import { expect, test } from 'vitest';
import { readSheet } from 'read-excel-file/node';
import { xlsxOf } from './xlsx.ts';

test('what looks like a formula is text in the workbook, and comes back as it was', async () => {
  const rows = [
    ['4К-173', '=1+1', '+7 916', 'Аптека «Ёлка» <&>'],
    ['4Л-174', '@SUM(A1)', '-2', ''],
  ];
  const file = await xlsxOf(['Обращение', 'Комментарий', 'Телефон', 'Организация'], rows);
  const text = Buffer.from(await file.arrayBuffer());
  expect(await readSheet(text)).toEqual([
    ['Обращение', 'Комментарий', 'Телефон', 'Организация'],
    rows[0],
    ['4Л-174', '@SUM(A1)', '-2', null],
  ]);
});
