/**
 * Entry of the service process beside Electron's main process: composes the workstation and serves the channels main introduces. It ends
 * when main asks for it or is gone.
 */
import { join } from 'node:path';
import { createI18n } from '../shared/i18n/i18n.ts';
import { readCommandLine } from './command-line.ts';
import { findParent } from './service/parent.ts';
import { openWorkstation } from './service/workstation.ts';

/** One window per role, so its identity needs no more than this. */
const TAB_ID = 'electron';

const parent = findParent();
const line = readCommandLine(process.argv.slice(2), false);
if (!parent || !line.ok) {
  console.error('The service process is started by Electron’s main process.');
  process.exit(2);
}

const opened = await openWorkstation({
  flags: line.flags,
  // This file runs as a bundle: build/out/service beside build/out/renderer.
  pagesDir: join(import.meta.dirname, '../renderer'),
  texts: createI18n('ru'),
  onPagesStale: () => void sayReady(),
});

if (!opened.ok) {
  parent.send({ kind: 'problem', lines: opened.lines });
  parent.onStop(() => process.exit(2));
} else {
  const { workstation } = opened;
  const log = workstation.logs.named('service');
  // A bug ends the process, with its reason on record: main starts a fresh one, which reads everything from the disk.
  process.on('uncaughtException', (error) => {
    log('error', 'crashed', { error: error.stack ?? error.message });
    process.exit(1);
  });
  parent.onChannel((role, channel) => workstation.connect(role, channel, TAB_ID));
  parent.onStop(() => void workstation.close().finally(() => process.exit(0)));
  await sayReady();
}

/** Tells main that channels are served, and where the phone's page may connect. */
async function sayReady(): Promise<void> {
  if (opened.ok) parent?.send({ kind: 'ready', phoneOrigin: await opened.workstation.phoneOrigin() });
}
