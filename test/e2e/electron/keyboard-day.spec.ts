import { openAllDay } from '../console-fixture.ts';
import { keyboardDay, SHORT_LIMIT } from '../keyboard-day.ts';
import { expect, test } from './console-app.ts';

test('a small day by keyboard alone', async ({ launch }) => {
  test.setTimeout(240_000);
  const { page } = await launch({
    config: { limits: SHORT_LIMIT, line: { notices: openAllDay() } },
    flags: ['--training'],
  });
  await expect(page.getByText('Телефон подключён')).toBeVisible({ timeout: 30_000 });
  await keyboardDay(page);
});
