/**
 * Electron's main process, composed: the scheme, the permissions, the windows, the tray, and the watch over the service process. It holds no
 * state of the business and never opens a database.
 */
import { join } from 'node:path';
import { app, globalShortcut, nativeImage, session } from 'electron';
import { createI18n } from '../../shared/i18n/i18n.ts';
import { readCommandLine } from '../command-line.ts';
import { openLog } from '../log.ts';
import type { PlainPage } from '../plain-page.ts';
import { dataFolderText, defaultDataDir, prepareDataDir } from '../settings/data-folder.ts';
import { registerScheme, serveScheme } from './app-scheme.ts';
import { createAttention } from './attention.ts';
import { followDesktop } from './desktop-state.ts';
import { createGlobalKeys } from './global-keys.ts';
import { introduceWindows, type Seat } from './introductions.ts';
import { createKeyStore } from './key-store.ts';
import { followLanguage } from './language.ts';
import { createMiniWindow } from './mini-window.ts';
import { forbidNavigation } from './navigation.ts';
import { createCallNotice } from './notifications.ts';
import { pathsIn } from './paths.ts';
import { createPhoneLinks, linkIn } from './phone-links.ts';
import { restrictPermissions } from './permissions.ts';
import { watchPower } from './power.ts';
import { arrangeQuitting } from './quitting.ts';
import { startForked, startUtility } from './service-child.ts';
import { runServiceProcess } from './service-process.ts';
import { tellOfSavedFiles } from './saved-files.ts';
import { linkShell } from './shell-link.ts';
import { createTray } from './tray.ts';
import { bringToFront, createConsoleWindow, createPhoneWindow, isInFront, loadPage, reviveOnCrash } from './windows.ts';

const texts = createI18n('ru');
const line = readCommandLine(process.argv.slice(app.isPackaged ? 1 : 2), false);
const flags = line.ok ? line.flags : null;
const dataDir = flags?.dataDir ?? defaultDataDir(process.platform, process.env);

// Chromium's profile lies in the data folder: two consoles with two folders share nothing, and the single-instance lock is the folder's.
app.setPath('userData', join(dataDir, 'electron'));
// Every window asks for the sandbox itself; this makes it a rule. Chromium has none for root, where only tests run.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// The training line listens on loopback only; without this WebRTC offers no address that reaches it on Windows and macOS.
app.commandLine.appendSwitch('allow-loopback-in-peer-connection');
// Chromium's own parts (date fields, menus of a text) speak the console's first language.
app.commandLine.appendSwitch('lang', 'ru');
// Windows shows a program's notifications under this name; the installer registers the same.
app.setAppUserModelId('line15.console');
registerScheme();
// macOS hands over the link that started the program before anything else is there.
let opened = linkIn(process.argv);
let openLink = (link: string): void => void (opened = link);
app.on('open-url', (event, link) => {
  event.preventDefault();
  openLink(link);
});

if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

function start(): void {
  const paths = pathsIn(app.getAppPath());
  let problem: PlainPage | null = null;
  let phoneOrigin: string | null = null;
  const folder = prepareDataDir(dataDir);
  const log = folder.ok ? openLog(dataDir, 'main').named('main') : () => undefined;

  // Electron would stop everything behind a dialog. A call in the phone's window is worth more than that, and the log knows.
  process.on('uncaughtException', (error) => log('error', 'uncaught', { error: error.stack ?? error.message }));
  forbidNavigation(app, (what, address) => log('warn', what, { address }));
  restrictPermissions(session.defaultSession);
  tellOfSavedFiles(session.defaultSession);
  serveScheme(session.defaultSession, {
    pagesDir: paths.pagesDir,
    connect: () => (phoneOrigin === null ? [] : [phoneOrigin]),
    problem: () => problem,
  });
  const consoleWindow = createConsoleWindow({
    preload: paths.preload,
    icon: paths.icon('line15.png'),
    title: app.getName(),
  });
  const show = () => bringToFront(consoleWindow);
  const showProblem = (lines: readonly string[]) => {
    const { t, language } = texts;
    problem = { language, title: t('shell:problem.title'), sentences: [t('shell:problem.lead')], lines };
    loadPage(consoleWindow, '/problem');
  };
  app.on('second-instance', (_event, argv) => {
    show();
    const link = linkIn(argv);
    if (link !== null) openLink(link);
  });
  app.on('activate', show);
  consoleWindow.on('closed', () => app.quit());

  if (!line.ok) return showProblem([texts.t(`shell:arguments.${line.mistake.code}`, line.mistake)]);
  if (!folder.ok) return showProblem([dataFolderText(texts, folder.error)]);

  const phoneWindow = createPhoneWindow({ preload: paths.preload });
  let phoneLoadedFor: string | null | undefined;

  const node = process.env['LINE15_SERVICE_NODE'];
  const service = runServiceProcess({
    start: node !== undefined && !app.isPackaged ? startForked(node) : startUtility,
    entry: paths.serviceEntry,
    args: serviceArguments(),
    onReady(origin) {
      phoneOrigin = origin;
      // The policy of the phone's page names its PBX, so another PBX needs a fresh page.
      if (phoneLoadedFor === origin) return;
      phoneLoadedFor = origin;
      loadPage(phoneWindow, '/phone.html');
    },
    onDown: () => introductions.dropAll(),
    onProblem(lines) {
      phoneWindow.destroy();
      mini.destroy();
      tray.destroy();
      showProblem(lines);
    },
    log: (what, details) => log('error', what, details),
  });
  const introductions = introduceWindows(
    () => [{ role: 'console', window: consoleWindow }, { role: 'phone', window: phoneWindow }, ...miniSeat()],
    service,
    (address) => log('warn', 'channel-refused', { address }),
  );

  const tray = createTray(texts, paths.icon, {
    open: show,
    answer: (callId) => shell.answer(callId),
    quit: () => void quitting.ask(),
  });
  const unseen = () => !isInFront(consoleWindow);
  const overlay = nativeImage.createFromPath(paths.icon('tray-ringing.png'));
  const attention = createAttention({
    unseen,
    signs: {
      badge: (count) => void app.setBadgeCount(count),
      overlay: (shown) => {
        if (process.platform === 'win32' && !consoleWindow.isDestroyed())
          consoleWindow.setOverlayIcon(shown ? overlay : null, shown ? texts.t('shell:tray.ringing') : '');
      },
      flash: (on) => {
        if (!consoleWindow.isDestroyed()) consoleWindow.flashFrame(on);
      },
    },
  });
  consoleWindow.on('focus', () => attention.seen());
  const announce = createCallNotice(texts, {
    icon: paths.icon('line15.png'),
    hidden: unseen,
    onClick: show,
    onAnswer: (callId) => shell.answer(callId),
    onDecline(callId) {
      attention.handled(callId);
      shell.decline(callId);
    },
    announced: (callId) => log('info', 'call-announced', { callId }),
  });
  const shell = linkShell({
    service,
    keyStore: createKeyStore(),
    onView(view) {
      followLanguage(texts, view);
      tray.show(view);
      announce(view);
      attention.show(view);
      desktop(view);
      mini.update();
    },
    onShow: show,
    log: (what, details) => log('warn', what, details),
  });
  const mini = createMiniWindow({
    preload: paths.preload,
    icon: paths.icon('line15.png'),
    title: () => texts.t('shell:mini'),
    folder: app.getPath('userData'),
    view: () => (problem === null ? shell.lastView() : null),
    consoleWindow,
    log: (what, details) => log('error', what, details),
  });
  function miniSeat(): Seat[] {
    const window = mini.window();
    return window === null ? [] : [{ role: 'mini', window }];
  }
  const desktop = followDesktop({
    globalKeys: createGlobalKeys(globalShortcut, {
      answer() {
        const ringing = shell.lastView()?.ringing;
        if (ringing) shell.answer(ringing.callId);
      },
      end: () => shell.end(),
    }),
    // From its sources the program is Electron with a folder: a link must start the same.
    phoneLinks: createPhoneLinks(app, app.isPackaged ? null : { path: process.execPath, args: [app.getAppPath()] }),
    tell: (state) => shell.desktop(state),
  });
  openLink = (link) => {
    show();
    shell.openLink(link);
  };
  if (opened !== null) shell.openLink(opened);
  const quitting = arrangeQuitting(app, {
    texts,
    // Once the service cannot start at all, the phone's window is gone and its call with it.
    view: () => (problem === null ? shell.lastView() : null),
    window: () => (consoleWindow.isVisible() ? consoleWindow : null),
    finish: () => service.stop(),
  });

  tray.show(null);
  quitting.guardWindow(consoleWindow);
  reviveOnCrash(consoleWindow, (reason) => log('error', 'console-window-died', { reason }));
  reviveOnCrash(phoneWindow, (reason) => log('error', 'phone-window-died', { reason }));
  watchPower((event) => shell.power(event));
  loadPage(consoleWindow, '/console.html');
}

/** The service reads the same flags. */
function serviceArguments(): string[] {
  return [
    '--data-dir',
    dataDir,
    ...(flags?.config ? ['--config', flags.config] : []),
    ...(flags?.training ? ['--training'] : []),
  ];
}
