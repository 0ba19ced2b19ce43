/** Where the page runs. In a browser the console page also holds the phone; in Electron the phone has a hidden window of its own. */
export type Host = 'electron' | 'browser';

/** Tells the shell by the address the page came from: only Electron's main process serves `app://line15`. */
export function hostKind(): Host {
  return location.protocol === 'app:' ? 'electron' : 'browser';
}

/** Whether the page runs in Electron. */
export const isElectron = (): boolean => hostKind() === 'electron';
