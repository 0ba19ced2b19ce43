import { recordedTone } from '../pbx/recording.ts';
import { expect, test } from './console-fixture.ts';

// No administrator has set anything.
test.use({ provisioned: null });
const PATIENT = { timeout: 20_000 };

test('an own recording instead of a tone: checked, kept, heard, and given up again', async ({ consultant }) => {
  const { page } = consultant;
  await consultant.go('Настройки');
  const farewell = page.getByRole('group', { name: 'Прощание' });
  await expect(farewell).toContainText('Звучит сигнал программы');
  const choose = (name: string, buffer: Buffer) =>
    farewell.locator('input[type=file]').setInputFiles({ name, mimeType: 'audio/wav', buffer });

  await choose('words.mp3', Buffer.from('only words'));
  await expect(farewell.getByRole('alert')).toHaveText('Это не запись: нужен файл WAV, Ogg или MP3.', PATIENT);
  await choose('long.wav', recordedTone(440, 10_500));
  await expect(farewell.getByRole('alert')).toHaveText(/слишком длинная: можно не больше 10 секунд/, PATIENT);
  await expect(farewell).toContainText('Звучит сигнал программы');

  await choose('Прощание.wav', recordedTone(440, 1_500));
  await expect(farewell).toContainText('Прощание.wav · 1,5 с', PATIENT);
  await expect(farewell.getByRole('alert')).toHaveCount(0);
  await page.reload();
  await consultant.go('Настройки');
  await expect(farewell).toContainText('Прощание.wav · 1,5 с', PATIENT);
  const listen = farewell.getByRole('button', { name: 'Прощание: прослушать' });
  await listen.click();
  await expect(farewell.getByRole('button', { name: 'Прощание: остановить' })).toBeVisible(PATIENT);
  await expect(listen).toBeVisible(PATIENT);

  await farewell.getByRole('button', { name: 'Прощание: вернуть сигнал программы' }).click();
  await expect(farewell).toContainText('Звучит сигнал программы', PATIENT);
});
