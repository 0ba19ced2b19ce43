/**
 * The console in a browser, and the line on a server, without Electron: the same workstation behind http and WebSocket on loopback.
 * The last line printed is the address, with a token that opens it once. Exit code 2: something in the command line or settings is wrong.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import open from 'open';
import { createI18n } from '../shared/i18n/i18n.ts';
import { readCommandLine } from './command-line.ts';
import { startConsoleServer, type ConsoleServer } from './console-server/console-server.ts';
import { openSessions } from './console-server/sessions.ts';
import { openWorkstation, type Workstation } from './service/workstation.ts';
import { errorCode } from './settings/layer-file.ts';

const texts = createI18n('ru');
const { t } = texts;
const pagesDir = join(import.meta.dirname, '../build/out/renderer');

const line = readCommandLine(process.argv.slice(2), true);
if (!line.ok) refuse([t(`shell:arguments.${line.mistake.code}`, line.mistake)]);
const { flags } = line;
if (!existsSync(join(pagesDir, 'console.html'))) refuse([t('shell:headless.noPages')]);

let server: ConsoleServer | null = null;
const opened = await openWorkstation({ flags, pagesDir, texts, onPagesStale: () => server?.reloadPages() });
if (!opened.ok) refuse(opened.lines);
const { workstation } = opened;
server = await serveConsole(workstation);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());

say(workstation);
const link = server.newLink();
if (flags.open && !flags.line) await open(link).catch(() => undefined);
console.log(link);

/** Starts the browser's side, or says why it cannot. */
async function serveConsole(served: Workstation): Promise<ConsoleServer> {
  try {
    return await startConsoleServer({
      port: flags.port,
      pagesDir,
      sessions: openSessions(join(served.dataDir, 'sessions.json')),
      connect: (role, channel, tabId) => served.connect(role, channel, tabId),
      phoneOrigin: () => served.phoneOrigin(),
      closedPage: {
        language: texts.language,
        title: t('shell:headless.closedTitle'),
        sentences: [t('shell:headless.closedText')],
      },
      now: Date.now,
      log: served.logs.named('console-server'),
    });
  } catch (error) {
    await served.close();
    const code = errorCode(error);
    refuse([
      code === 'EADDRINUSE'
        ? t('shell:headless.portTaken', { port: flags.port })
        : t('shell:headless.failed', { message: code }),
    ]);
  }
}

/** What was started, for the person at the terminal. */
function say(started: Workstation): void {
  const { dataDir } = started;
  const { workstation: own, links } = started.settings();
  if (started.mode() === 'training') console.log(t('shell:headless.training', { dataDir }));
  else if (own.sip) console.log(t('shell:headless.work', { server: own.sip.server, dataDir }));
  else console.log(t('shell:headless.workNoPhone', { dataDir }));
  if (links.problem !== null) {
    const { host, port } = own.line.listen;
    console.log(t('shell:headless.listenFailed', { host, port, code: links.problem }));
  }
  if (links.lead !== null) console.log(t('shell:headless.lead', { address: links.lead }));
  if (links.booking !== null) console.log(t('shell:headless.booking', { address: links.booking }));
}

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await server?.close();
  await workstation.close();
  process.exit(0);
}

function refuse(lines: readonly string[]): never {
  for (const text of lines) console.error(text);
  process.exit(2);
}
