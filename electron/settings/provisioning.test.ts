import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createI18n } from '../../shared/i18n/i18n.ts';
import { mistakeText } from './mistakes.ts';
import { readProvisioning } from './provisioning.ts';

const texts = createI18n('ru');
const folder = mkdtempSync(join(tmpdir(), 'line15-provisioning-'));
const SIP = { server: 'wss://pbx.example:8089/ws', number: '201', password: 'secret' };

/** What a file with this text is told to be wrong about, in sentences. */
function mistakesIn(content: unknown, training = false): string[] {
  const file = join(folder, 'config.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  const read = readProvisioning(file, '/nowhere', training);
  return read.ok ? [] : read.problem.mistakes.map((mistake) => mistakeText(mistake, texts));
}

test('a whole file is read', () => {
  expect(mistakesIn({ consultant: { name: 'Мария Иванова' }, sip: SIP, limits: { limit: '12:00' } })).toEqual([]);
});

test('each mistake is named with its path, all at once', () => {
  const mistakes = mistakesIn({
    sip: { ...SIP, server: 'https://pbx.example', number: '' },
    limits: { limit: '15 минут' },
    line: { notices: [{ date: '2026-12-31', intervals: [['9:00', '17:00']] }] },
    autoAnswer: 'yes',
  });
  expect(mistakes).toEqual([
    'sip.server: нужен адрес вида wss://сервер:порт/ws',
    'sip.number: неверный вид значения',
    'limits.limit: неверный вид значения',
    'line.notices[0].intervals[0][0]: неверный вид значения',
    'autoAnswer: нужно другое значение: true или false',
  ]);
});

test('an unknown key is a mistake: it is a misspelt one', () => {
  expect(mistakesIn({ sip: { ...SIP, pasword: 'x' } })).toEqual(['sip.pasword: неизвестный ключ']);
});

test('an address to listen at is something', () => {
  expect(mistakesIn({ sip: SIP, line: { listen: { host: '  ' } } })).toEqual([
    'line.listen.host: слишком короткое или пустое значение, наименьшее: 1',
  ]);
  expect(mistakesIn({ sip: SIP, line: { listen: { host: ' 127.0.0.1 ' } } })).toEqual([]);
});

test('a missing value is said to be missing', () => {
  const { password: _password, ...sip } = SIP;
  expect(mistakesIn({ sip })).toEqual(['sip.password: не задано']);
});

test('work without a SIP account is a mistake, never a silent training line', () => {
  expect(mistakesIn({ limits: { limit: '10:00' } })).toEqual(['sip: не задано']);
  expect(mistakesIn({ limits: { limit: '10:00' } }, true)).toEqual([]);
});

test('the order of the stages is checked by the rule itself (4.1)', () => {
  expect(mistakesIn({ sip: SIP, limits: { limit: '2:00' } })).toEqual([
    'limits.warningBefore: должно быть меньше предела длительности',
  ]);
  expect(mistakesIn({ sip: SIP, limits: { limit: '20:00' } })).toEqual(['limits.limit: не более 15:00 (п. 4.1)']);
});

test('an unencrypted server may stand on this computer only', () => {
  const insecure = (server: string) => mistakesIn({ sip: { ...SIP, server } });
  expect(insecure('ws://127.0.0.1:8088/ws')).toEqual([]);
  expect(insecure('ws://localhost:8088/ws')).toEqual([]);
  expect(insecure('ws://pbx.example/ws')).toEqual([
    'sip.server: ws:// разрешён только на этом компьютере, для другого нужен wss://',
  ]);
});

test('what is no JSON is said with its line and column', () => {
  expect(mistakesIn('{\n  "sip": {},\n}')).toEqual(['это не JSON: 3:1']);
});

test('the parser’s words are never shown: they quote the file, which holds a password', () => {
  expect(mistakesIn('{"sip": {"password": s3cret}}')).toEqual(['это не JSON']);
  expect(mistakesIn('s3cret')).toEqual(['это не JSON']);
});

test('a byte order mark of an editor is no mistake', () => {
  expect(mistakesIn(`\uFEFF${JSON.stringify({ sip: SIP })}`)).toEqual([]);
});

test('a named file must be there, the system-wide one need not', () => {
  const absent = join(folder, 'absent.json');
  const named = readProvisioning(absent, '/nowhere', false);
  expect(named.ok ? [] : named.problem.mistakes.map((mistake) => mistakeText(mistake, texts))).toEqual(['файла нет']);
  expect(readProvisioning(null, absent, false)).toEqual({ ok: true, found: null });
});
