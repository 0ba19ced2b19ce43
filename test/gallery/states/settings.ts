import { fail, ok } from '../../../shared/contract/base.ts';
import { NO_RECORDINGS } from '../../../shared/contract/recordings.ts';
import type { CheckedStep, LinkCheck } from '../../../shared/contract/link-check.ts';
import {
  personalSettings,
  settingsView,
  workstationSettings,
  type SettingsView,
} from '../../../shared/contract/settings.ts';
import { snapshot } from '../fixtures.ts';
import { SHIPPED_SAY_TEXTS } from '../../../shared/say/say-texts.ts';
import type { GalleryState } from './state.ts';

const WORKSTATION = workstationSettings.parse({
  consultantName: 'Ильина Мария',
  sip: { server: 'wss://pbx.example:8089/ws', number: '101' },
  line: {
    listen: { enabled: true, host: '0.0.0.0', port: 8015 },
    notices: [
      {
        date: '2026-12-31',
        intervals: [
          ['09:00', '13:00'],
          ['14:00', '16:00'],
        ],
      },
      { date: '2026-11-30', intervals: [] },
    ],
    latestRelease: '3.0.49.1',
    configurations: ['1С-Рарус: Управление аптекой, ред. 3', '1С:Розница 8. Аптека'],
  },
});
export const view = (over: Partial<SettingsView> = {}): SettingsView =>
  settingsView.parse({
    workstation: WORKSTATION,
    personal: personalSettings.parse({}),
    locked: [],
    recordings: {
      ...NO_RECORDINGS,
      farewell: {
        name: 'farewell-voice-of-the-line-third-take-after-the-studio-cut-it-shorter.wav',
        lengthMs: 4_200,
        id: 'a',
      },
    },
    password: { known: true, kept: 'session' },
    links: {
      lead: 'http://192.168.1.5:8015/lead?token=Zr0xJq1sVnE2hT8kQwLmB4yP7uCdA6gI',
      booking: 'http://192.168.1.5:8015/',
      problem: null,
    },
    dataDir: '/home/ilina/.local/share/line15',
    say: { texts: SHIPPED_SAY_TEXTS, own: {}, mistakes: [] },
    ...over,
  });
const devices = [
  { id: 'm1', kind: 'input', label: 'Jabra Evolve2 65 (микрофон)' },
  { id: 'o1', kind: 'output', label: 'Jabra Evolve2 65' },
  { id: 'o2', kind: 'output', label: 'Встроенные динамики' },
] as const;
const desk = snapshot({ phone: { ...snapshot().phone, devices: [...devices], headsets: ['Jabra Evolve2 65'] } });

const step = (
  name: CheckedStep['step'],
  result: CheckedStep['result'] = 'ok',
  reason: string | null = null,
  value: number | null = null,
): CheckedStep => ({ step: name, result, reason, value });
const checked = (check: LinkCheck): GalleryState => ({
  section: 'settings',
  snapshot: snapshot({ phone: { ...desk.phone, check } }),
  answers: { settings: () => ok(view({ workstation: workstationSettings.parse({}) })) },
});

/** «Настройки». */
export const SETTINGS_STATES: Record<string, GalleryState> = {
  settings: {
    section: 'settings',
    snapshot: desk,
    answers: {
      settings: () =>
        ok(
          view({
            personal: personalSettings.parse({
              microphone: 'm9',
              ringer: ['o1', 'o2'],
              deviceNames: { m9: 'Poly Voyager Focus 2 (микрофон)' },
            }),
          }),
        ),
      saveWorkstationSettings: () => fail('invalid-settings', { mistakes: ['limits.warningBefore: not-before-limit'] }),
    },
  },
  'settings-wrong-day': {
    section: 'settings',
    snapshot: desk,
    scrollTo: 'Часы и списки',
    filled: { День: '31.11.2026', Вышел: '32.10.2026' },
    answers: { settings: () => ok(view()) },
  },
  'settings-locked': {
    section: 'settings',
    snapshot: desk,
    answers: {
      settings: () =>
        ok(
          view({
            locked: ['consultant', 'sip', 'limits', 'line', 'autoAnswer', 'colleagues', 'answerByHeader'],
            password: { known: true, kept: 'file' },
          }),
        ),
    },
  },
  // The farewell's file has a right head and nothing that can be decoded.
  'settings-recordings': {
    section: 'settings',
    snapshot: desk,
    scrollTo: 'Записи для пользователя',
    answers: {
      settings: () => ok(view({ locked: ['recordings'] })),
      recording: () => ok({ data: btoa('no sound') }),
    },
  },
  'settings-problem': {
    section: 'settings',
    snapshot: snapshot({ desktop: { refusedKeys: ['end'], phoneLinks: 'refused' } }),
    answers: {
      settings: () =>
        ok(
          view({
            links: { lead: null, booking: null, problem: 'port-taken' },
            personal: personalSettings.parse({ desktop: { globalKeys: true, phoneLinks: true } }),
          }),
        ),
    },
  },
  'settings-check-running': checked({
    state: 'running',
    steps: [
      step('signalling'),
      step('registration'),
      step('call'),
      step('microphone', 'running'),
      step('sound-out'),
      step('sound-back', 'running'),
      step('round-trip', 'ok', null, 24),
      step('loss', 'waiting'),
    ],
  }),
  'settings-check-troubled': checked({
    state: 'done',
    steps: [
      step('signalling'),
      step('registration'),
      step('call'),
      step('microphone', 'failed', 'silent'),
      step('sound-out'),
      step('sound-back', 'failed', 'silence'),
      step('round-trip', 'warn', 'high', 420),
      step('loss', 'warn', 'high', 7),
    ],
  }),
  'settings-check-refused': checked({
    state: 'done',
    steps: [
      step('signalling'),
      step('registration', 'failed', 'wrong-password', 401),
      step('call', 'skipped'),
      step('microphone', 'skipped'),
      step('sound-out', 'skipped'),
      step('sound-back', 'skipped'),
      step('round-trip', 'skipped'),
      step('loss', 'skipped'),
    ],
  }),
};
