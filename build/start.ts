/**
 * `npm start`: builds what is stale, then Electron, or the browser where Electron cannot run, with one line that says why. The flags go
 * through to either.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { readCommandLine } from '../electron/command-line.ts';
import { createI18n } from '../shared/i18n/i18n.ts';
import { build } from './build.ts';
import { fetchElectron, installedElectron } from './electron-binary.ts';
import { againstElectron, type WhyBrowser } from './why-browser.ts';

const ROOT = join(import.meta.dirname, '..');
/** An Electron that ends with an error within this time did not start: a library or the right to a sandbox is missing. */
const START_MS = 10_000;

const { t } = createI18n('ru');

/** Runs Electron to its end. Resolves to its exit code, or to null when it did not even start. */
function runElectron(executable: string, flags: readonly string[]): Promise<number | null> {
  const startedAt = performance.now();
  const child = spawn(executable, [ROOT, ...flags], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on('error', () => resolve(null));
    child.on('exit', (code) => {
      const failed = code !== 0 && performance.now() - startedAt < START_MS;
      resolve(failed ? null : (code ?? 1));
    });
  });
}

async function openInBrowser(why: WhyBrowser): Promise<void> {
  console.log(t(`shell:start.${why}`));
  await build({ only: ['pages'] });
  await import('../electron/headless.ts');
}

const argv = process.argv.slice(2);
const line = readCommandLine(argv, true);
if (!line.ok) {
  console.error(t(`shell:arguments.${line.mistake.code}`, line.mistake));
  process.exit(2);
}

const against = againstElectron({
  web: line.flags.web,
  platform: process.platform,
  uid: process.getuid?.(),
  env: process.env,
});
const executable =
  against === null
    ? (installedElectron(process.env) ??
      (await fetchElectron(process.env, () => console.log(t('shell:start.fetching')))))
    : null;
if (against !== null || executable === null) await openInBrowser(against ?? 'noBinary');
else {
  await build();
  const code = await runElectron(executable, argv);
  if (code === null) await openInBrowser('ended');
  else process.exit(code);
}
