import fastify from 'fastify';
import { expect, test } from 'vitest';
import { createPages } from './pages.ts';

const make = () => Promise.resolve(fastify());

test('a start that fails for a reason nobody foresaw is a value with the place, and the next one succeeds', async () => {
  const logged: unknown[] = [];
  let isBroken = false;
  const pages = createPages(
    () => (isBroken ? Promise.reject(new Error('no folder')) : make()),
    'token',
    (_level, what, details) => void logged.push({ what, ...details }),
  );
  const failed = { ok: false, error: { code: 'not-listening', details: { host: '127.0.0.1', port: 70_000 } } };
  expect(await pages.listen({ host: '127.0.0.1', port: 70_000 })).toEqual(failed);
  expect(logged).toMatchObject([{ what: 'pages-not-listening', ...failed.error.details }]);
  isBroken = true;
  expect(await pages.listen({ host: '127.0.0.1', port: 0 })).toMatchObject({ error: { code: 'not-listening' } });
  isBroken = false;
  const opened = await pages.listen({ host: '127.0.0.1', port: 0 });
  expect(opened.ok && opened.value.lead).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/lead\?token=token$/);
  await pages.stop();
});

test('switched off while it opens, it ends off', async () => {
  const pages = createPages(make, 'token', () => undefined);
  const [opened] = await Promise.all([pages.listen({ host: '127.0.0.1', port: 0 }), pages.stop()]);
  if (!opened.ok) throw new Error(opened.error.code);
  await expect(fetch(opened.value.booking)).rejects.toThrow('fetch failed');
});
