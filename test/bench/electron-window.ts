import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ElectronApplication } from '@playwright/test';
import type { Provisioned } from '../e2e/console-process.ts';
import { startElectron, visibleWindow } from '../e2e/electron/console-app.ts';
import type { Asterisk } from '../pbx/asterisk.ts';
import { lab } from '../provision/lab.ts';
import { below, median, unmeasured } from './report.ts';
import type { Row } from './report.ts';

const WHATS = {
  reload: 'Electron: window reloaded in a call → call, clock, text',
  crash: 'Electron: window crashed in a call → call, clock, text',
} as const;
type How = keyof typeof WHATS;
const GOAL_MS = 1_000;
/** A window that dies again within 2 s is loaded anew only then: each of these is to be its first death. */
const CALM_MS = 3_000;
const TYPED = 'Не открывается отчёт';

/** The console's window is loaded anew, and dies, in a call; each time until the running clock and what was typed are on the screen again. */
export async function electronWindows(
  pbx: Asterisk,
  provisioned: Provisioned,
  folder: string,
  times: number,
): Promise<Row[]> {
  const { path, note } = lab().electron;
  const why = path === null ? note : process.platform === 'linux' && !process.env.DISPLAY ? 'no display' : null;
  if (why !== null) return Object.values(WHATS).map((what) => unmeasured(what, why));
  await mkdir(folder, { recursive: true });
  const config = join(folder, 'config.json');
  await writeFile(config, JSON.stringify(provisioned));
  const app = await startElectron(['--data-dir', join(folder, 'data'), '--config', config]);
  try {
    const page = await visibleWindow(app);
    await page.getByText('Телефон подключён').waitFor();
    const call = await pbx.call({ number: '+73432224455', name: 'Иванова Анна' });
    await page.getByRole('button', { name: 'Ответить', exact: true }).click();
    await page.getByRole('textbox', { name: 'Комментарий' }).fill(TYPED);
    await page.getByText('Сохранено', { exact: true }).waitFor();
    const rows: Row[] = [];
    for (const how of ['reload', 'crash'] as const) {
      const took: number[] = [];
      for (let time = 0; time < times; time += 1) {
        await sleep(CALM_MS);
        took.push(await backAfterMs(app, how));
      }
      rows.push(below(WHATS[how], median(took), GOAL_MS));
    }
    await call.hangUp();
    return rows;
  } finally {
    const exited = new Promise((resolve) => app.process().once('exit', resolve));
    app.process().kill('SIGKILL');
    await exited;
  }
}

/** Asked within main: a page that died tells nothing. Rejects when it is not back in 20 s. */
function backAfterMs(app: ElectronApplication, how: How): Promise<number> {
  return app.evaluate(
    async ({ BrowserWindow }, { ended, typed }) => {
      const isConsole = ({ webContents }: Electron.BrowserWindow) => webContents.getURL().endsWith('/console.html');
      const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      const shows = `document.querySelector('[role=timer]')?.innerText.includes(':') === true
        && [...document.querySelectorAll('textarea')].some(({ value }) => value === ${JSON.stringify(typed)})`;
      const contents = () => BrowserWindow.getAllWindows().find(isConsole)?.webContents;
      const startedAt = performance.now();
      if (ended === 'reload') contents()?.reload();
      else contents()?.forcefullyCrashRenderer();
      // The old page must be gone before the new one is looked for.
      await pause(20);
      while (performance.now() - startedAt < 20_000) {
        const now = contents();
        if (now && !now.isCrashed() && !now.isLoading()) {
          const back: unknown = await Promise.race([now.executeJavaScript(shows).catch(() => false), pause(500)]);
          if (back === true) return performance.now() - startedAt;
        }
        await pause(10);
      }
      throw new Error('the window did not come back');
    },
    { ended: how, typed: TYPED },
  );
}
