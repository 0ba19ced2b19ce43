import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSessions } from './sessions.ts';

const newFile = () => join(mkdtempSync(join(tmpdir(), 'line15-sessions-')), 'sessions.json');

test('a token opens one session, which survives a restart', () => {
  const file = newFile();
  const sessions = openSessions(file);
  const token = sessions.newToken();
  const secret = sessions.redeem(token, 1_000);
  expect(secret).not.toBeNull();
  expect(sessions.redeem(token, 1_001)).toBeNull();
  expect(openSessions(file).knows(secret ?? '')).toBe(true);
});

test('a token ends with the process, and a stranger’s opens nothing', () => {
  const file = newFile();
  const token = openSessions(file).newToken();
  expect(openSessions(file).redeem(token, 0)).toBeNull();
  expect(openSessions(file).knows('')).toBe(false);
});

test('the file holds no secret', () => {
  const file = newFile();
  const sessions = openSessions(file);
  const secret = sessions.redeem(sessions.newToken(), 0);
  expect(readFileSync(file, 'utf8')).not.toContain(secret);
});

test('the oldest of too many sessions is forgotten, a broken file counts as empty', () => {
  const file = newFile();
  const sessions = openSessions(file);
  const secrets = Array.from({ length: 21 }, (_, at) => sessions.redeem(sessions.newToken(), at) ?? '');
  expect(sessions.knows(secrets[0]!)).toBe(false);
  expect(sessions.knows(secrets[1]!)).toBe(true);
  writeFileSync(file, '{');
  expect(openSessions(file).knows(secrets[20]!)).toBe(false);
});
