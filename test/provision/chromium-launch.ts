import { existsSync } from 'node:fs';
import { lab, LAB_FILE } from './lab.ts';

/** How every test starts Chromium: calls without hardware, no traffic but the loopback, no sandbox for root (Chromium refuses it there). */
export function chromiumLaunch(): { args: string[]; executablePath?: string } {
  const path = existsSync(LAB_FILE) ? lab().chromium.path : null;
  const args = [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    '--autoplay-policy=no-user-gesture-required',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  return path === null ? { args } : { args, executablePath: path };
}
