import { expect, test } from 'vitest';
import type { ExportColumn } from '../../shared/contract/export.ts';
import { fakeLine, fixedSettings, handMovedTime, openLabDesk, scriptedConsole, scriptedPhone } from './desk-lab.ts';

const ALL = { text: '', from: null, to: null, outcome: null, endReason: null, limit: 10, after: null };

/** A desk with one closed consultation, whose settings allow these columns to be exported. */
async function deskAllowing(columns: ExportColumn[]) {
  const settings = fixedSettings();
  const view = settings.view();
  const data = { ...view.workstation.data, exportColumns: columns };
  const allowing = { ...settings, view: () => ({ ...view, workstation: { ...view.workstation, data } }) };
  const desk = openLabDesk({ ...handMovedTime(), link: fakeLine().link, settings: allowing });
  const phone = await scriptedPhone(desk);
  const { client, now } = await scriptedConsole(desk);
  await phone.ring('c1');
  await client.call('answer', { callId: 'c1' });
  const consultationId = (await now()).consultation?.id ?? '';
  const patch = { comment: 'секрет', organisation: 'ООО «Ёлка»' };
  await client.call('editCard', { consultationId, patch, edit: 1 });
  await phone.end('c1', 'remote');
  return client.call('exportJournal', ALL);
}

test('the service hands out the columns the settings allow, and nothing of the others', async () => {
  const answer = await deskAllowing(['inquiry', 'organisation']);
  expect(answer).toMatchObject({
    ok: true,
    value: { columns: ['inquiry', 'organisation'], page: { rows: [{ organisation: 'ООО «Ёлка»' }], next: null } },
  });
  expect(JSON.stringify(answer)).not.toMatch(/секрет|79161234567/);
});

test('where no column is allowed the service refuses', async () => {
  expect(await deskAllowing([])).toMatchObject({ ok: false, error: { code: 'export-forbidden' } });
});
