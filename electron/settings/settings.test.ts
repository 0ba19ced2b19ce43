import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { fail } from '../../shared/contract/base.ts';
import { NO_RECORDINGS } from '../../shared/contract/recordings.ts';
import {
  settingsView,
  workstationSettings,
  type Provisioning,
  type WorkstationSettings,
} from '../../shared/contract/settings.ts';
import type { KeptRecordings } from './recordings.ts';
import { openSettings, type Settings, type SettingsOptions } from './settings.ts';

const SIP = { server: 'wss://pbx.example:8089/ws', number: '201', stun: [] };
const noRecordings: KeptRecordings = { about: () => NO_RECORDINGS, data: () => null, save: () => fail('locked') };
const newFolder = () => mkdtempSync(join(tmpdir(), 'line15-settings-'));

function open(given: Partial<SettingsOptions> = {}): Settings {
  const opened = openSettings({
    dataDir: newFolder(),
    provisioned: null,
    training: false,
    defaultName: 'Консультант',
    refusal: () => null,
    applied: () => Promise.resolve(),
    recordings: noRecordings,
    log: () => undefined,
    ...given,
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  return opened.settings;
}

const withSip = workstationSettings.parse({ consultantName: 'Мария', sip: SIP });

test('with nothing configured it is the training line, with the account that line gives', () => {
  const settings = open();
  expect(settings.mode()).toBe('training');
  expect(settings.phoneConfig().account).toBeNull();
  settings.useTrainingAccount({ server: 'ws://127.0.0.1:5000', number: '101', password: 'x', stun: [] });
  expect(settings.phoneConfig().account?.number).toBe('101');
  expect(settings.consultant()).toEqual({ id: 'training-101', name: 'Консультант' });
});

test('a server in the workstation’s settings means work, kept over a restart', async () => {
  const dataDir = newFolder();
  const settings = open({ dataDir });
  const saved = await settings.saveWorkstation(withSip, 'secret');
  expect(saved.ok && saved.value.workstation.sip?.number).toBe('201');
  expect(settings.mode()).toBe('work');
  expect(settings.phoneConfig().account).toEqual({ ...SIP, password: 'secret' });

  const again = open({ dataDir });
  expect(again.mode()).toBe('work');
  expect(again.consultant()).toEqual({ id: '201@pbx.example', name: 'Мария' });
});

test('training by command leaves the settings of work alone', async () => {
  const dataDir = newFolder();
  await open({ dataDir }).saveWorkstation(withSip, 'secret');
  expect(open({ dataDir, training: true }).mode()).toBe('training');
});

test('without a key store the password lives in this session, and the view says so', async () => {
  const dataDir = newFolder();
  const settings = open({ dataDir });
  await settings.saveWorkstation(withSip, 'secret');
  expect(settings.view().password).toEqual({ known: true, kept: 'session' });
  for (const name of ['workstation.json', 'sip-password.sealed']) {
    const file = join(dataDir, name);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').not.toContain('secret');
  }
  expect(open({ dataDir }).view().password).toEqual({ known: false, kept: 'none' });
});

test('with a key store the password is sealed, and unsealed at the next start', async () => {
  const dataDir = newFolder();
  const first = open({ dataDir });
  first.sealing.connected((_what, { requestId, text }) => {
    first.sealing.answered({ requestId, text: text === '' ? null : [...text].reverse().join('') });
  });
  await first.saveWorkstation(withSip, 'secret');
  expect(first.view().password).toEqual({ known: true, kept: 'os' });
  expect(readFileSync(join(dataDir, 'sip-password.sealed'), 'utf8')).toBe('terces');

  const second = open({ dataDir });
  const told = vi.fn();
  second.onChange(told);
  second.sealing.connected((_what, { requestId, text }) => {
    second.sealing.answered({ requestId, text: [...text].reverse().join('') });
  });
  await vi.waitFor(() => expect(told).toHaveBeenCalled());
  expect(second.phoneConfig().account?.password).toBe('secret');
});

test('a null password keeps the one known', async () => {
  const settings = open();
  await settings.saveWorkstation(withSip, 'secret');
  await settings.saveWorkstation({ ...withSip, autoAnswer: true }, null);
  expect(settings.phoneConfig().account?.password).toBe('secret');
});

test('a provisioning file locks every part of the workstation’s settings, also those it leaves at their defaults', () => {
  const { locked } = open({ provisioned: {} }).view();
  expect([...locked].sort()).toEqual([...settingsView.shape.locked.element.options].sort());
  const parts = Object.keys(workstationSettings.shape).map((part) => (part === 'consultantName' ? 'consultant' : part));
  expect(locked).toEqual(expect.arrayContaining(parts));
  expect(open().view().locked).toEqual([]);
});

test('what an administrator set is read-only and said to be', async () => {
  const provisioned: Provisioning = {
    consultant: { name: 'Ольга' },
    sip: { ...SIP, password: 'from-file' },
    // Kept elsewhere, like the words of «Сказать пользователю».
    recordings: { notice: 'notice.wav' },
    say: {},
  };
  const settings = open({ provisioned });
  expect(settings.view().locked).toContain('sip');
  expect(settings.view().password).toEqual({ known: true, kept: 'file' });
  expect(settings.view().workstation.sip).toEqual(SIP);
  expect(await settings.saveWorkstation(withSip, null)).toEqual({ ok: false, error: { code: 'locked', details: {} } });
});

test('the workstation’s settings do not change in a call, nor to something wrong', async () => {
  const inCall = open({ refusal: () => ({ code: 'in-call', details: {} }) });
  expect(await inCall.saveWorkstation(withSip, null)).toMatchObject({ ok: false, error: { code: 'in-call' } });

  const settings = open();
  const wrong = workstationSettings.parse({ limits: { limit: '2:00' }, sip: { ...SIP, server: 'ws://pbx.example' } });
  const refused = await settings.saveWorkstation(wrong, null);
  expect(refused).toMatchObject({ ok: false, error: { code: 'invalid-settings' } });
  expect(settings.view().workstation.sip).toBeNull();
});

test('changed days no hours can be made of are refused, each by its place', async () => {
  const settings = open();
  const notices: WorkstationSettings['line']['notices'] = [
    { date: '2026-12-30', intervals: [['09:00', '15:00']] },
    { date: '2026-12-31', intervals: [['15:00', '09:00']] },
    { date: '2026-02-31', intervals: [] },
  ];
  expect(await settings.saveWorkstation(workstationSettings.parse({ line: { notices } }), null)).toEqual({
    ok: false,
    error: {
      code: 'invalid-settings',
      details: { mistakes: ['line.notices[1].intervals: empty-interval', 'line.notices[2].date: format'] },
    },
  });
  expect(settings.view().workstation.line.notices).toEqual([]);
});

test('a file of the workstation somebody broke by hand is a problem, not a default', () => {
  const dataDir = newFolder();
  writeFileSync(join(dataDir, 'workstation.json'), '{"sip": {"server": 5}}');
  const opened = openSettings({
    dataDir,
    provisioned: null,
    training: false,
    defaultName: '',
    refusal: () => null,
    applied: () => Promise.resolve(),
    recordings: noRecordings,
    log: () => undefined,
  });
  expect(opened.ok ? [] : opened.problem.mistakes.map(({ path }) => path)).toEqual(['sip.server', 'sip.number']);
});

test('the consultant’s own settings are kept, and a broken file of them keeps nobody from work', async () => {
  const dataDir = newFolder();
  const first = open({ dataDir });
  await first.savePersonal({ ...first.view().personal, theme: 'dark', ringVolume: 0.2 });
  expect(open({ dataDir }).view().personal).toMatchObject({ theme: 'dark', ringVolume: 0.2 });
  writeFileSync(join(dataDir, 'personal.json'), 'not json');
  expect(open({ dataDir }).view().personal.theme).toBe('auto');
});
