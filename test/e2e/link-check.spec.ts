import { expect, test } from './console-fixture.ts';

test('«Проверить связь» from the settings: each step in words, nothing in the journal, not in a call', async ({
  consultant,
}) => {
  const { page } = consultant;
  await consultant.go('Настройки');
  const section = page.getByRole('region', { name: 'Проверить связь' });
  await section.getByRole('button', { name: 'Проверить связь' }).click();
  await expect(section.getByText('Скажите что-нибудь: вы должны услышать себя.')).toBeVisible();
  await expect(section.getByText('эхо ответило')).toBeVisible();
  await expect(section.getByRole('button', { name: 'Проверить связь' }), 'it ends by itself').toBeVisible({
    timeout: 30_000,
  });
  const said = await section.getByRole('listitem').allInnerTexts();
  expect(said.map((text) => text.replace(/\s+/g, ' '))).toEqual([
    'Телефонный сервер сервер отвечает',
    'Регистрация номер подключён',
    'Звонок на эхо эхо ответило',
    expect.stringContaining('Микрофон'),
    'Звук туда уходит в сеть',
    expect.stringContaining('Звук обратно приходит'),
    expect.stringMatching(/^Отклик \d+ мс/),
    expect.stringMatching(/^Потери \d+ %/),
  ]);

  await consultant.button('Позвонить мне сейчас').click();
  await expect(section.getByRole('button', { name: 'Проверить связь' })).toBeDisabled();
  await expect(section.getByText('Не во время звонка')).toBeVisible();
  await consultant.go('Журнал');
  await expect(consultant.text('Консультаций ещё не было')).toBeVisible();
});
