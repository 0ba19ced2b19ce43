import { uptime } from 'node:os';
import type { i18n } from 'i18next';
import type { Channel } from '../../shared/contract/rpc.ts';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { createServiceClock } from '../clock.ts';
import type { CommandLine } from '../command-line.ts';
import { openLog, type LogFile } from '../log.ts';
import { socketOrigin } from '../page-policy.ts';
import { dataFolderText, defaultDataDir, prepareDataDir } from '../settings/data-folder.ts';
import { errorCode } from '../settings/layer-file.ts';
import { mistakeText } from '../settings/mistakes.ts';
import { readProvisioning, systemWideFile, type ConfigProblem } from '../settings/provisioning.ts';
import { openRecordings } from '../settings/recordings.ts';
import { openSettings, type Settings } from '../settings/settings.ts';
import { lockDataDir } from './data-lock.ts';
import type { ChannelRole } from './messages.ts';
import { listenAsSet, openParts, type Parts } from './parts.ts';

/** What the service process and the headless shell share: one consultant's settings, line, desk, and the training line where there is one. */
export interface Workstation {
  readonly dataDir: string;
  readonly logs: LogFile;
  mode(): 'training' | 'work';
  settings(): SettingsView;
  /** Where the phone's page connects (`wss://host:port`), once the parts serve; null when nothing is configured. */
  phoneOrigin(): Promise<string | null>;
  /** Gives a page or the shell its channel. `tabId` tells windows apart and stays the same after a reload. */
  connect(role: ChannelRole, channel: Channel, tabId: string): void;
  close(): Promise<void>;
}

export interface WorkstationOptions {
  flags: Pick<CommandLine, 'dataDir' | 'config' | 'training' | 'line'>;
  /** The folder of built pages, for the line's own listener. */
  pagesDir: string;
  texts: i18n;
  /** Pages must load anew: the phone's address may be another one, and with it the policy they were served with. */
  onPagesStale(): void;
}

/** Settings just saved are answered first; then the parts are composed anew. */
const RECOMPOSE_AFTER_MS = 200;

/**
 * Opens the data folder, reads the settings and composes the parts. What keeps it from starting is a value: sentences for the person who
 * must mend it. When the workstation's settings change who or where the desk is, the parts are composed anew in this process.
 */
export async function openWorkstation(
  options: WorkstationOptions,
): Promise<{ ok: true; workstation: Workstation } | { ok: false; lines: string[] }> {
  const { flags, texts } = options;
  const dataDir = flags.dataDir ?? defaultDataDir(process.platform, process.env);
  const folder = prepareDataDir(dataDir);
  if (!folder.ok) return { ok: false, lines: [dataFolderText(texts, folder.error)] };

  const provisioned = readProvisioning(flags.config, systemWideFile(process.platform, process.env), flags.training);
  if (!provisioned.ok) return { ok: false, lines: problemLines(texts, provisioned.problem) };

  const lock = lockDataDir(dataDir);
  if (!lock.ok)
    return { ok: false, lines: [texts.t('shell:headless.alreadyRunning', { dataDir, ...lock.error.details })] };

  const logs = openLog(dataDir, 'service');
  const kept = openRecordings(dataDir, provisioned.found);
  if (!kept.ok) {
    lock.value.release();
    return { ok: false, lines: problemLines(texts, { file: provisioned.found?.file ?? '', mistakes: kept.mistakes }) };
  }
  const opened = openSettings({
    dataDir,
    provisioned: provisioned.found?.settings ?? null,
    training: flags.training,
    defaultName: texts.t('shell:consultant'),
    refusal: () => (parts?.desk.inCall() ? { code: 'in-call', details: {} } : null),
    applied: () => applying,
    recordings: kept.recordings,
    log: logs.named('settings'),
  });
  if (!opened.ok) {
    lock.value.release();
    return { ok: false, lines: problemLines(texts, opened.problem) };
  }

  const { settings } = opened;
  const clock = createServiceClock({
    wall: Date.now,
    monotonicMs: () => performance.now(),
    uptimeMs: () => uptime() * 1_000,
  });
  const log = logs.named('workstation');
  let parts: Parts | null = null;
  let applying = Promise.resolve();
  let closed = false;
  let composedFor = '';
  let origin: string | null = null;
  let rules = '';

  async function compose(): Promise<Parts> {
    composedFor = identity(settings);
    rules = JSON.stringify(settings.line());
    const fresh = await openParts({ dataDir, pagesDir: options.pagesDir, settings, clock, logs });
    origin = originOf(settings);
    const failure = await listenAsSet(fresh.line, settings, flags.line);
    if (failure) log('error', 'not-listening', failure);
    parts = fresh;
    return fresh;
  }

  /** Resolves to the parts that serve now, or as soon as they do; a change waits for the one before. */
  let ready = compose();
  try {
    await ready;
  } catch (error) {
    log('error', 'not-composed', { error: String(error) });
    lock.value.release();
    return { ok: false, lines: [texts.t('shell:headless.failed', { message: errorCode(error) })] };
  }

  async function recompose(): Promise<Parts> {
    const old = await ready;
    if (closed || composedFor === identity(settings)) return old;
    log('info', 'composed-anew', { mode: settings.mode() });
    parts = null;
    // Before the channels close: a page that merely connected again would keep its old policy.
    options.onPagesStale();
    await old.close();
    return compose();
  }

  async function applyRules(): Promise<void> {
    const { line } = await ready;
    if (rules === JSON.stringify(settings.line())) return;
    rules = JSON.stringify(settings.line());
    await line.setRules(settings.line());
    await listenAsSet(line, settings, flags.line);
  }

  settings.onChange(() => {
    if (closed || parts === null) return;
    if (composedFor !== identity(settings)) {
      setTimeout(() => {
        ready = recompose();
      }, RECOMPOSE_AFTER_MS);
      return;
    }
    // One after another, or a listener switched off while it opens would stay open.
    applying = applying.catch(() => undefined).then(applyRules);
    const now = originOf(settings);
    if (now === origin) return;
    origin = now;
    options.onPagesStale();
  });

  return {
    ok: true,
    workstation: {
      dataDir,
      logs,
      mode: () => settings.mode(),
      settings: () => settings.view(),
      phoneOrigin: () => ready.then(() => origin),
      connect: (role, channel, tabId) => void ready.then(({ desk }) => desk.connect(role, channel, { tabId })),
      async close() {
        closed = true;
        await (await ready).close();
        lock.value.release();
      },
    },
  };
}

/** What the parts were composed for: when it changes they must be composed anew. */
const identity = (settings: Settings): string =>
  JSON.stringify([settings.mode(), settings.mode() === 'work' ? settings.consultant() : null]);

/** The address of the settings, whether or not a password is known yet. */
function originOf(settings: Settings): string | null {
  const server = settings.phoneConfig().account?.server ?? settings.view().workstation.sip?.server;
  return server === undefined ? null : socketOrigin(server);
}

/** The sentences of a mistaken file: the file, then each mistake with its path. */
function problemLines(texts: i18n, { file, mistakes }: ConfigProblem): string[] {
  return [`${texts.t('shell:mistake.inFile', { file })}:`, ...mistakes.map((mistake) => mistakeText(mistake, texts))];
}
