import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const system = vi.hoisted(() => ({ available: true, backend: 'gnome_libsecret', broken: false, asked: 0 }));
vi.mock('electron', () => {
  /** Base64 of the text backwards: enough to see that it went through. */
  const reversed = (text: string) => [...text].reverse().join('');
  const asked = <T>(value: T): Promise<T> => {
    system.asked += 1;
    return system.broken ? Promise.reject(new Error('the key store did not open')) : Promise.resolve(value);
  };
  return {
    safeStorage: {
      isEncryptionAvailable: () => system.available,
      getSelectedStorageBackend: () => system.backend,
      encryptStringAsync: (text: string) => asked(Buffer.from(reversed(text))),
      decryptStringAsync: (sealed: Buffer) => asked({ result: reversed(sealed.toString()), shouldReEncrypt: false }),
    },
  };
});
const { createKeyStore } = await import('./key-store.ts');

beforeEach(() => {
  Object.assign(system, { available: true, backend: 'gnome_libsecret', broken: false, asked: 0 });
  vi.spyOn(process, 'platform', 'get').mockReturnValue('linux');
});
afterEach(() => vi.restoreAllMocks());

test('what the system’s key store sealed, it opens, also for the next program', async () => {
  const sealed = await createKeyStore().seal('пароль');
  expect(sealed).not.toBeNull();
  expect(Buffer.from(sealed ?? '', 'base64').toString()).toBe('ьлорап');
  expect(await createKeyStore().unseal(sealed ?? '')).toBe('пароль');
});

test.each([
  { why: 'a password that stands in Electron’s source', state: { backend: 'basic_text' } },
  { why: 'a backend nobody knows', state: { backend: 'unknown' } },
  { why: 'no encryption at all', state: { available: false } },
])('$why counts as none: nothing is sealed, this session alone knows the text', async ({ state }) => {
  Object.assign(system, state);
  const store = createKeyStore();
  expect(await store.seal('secret')).toBeNull();
  expect(await store.unseal('c2VhbGVk')).toBe('secret');
  expect(await store.unseal('')).toBe('secret');
  expect(await createKeyStore().unseal('')).toBeNull();
  expect(system.asked).toBe(0);
});

test('only Linux has backends to doubt', async () => {
  vi.spyOn(process, 'platform', 'get').mockReturnValue('win32');
  system.backend = 'unknown';
  expect(await createKeyStore().seal('secret')).not.toBeNull();
});

test('an empty text asks for what this session knows, even where there is a key store', async () => {
  const store = createKeyStore();
  expect(await store.unseal('')).toBeNull();
  await store.seal('first');
  await store.seal('second');
  expect(await store.unseal('')).toBe('second');
});

test('a key store that does not open gives null, and the session still knows', async () => {
  const store = createKeyStore();
  const sealed = await store.seal('secret');
  system.broken = true;
  expect(await store.unseal(sealed ?? '')).toBeNull();
  expect(await store.seal('another')).toBeNull();
  expect(await store.unseal('')).toBe('another');
});
