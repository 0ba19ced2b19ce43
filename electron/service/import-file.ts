import { mkdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { i18n } from 'i18next';
import { v7 as uuidv7 } from 'uuid';
import type { RowMistake } from '../../shared/contract/registry-import.ts';
import type { Instant } from '../../shared/regulation/time.ts';
import { doTask } from '../line/registry/import/import-task.ts';
import type { ImportNews } from '../line/registry/import/messages.ts';
import { openRegistry } from '../line/registry/registry.ts';
import { openSqliteStore } from '../line/store/sqlite-store.ts';
import { errorCode } from '../settings/layer-file.ts';

const WHO = 'npm run data';

/**
 * Imports a registry with the console closed, its columns guessed by their headers. With mistakes nothing is put in force unless
 * `skipMistakes` leaves their rows out. Returns the sentences to be said.
 */
export async function importFile(task: {
  file: string;
  dataDir: string;
  mode: 'training' | 'work';
  skipMistakes: boolean;
  at: Instant;
  texts: i18n;
}): Promise<{ ok: boolean; lines: string[] }> {
  const { file, dataDir, mode, skipMistakes, at, texts } = task;
  const { t } = texts;
  const folder = join(dataDir, mode);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const store = openSqliteStore({ file: join(folder, 'line.sqlite'), newId: uuidv7 });
  const registry = await openRegistry({ folder: join(folder, 'registry'), values: store.values, newId: uuidv7 });
  try {
    const looked = await done({ kind: 'look', file, kept: {} });
    if (looked.kind !== 'preview') return refused(looked);
    const { columns, headers, headerLine } = looked.preview;
    if (!columns.includes('registrationNumber') || !columns.includes('organisation'))
      return { ok: false, lines: [t('data:needed'), headers.join(' | ')] };
    const target = registry.newFile();
    const source = basename(file);
    const asOf = Math.min(Math.round(statSync(file).mtimeMs), at);
    const built = await done({ kind: 'build', file, columns, headerLine, headers, target, source, asOf });
    if (built.kind !== 'built') return refused(built);
    const { entries, mistakes, mistakeCount } = built;
    const lines = mistakes.map(mistakeLine);
    if (entries === 0 || (mistakeCount > 0 && !skipMistakes))
      return { ok: false, lines: [...lines, t('data:withMistakes', { count: mistakeCount }), t('shell:data.skip')] };
    await registry.use(target);
    const details = { fileName: source, entries, leftOut: mistakeCount, asOf };
    await store.audit.add({ at, who: WHO, what: 'registry-imported', subject: 'registry', details });
    return {
      ok: true,
      lines: [...lines, t('data:done', { entries }), t('data:doneLeftOut', { leftOut: mistakeCount })],
    };
  } catch (error) {
    return { ok: false, lines: [t('shell:data.unreadable', { file, reason: errorCode(error) })] };
  } finally {
    registry.close();
    await store.close();
  }

  function refused(news: ImportNews): { ok: false; lines: string[] } {
    const failure = news.kind === 'failed' ? news.failure : { code: 'import-failed', details: {} };
    const known = (['import-no-table', 'import-quotes', 'import-not-a-workbook'] as const).find(
      (code) => code === failure.code,
    );
    return { ok: false, lines: [t(`failures:${known ?? 'import-failed'}`, failure.details)] };
  }

  function mistakeLine({ line, column, code, value }: RowMistake): string {
    return `${t('data:line')} ${line}, ${column}: ${t(`data:rowMistake.${code}`, { value })}`;
  }
}

/** The last thing a task says is what came of it. */
async function done(task: Parameters<typeof doTask>[0]): Promise<ImportNews> {
  let last: ImportNews = { kind: 'failed', failure: { code: 'import-failed', details: {} } };
  await doTask(task, (news) => void (last = news));
  return last;
}
