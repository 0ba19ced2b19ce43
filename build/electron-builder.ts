import type { Configuration } from 'electron-builder';

/** Every fuse of Electron is decided here: one that a new version adds is a type error until it is decided too. */
type Fuses = Required<Omit<NonNullable<Configuration['electronFuses']>, 'resetAdHocDarwinSignature'>>;

const FUSES: Fuses = {
  // The installed program is a console, not a Node that anything on the machine can start with a script.
  runAsNode: false,
  // The cookie that opens the service's session is encrypted with the system's key.
  enableCookieEncryption: true,
  // NODE_OPTIONS of the user's environment could load foreign code into the console.
  enableNodeOptionsEnvironmentVariable: false,
  // --inspect would open the microphone's process to a debugger; tests run unpacked, where it is on.
  enableNodeCliInspectArguments: false,
  // Where the system supports it (Windows, macOS) a changed app.asar does not start.
  enableEmbeddedAsarIntegrityValidation: true,
  // A folder `app` beside the archive would be started in its place.
  onlyLoadAppFromAsar: true,
  // We ship no V8 snapshot of our own.
  loadBrowserProcessSpecificV8Snapshot: false,
  // Pages come from our own scheme; file:// needs no rights.
  grantFileProtocolExtraPrivileges: false,
};

/** Where Electron comes from: its own download, or a folder with an unpacked one. */
export interface ElectronSource {
  version: string;
  /** Folder with an unpacked Electron; null fetches Electron's own. */
  dist: string | null;
  /** Names of the fuses this Electron has (an older one lacks newer fuses); null: today's, all of them. */
  fuses: ReadonlySet<string> | null;
}

/** The fuses as this Electron can carry them, by name. */
export function fusesFor({ fuses }: ElectronSource): Record<string, boolean> {
  return Object.fromEntries(Object.entries(FUSES).filter(([name]) => fuses === null || fuses.has(name)));
}

/**
 * What is packed and for which systems. Only `dir` is built in CI: the other targets fetch tools of their own (NSIS, WiX,
 * fpm, appimagetool) and are built on a machine that may: `npm run pack -- --linux deb AppImage`, `-- --win`, `-- --mac`.
 * @param folders `app`: what goes into the archive, with the package.json of the product; `output`: where the result goes
 */
export function builderConfig(folders: { app: string; output: string }, electron: ElectronSource): Configuration {
  return {
    appId: 'line15.console',
    productName: 'Line15',
    copyright: 'Line15',
    directories: { app: folders.app, output: folders.output },
    electronVersion: electron.version,
    ...(electron.dist === null ? {} : { electronDist: electron.dist }),
    electronFuses: fusesFor(electron),
    electronLanguages: ['ru', 'en-US'],
    // The archive is what the fuses guard; native code cannot be loaded from inside it.
    asar: true,
    asarUnpack: '**/*.node',
    // better-sqlite3 ships Node-API binaries: nothing is compiled for Electron.
    npmRebuild: false,
    publish: null,
    // Named to the system as one that can open phone links; it becomes the one that does by the consultant's setting only.
    protocols: [{ name: 'Line15', schemes: ['tel', 'sip', 'callto'], role: 'Viewer' }],
    linux: {
      target: ['deb', 'AppImage'],
      executableName: 'line15',
      category: 'Office',
      maintainer: 'Line15',
      synopsis: 'Консоль линии консультаций',
    },
    win: { target: ['nsis', 'msi'] },
    // For everybody on the PC and without questions: consultants' PCs are set up from afar.
    nsis: { oneClick: true, perMachine: true },
    msi: { oneClick: true, perMachine: true },
    mac: { target: ['dmg'], category: 'public.app-category.business' },
  };
}
