import { expect, test, vi } from 'vitest';

vi.mock('electron', () => ({ net: {}, protocol: {} }));
const { fileInside } = await import('./app-scheme.ts');

test('a path names a file inside the folder', () => {
  expect(fileInside('/pages', '/console.html')).toBe('/pages/console.html');
  expect(fileInside('/pages', '/assets/a%20b.js')).toBe('/pages/assets/a b.js');
});

test('no path leads out of the folder', () => {
  for (const path of ['/../secret', '/%2e%2e/secret', '/assets/..%2f..%2fsecret', '/..%5csecret', '/%00', '/%', '/'])
    expect(fileInside('/pages', path), path).toBeNull();
});
