/**
 * `npm run data -- <command> <path> [--data-dir FOLDER] [--training]`: what an administrator does with the data folder from the command
 * line. `backup FOLDER` (also while the console runs) and `check COPY`; `restore COPY` and `import FILE` with the console closed.
 * Exit code 0: done; 1: not done, said why; 2: the command line is wrong.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createI18n } from '../shared/i18n/i18n.ts';
import { makeBackup } from './backup/make-backup.ts';
import { checkBackup, restoreBackup } from './backup/restore-backup.ts';
import { PROGRAM_VERSION } from './program.ts';
import { importFile } from './service/import-file.ts';
import { lockDataDir } from './service/data-lock.ts';
import { defaultDataDir, dataFolderText, prepareDataDir } from './settings/data-folder.ts';

const texts = createI18n('ru');
const { t } = texts;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    'data-dir': { type: 'string' },
    training: { type: 'boolean' },
    'skip-mistakes': { type: 'boolean' },
  },
});
const [command, path, ...more] = positionals;
const given = values['data-dir'];
const dataDir = resolve(typeof given === 'string' ? given : defaultDataDir(process.platform, process.env));
process.exitCode = await run();

async function run(): Promise<number> {
  if (path === undefined || more.length > 0) return wrong();
  const folder = prepareDataDir(dataDir);
  if (!folder.ok) return refuse(dataFolderText(texts, folder.error));
  const at = Date.now();
  switch (command) {
    case 'backup': {
      const made = makeBackup({ dataDir, into: resolve(path), program: PROGRAM_VERSION, at });
      return made.ok
        ? say(t('shell:data.backedUp', made.value))
        : refuse(t('failures:backup-failed', made.error.details));
    }
    case 'check': {
      const checked = checkBackup(resolve(path));
      if (!checked.ok) return refuse(failureText(checked.error));
      return say(t('shell:data.sound', { date: moment(checked.value.at), program: checked.value.program }));
    }
    case 'restore':
      return alone(async () => {
        const restored = await restoreBackup({ folder: resolve(path), dataDir, at });
        if (!restored.ok) return refuse(failureText(restored.error));
        return say(t('shell:data.restored', { date: moment(restored.value.at), before: restored.value.before }));
      });
    case 'import':
      return alone(async () => {
        const mode = values.training === true ? 'training' : 'work';
        const skipMistakes = values['skip-mistakes'] === true;
        const { ok, lines } = await importFile({ file: resolve(path), dataDir, mode, skipMistakes, at, texts });
        return ok ? say(...lines) : refuse(...lines);
      });
    default:
      return wrong();
  }
}

/** Runs what must not meet a console at work. */
async function alone(work: () => Promise<number>): Promise<number> {
  const lock = lockDataDir(dataDir);
  if (!lock.ok) return refuse(t('shell:headless.alreadyRunning', { dataDir, ...lock.error.details }));
  try {
    return await work();
  } finally {
    lock.value.release();
  }
}

function failureText({ code, details }: { code: string; details: Record<string, unknown> }): string {
  const known = (['no-backup', 'backup-damaged', 'backup-too-new', 'restore-failed'] as const).find(
    (one) => one === code,
  );
  return known === undefined ? t('failures:unknown', { code }) : t(`shell:data.${known}`, details);
}

function moment(at: number): string {
  return new Intl.DateTimeFormat('ru', { timeZone: 'Europe/Moscow', dateStyle: 'short', timeStyle: 'short' }).format(
    at,
  );
}

function say(...lines: string[]): number {
  lines.forEach((line) => console.log(line));
  return 0;
}

function refuse(...lines: string[]): number {
  lines.forEach((line) => console.error(line));
  return 1;
}

function wrong(): number {
  console.error(t('shell:data.usage'));
  return 2;
}
