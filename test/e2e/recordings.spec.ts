import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { recordedTone } from '../pbx/recording.ts';
import { expect, test } from './console-fixture.ts';

const PATIENT = { timeout: 20_000 };

test.describe('no administrator has set anything', () => {
  test.use({ provisioned: null });
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
});

/** An Ogg of a second by its head and its last page, with nothing to hear in between. */
function brokenOgg(): Buffer {
  const bytes = Buffer.alloc(200);
  bytes.write('OggS', 0, 'latin1');
  bytes.writeBigInt64LE(48_000n, 6);
  bytes.write('OpusHead', 28, 'latin1');
  return bytes;
}

test.describe('an administrator’s recordings', () => {
  test.use({
    provisioned: async ({ playwright: _ }, use, testInfo) => {
      const folder = testInfo.outputPath('share');
      await mkdir(folder, { recursive: true });
      const [notice, farewell] = [join(folder, 'notice.wav'), join(folder, 'farewell.ogg')];
      await writeFile(notice, recordedTone(440, 1_500));
      await writeFile(farewell, brokenOgg());
      await use({ recordings: { notice, farewell } });
    },
  });

  test('one that cannot be decoded is said in plain words, beside one that can', async ({ consultant }) => {
    const { page } = consultant;
    await consultant.go('Настройки');
    const farewell = page.getByRole('group', { name: 'Прощание' });
    await expect(farewell).toContainText('farewell.ogg · 1 с', PATIENT);
    await expect(farewell).toContainText('не удаётся воспроизвести, вместо неё звучит сигнал программы', PATIENT);
    await expect(farewell).toContainText('Скажите администратору');
    await expect(farewell.getByRole('button', { name: 'Прощание: прослушать' })).toHaveCount(0);
    const notice = page.getByRole('group', { name: 'Предупреждение' });
    await expect(notice.getByRole('button', { name: 'Предупреждение: прослушать' })).toBeEnabled(PATIENT);
    await expect(notice).not.toContainText('не удаётся воспроизвести');
  });
});
