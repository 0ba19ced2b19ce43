import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { PLAIN_PAGE_POLICY, plainPage } from './plain-page.ts';

const page = plainPage({
  language: 'ru',
  title: 'Line15 не настроен',
  sentences: ['Ошибка в «config.json»'],
  lines: ['sip.server: <script>alert("1")</script>'],
});

test('texts are escaped', () => {
  expect(page).toContain('sip.server: &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
  expect(page).not.toContain('<script');
});

test('the policy allows exactly the page’s own style sheet', () => {
  const style = /<style>([^]*)<\/style>/.exec(page)?.[1] ?? '';
  expect(PLAIN_PAGE_POLICY).toContain(createHash('sha256').update(style).digest('base64'));
});
