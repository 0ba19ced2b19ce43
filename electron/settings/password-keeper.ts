import { existsSync, readFileSync, rmSync } from 'node:fs';
import type { Sealing } from '../desk/ports.ts';
import { writeFileAtomic } from './atomic-file.ts';

/** How long the shell may think about a question; a key store may ask its owner for a password. */
const ANSWER_MS = 60_000;

/** Keeps the SIP password of this workstation: sealed by the system's key store, or in memory and said so. Never in plain text on disk. */
export interface PasswordKeeper {
  current(): string | null;
  /** os: sealed in a file. session: in memory only, until the program is closed. */
  kept(): 'os' | 'session' | 'none';
  /** Takes a new password over at once; resolves when it is sealed, or is known that it cannot be. */
  set(password: string): Promise<void>;
  /** The way to the shell, which alone reaches the key store. */
  readonly sealing: Sealing;
  /** Told when the password became known or its keeping changed. */
  onChange(handler: () => void): void;
}

type Ask = Parameters<Sealing['connected']>[0];

/** @param file where the sealed password stands; a shell that cannot unseal it (another user, another computer) leaves it unknown */
export function createPasswordKeeper(file: string): PasswordKeeper {
  const waiting = new Map<number, (text: string | null) => void>();
  const handlers = new Set<() => void>();
  let ask: Ask | null = null;
  let password: string | null = null;
  let sealed = false;
  let lastRequest = 0;

  const changed = () => handlers.forEach((told) => told());

  function question(what: 'seal' | 'unseal', text: string): Promise<string | null> {
    if (ask === null) return Promise.resolve(null);
    const requestId = ++lastRequest;
    const put = ask;
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle(null), ANSWER_MS);
      timer.unref();
      const settle = (answer: string | null) => {
        clearTimeout(timer);
        waiting.delete(requestId);
        resolve(answer);
      };
      waiting.set(requestId, settle);
      put(what, { requestId, text });
    });
  }

  async function seal(): Promise<void> {
    if (password === null) return;
    const given = password;
    const text = await question('seal', given);
    // A newer password was typed meanwhile: its own sealing decides.
    if (password !== given) return;
    sealed = text !== null;
    if (text === null) rmSync(file, { force: true });
    else writeFileAtomic(file, text);
    changed();
  }

  async function unseal(): Promise<void> {
    // Without a file the shell is asked all the same: it remembers the password of this session for a service that was restarted.
    const stored = existsSync(file);
    const text = await question('unseal', stored ? readFileSync(file, 'utf8') : '');
    if (text === null || password !== null) return;
    password = text;
    sealed = stored;
    changed();
  }

  return {
    current: () => password,
    kept: () => (password === null ? 'none' : sealed ? 'os' : 'session'),
    async set(given) {
      password = given;
      sealed = false;
      await seal();
    },
    sealing: {
      connected(given) {
        ask = given;
        void (password === null ? unseal() : sealed ? undefined : seal());
      },
      answered({ requestId, text }) {
        waiting.get(requestId)?.(text);
      },
    },
    onChange: (handler) => void handlers.add(handler),
  };
}
