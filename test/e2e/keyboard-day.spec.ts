import { test } from './console-fixture.ts';
import { keyboardDay, SHORT_LIMIT } from './keyboard-day.ts';

test.use({ provisioned: { limits: SHORT_LIMIT } });

test('a small day by keyboard alone', async ({ consultant }) => {
  test.setTimeout(240_000);
  await keyboardDay(consultant.page);
});
