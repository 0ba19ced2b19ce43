import { test } from './console-fixture.ts';
import { keyboardDay } from './keyboard-day.ts';

test('a small day by keyboard alone', async ({ consultant }) => {
  test.setTimeout(240_000);
  await keyboardDay(consultant.page);
});
