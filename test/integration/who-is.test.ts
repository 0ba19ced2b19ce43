import { expect, test } from 'vitest';
import { useDeskLab } from './use-desk-lab.ts';

const lab = useDeskLab();

const whoIs = async (number: string) => {
  const answer = await lab.screen.client.call('whoIs', { number });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};

test('a number being dialled, however it is written: the registry’s entry, those of the journal, its open event', async () => {
  expect(await whoIs('8 (916) 123-45-67')).toMatchObject({
    candidates: [{ source: 'registry', organisation: 'ООО «Ёлочка»', conversations: 0 }],
    colleague: null,
    openEvent: null,
  });

  const { id } = await lab.talk('c1', '+73432224455');
  await lab.screen.client.call('editCard', {
    consultationId: id,
    patch: { contact: 'Анна Петровна', organisation: 'Аптека на углу' },
    edit: 1,
  });
  await lab.phone.end('c1', 'remote');
  const user = { name: 'Анна', number: '8 343 222 44 55', registrationNumber: '', organisation: '' };
  await lab.screen.client.call('bookEvent', {
    consultationId: null,
    draft: {
      user: { ...user, configuration: '', city: '' },
      topic: null,
      comment: '',
      criticality: 'none',
      preferredAt: null,
      convenient: null,
      mine: false,
    },
  });
  expect(await whoIs('343 222-44-55')).toMatchObject({
    candidates: [{ source: 'journal', name: 'Анна Петровна', organisation: 'Аптека на углу', conversations: 1 }],
    openEvent: { user: { name: 'Анна' } },
  });
});

test('nobody knows it, or the line is away: nobody, and no error', async () => {
  expect(await whoIs('+79990001122')).toEqual({ candidates: [], colleague: null, openEvent: null });
  lab.line.away = true;
  expect(await whoIs('+79161234567')).toEqual({ candidates: [], colleague: null, openEvent: null });
});
