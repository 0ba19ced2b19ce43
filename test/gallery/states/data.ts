import { fail, ok } from '../../../shared/contract/base.ts';
import { REGISTRY_FIELDS, type RegistryAbout, type RegistryImport } from '../../../shared/contract/registry-import.ts';
import { workstationSettings } from '../../../shared/contract/settings.ts';
import { NOW, snapshot } from '../fixtures.ts';
import { view } from './settings.ts';
import type { GalleryState } from './state.ts';

const fileName = 'Реестр лицензий 1С-Рарус Управление аптекой на 24.11.2026 (полная выгрузка по всем регионам).csv';
const ABOUT: RegistryAbout = { asOf: NOW - 6 * 24 * 3_600_000, source: fileName, entries: 184_211 };
const LONG =
  'Общество с ограниченной ответственностью «Сеть аптек Центрального федерального округа „Здоровье и долголетие“»';

const HEADERS = [
  'Рег. номер',
  'Наименование организации (полное, как в уставе)',
  'ИНН',
  'Город',
  'Конфигурация',
  'Телефон',
  'Контактное лицо',
  'Дата продажи',
  'Вид лицензии',
  'Начало',
  'Окончание',
  'Примечание менеджера',
];
const ROWS = [
  [
    '8102345',
    LONG,
    '5249845982',
    'Нижний Новгород',
    '1С-Рарус: Управление аптекой, ред. 3',
    '+7 916 123-45-67',
    'Анна Петрова',
    '24.05.2024',
    'ПРОФ',
    '24.06.2026',
    '23.06.2027',
    '',
  ],
  [
    '8110264',
    'ООО «Столетник-Фарм»',
    '1664119848',
    'Казань',
    '1С:Розница 8. Аптека',
    '',
    '',
    '24.08.2026',
    '',
    '',
    '',
    'перезвонить',
  ],
  [
    '8118183',
    'ИП Орлова Мария Викторовна',
    '754023922240',
    'Чита',
    '',
    '+7 302 222-33-44, +7 914 000-11-22',
    '',
    '',
    'Стандарт',
    '01.01.2026',
    '31.12.2026',
    '',
  ],
];

/** «Настройки», the part «Данные», with the import in one state. */
function data(
  imported: RegistryImport,
  about: RegistryAbout | null = ABOUT,
  months: number | null = null,
): GalleryState {
  return {
    section: 'settings',
    scrollTo: 'Данные',
    snapshot: snapshot(),
    answers: {
      registryState: () => ok({ about, import: imported }),
      ...(months === null
        ? {}
        : {
            settings: () =>
              ok(
                view({
                  workstation: workstationSettings.parse({
                    data: { retentionMonths: months, backupFolder: '/mnt/copies/line15' },
                  }),
                  locked: ['consultant', 'sip', 'limits', 'line', 'data', 'autoAnswer'],
                  password: { known: true, kept: 'file' },
                  links: { lead: null, booking: null, problem: null },
                  dataDir: '/home/ilina/.local/share/line15',
                }),
              ),
          }),
    },
  };
}

const preview: RegistryImport = {
  phase: 'preview',
  fileName,
  preview: {
    format: 'csv',
    encoding: 'windows-1251',
    headerLine: 4,
    headers: HEADERS,
    columns: [...REGISTRY_FIELDS, null],
    rows: ROWS,
  },
};

export const DATA_STATES: Record<string, GalleryState> = {
  'data-empty': data({ phase: 'none' }, null),
  'data-about': data({ phase: 'none' }),
  'data-locked': data({ phase: 'none' }, ABOUT, 36),
  'import-interrupted': data({ phase: 'receiving', fileName, received: 10, size: 20 }),
  'import-looking': data({ phase: 'looking', fileName }),
  'import-preview': data(preview),
  'import-preview-unknown': data({
    ...preview,
    preview: { ...preview.preview, columns: HEADERS.map((_, place) => (place < 2 ? 'inn' : null)) },
  }),
  'import-reading': data({ phase: 'running', fileName, step: 'reading', done: 31_000_000, total: 48_232_320 }),
  'import-writing': data({ phase: 'running', fileName, step: 'writing', done: 150_000, total: null }),
  'import-mistakes': data({
    phase: 'checked',
    fileName,
    entries: 183_908,
    present: 184_211,
    mistakeCount: 1_204,
    mistakes: [
      { line: 17, column: 'Рег. номер', code: 'no-number', value: '' },
      { line: 204, column: 'Дата продажи', code: 'bad-date', value: '31.02.2026' },
      { line: 1_733, column: 'ИНН', code: 'spoilt-number', value: '7,70708E+09' },
      { line: 90_412, column: HEADERS[1] ?? '', code: 'other-organisation', value: '88 120' },
      { line: 184_002, column: 'Вид лицензии', code: 'unknown-licence', value: LONG },
    ],
  }),
  'import-fewer': data({ phase: 'checked', fileName, entries: 312, present: 184_211, mistakeCount: 0, mistakes: [] }),
  'import-done': data({ phase: 'done', fileName, entries: 183_908, leftOut: 303 }),
  'import-cancelled': data({ phase: 'cancelled', fileName }),
  'import-failed': data({ phase: 'failed', fileName, failure: { code: 'import-quotes', details: { line: 20_114 } } }),
  'data-backup-failed': {
    ...data({ phase: 'none' }),
    answers: {
      registryState: () => ok({ about: ABOUT, import: { phase: 'none' } }),
      backUp: () => fail('backup-failed', { reason: 'ENOSPC' }),
    },
  },
};
