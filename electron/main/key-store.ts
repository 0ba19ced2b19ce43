import { safeStorage } from 'electron';

/** Seals secrets with the system's key store. null from both: there is none worth the name, or it did not open. */
export interface KeyStore {
  seal(text: string): Promise<string | null>;
  /** An empty text asks for what this session knows: a service that was restarted has lost it. */
  unseal(text: string): Promise<string | null>;
}

/**
 * The system's key store. On Linux without a keyring Electron would use a password that stands in its source (`basic_text`): that is no
 * protection, so it counts as none, and the secret lives in this process until the program is closed.
 */
export function createKeyStore(): KeyStore {
  let session: string | null = null;
  return {
    async seal(text) {
      session = text;
      if (!isWorthItsName()) return null;
      try {
        return (await safeStorage.encryptStringAsync(text)).toString('base64');
      } catch {
        return null;
      }
    },
    async unseal(text) {
      if (text === '' || !isWorthItsName()) return session;
      try {
        return (await safeStorage.decryptStringAsync(Buffer.from(text, 'base64'))).result;
      } catch {
        return null;
      }
    },
  };
}

function isWorthItsName(): boolean {
  // Deprecated in favour of an asynchronous twin, but the only one that every Electron we run in has.
  if (!safeStorage.isEncryptionAvailable()) return false;
  return process.platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
}
