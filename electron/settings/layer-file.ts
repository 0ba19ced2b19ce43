import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { fileMistake, mistakesOf, type Mistake } from './mistakes.ts';

/** What became of reading one layer: its settings, nothing there, or what is wrong with it. */
export type LayerRead<T> =
  { kind: 'read'; settings: T } | { kind: 'absent' } | { kind: 'mistaken'; file: string; mistakes: Mistake[] };

/** Reads a JSON file of settings and checks it whole: all mistakes are named, none is skipped. */
export function readLayer<S extends z.ZodType>(file: string, schema: S): LayerRead<z.output<S>> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { kind: 'absent' };
    return { kind: 'mistaken', file, mistakes: [fileMistake('unreadable', errorCode(error))] };
  }
  let json: unknown;
  try {
    // An editor of Windows may put a byte order mark in front.
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { kind: 'mistaken', file, mistakes: [notJson(error, text)] };
  }
  const parsed = schema.safeParse(json, { reportInput: true });
  if (!parsed.success) return { kind: 'mistaken', file, mistakes: mistakesOf(parsed.error) };
  return { kind: 'read', settings: parsed.data };
}

/** The system's name of an error (`EACCES`), or its text. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

/** Where JSON breaks off, in lines as an editor counts them, if the parser says so. Never its words: they quote the file, and so a password. */
function notJson(error: unknown, text: string): Mistake {
  const at = /in JSON at position (\d+)/.exec(String(error));
  if (!at) return fileMistake('not-json');
  const before = text.slice(0, Number(at[1])).split('\n');
  return fileMistake('not-json-at', `${before.length}:${(before.at(-1) ?? '').length + 1}`);
}
