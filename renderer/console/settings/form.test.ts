import { expect, test } from 'vitest';
import { workstationSettings } from '../../../shared/contract/settings.ts';
import { formOf, isSame, settingsOf, type SettingsForm } from './form.ts';
import { mistakesOfFailure } from './mistakes.ts';

const SETTINGS = workstationSettings.parse({
  consultantName: 'Ильина Мария',
  colleagues: [
    { name: 'Орлов Борис', number: '102' },
    { name: 'Внедрение 2', number: '+7 495 231-22-46' },
  ],
  answerByHeader: ['110'],
  sip: { server: 'wss://pbx.example:8089/ws', number: '101', stun: ['stun:a.example:3478'] },
  line: {
    notices: [{ date: '2026-12-31', intervals: [['09:00', '13:00']] }],
    latestRelease: '3.0.49.1',
    configurations: ['Управление аптекой, ред. 3', 'Другая'],
  },
});
const form = formOf(SETTINGS);
const mistakes = (changed: SettingsForm) => {
  const answer = settingsOf(changed);
  return answer.ok ? {} : answer.mistakes;
};

test('settings go through the form unchanged', () => {
  expect(settingsOf(form)).toEqual({ ok: true, settings: SETTINGS });
});

test.each(['Орлов Борис: 102', 'Орлов Борис, 102', 'Орлов Борис 102', ' Орлов Борис\t102 '])(
  '«%s» is a colleague',
  (line) => {
    const answer = settingsOf({ ...form, colleagues: line });
    expect(answer.ok && answer.settings.colleagues).toEqual([{ name: 'Орлов Борис', number: '102' }]);
  },
);

test.each(['Орлов Борис', '102'])('«%s» is none, and says so at its field', (line) => {
  expect(mistakes({ ...form, colleagues: line })).toEqual({ colleagues: 'required' });
});

test('without server and number there is no phone', () => {
  const answer = settingsOf({ ...form, sip: { ...form.sip, server: ' ', number: '' } });
  expect(answer.ok && answer.settings.sip).toBeNull();
});

test('each mistake stands at its field', () => {
  const { sip, limits, line } = form;
  expect(mistakes({ ...form, sip: { ...sip, server: 'pbx.example' } })).toEqual({ 'sip.server': 'url' });
  expect(mistakes({ ...form, sip: { ...sip, number: '' } })).toEqual({ 'sip.number': 'format' });
  expect(mistakes({ ...form, sip: { ...sip, stun: 'stun:a\nb' } })).toEqual({ 'sip.stun': 'format' });
  expect(mistakes({ ...form, limits: { ...limits, limit: '15' } })).toEqual({ 'limits.limit': 'time' });
  const listen = { ...line.listen, port: '70000' };
  expect(mistakes({ ...form, line: { ...line, listen } })).toEqual({ 'line.listen.port': 'port' });
  const data = { ...form.data, retentionMonths: '0' };
  expect(mistakes({ ...form, data })).toEqual({ 'data.retentionMonths': 'months' });
  expect(mistakes({ ...form, data: { ...data, retentionMonths: 'год' } })).toEqual({
    'data.retentionMonths': 'months',
  });
  const notices = [{ date: '2026-12-31', intervals: [['9', '13:00'] as [string, string]] }];
  expect(mistakes({ ...form, line: { ...line, notices } })).toEqual({ 'line.notices': 'format' });
});

test('a day is saved as it is meant, however it is typed; what is no day is said and not saved', () => {
  const { line } = form;
  const typed = (date: string, latestReleaseSince: string): SettingsForm => ({
    ...form,
    line: { ...line, latestReleaseSince, notices: [{ date, intervals: [['09:00', '13:00']] }] },
  });
  const answer = settingsOf(typed('31.12.26', ' 1/11/2026 '));
  expect(answer.ok && answer.settings.line).toMatchObject({
    latestReleaseSince: '2026-11-01',
    notices: [{ date: '2026-12-31' }],
  });
  expect(settingsOf(typed('2026-12-31', ' '))).toMatchObject({ settings: { line: { latestReleaseSince: null } } });
  for (const wrong of ['31.11.2026', '2026-11-31', '31.12', 'завтра'])
    expect(mistakes(typed(wrong, wrong)), wrong).toEqual({ 'line.notices': 'date', 'line.latestReleaseSince': 'date' });
  expect(mistakes(typed('', ''))).toEqual({ 'line.notices': 'date' });
});

test('a refused save names its fields', () => {
  const details = {
    mistakes: [
      'limits.warningBefore: not-before-limit',
      'sip.server: something new',
      'line.notices[1].intervals: empty-interval',
    ],
  };
  expect(mistakesOfFailure({ code: 'invalid-settings', details })).toEqual({
    'limits.warningBefore': 'not-before-limit',
    'sip.server': 'other',
    'line.notices': 'empty-interval',
  });
  expect(mistakesOfFailure({ code: 'locked', details: {} })).toBeNull();
});

test('a form knows when it was changed', () => {
  expect(isSame(form, formOf(SETTINGS))).toBe(true);
  expect(isSame(form, { ...form, autoAnswer: true })).toBe(false);
});
