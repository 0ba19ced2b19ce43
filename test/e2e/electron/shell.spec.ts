import { spawn } from 'node:child_process';
import { electronToStart, expect, test } from './console-app.ts';
import { ROOT } from '../../provision/lab.ts';

test('starts on the training line, its phone registered from the hidden window', async ({ launch }) => {
  const { app, page } = await launch();
  await expect(page.getByText('Учебная линия', { exact: true })).toBeVisible();
  await expect(page.getByText('Телефон подключён')).toBeVisible();
  expect(await page.title()).toContain('Line15');
  const windows = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => [window.webContents.getURL(), window.isVisible()]),
  );
  expect(windows).toContainEqual(['app://line15/console.html', true]);
  expect(windows).toContainEqual(['app://line15/phone.html', false]);

  await test.step('English is chosen: the tray speaks it without a restart', async () => {
    await app.evaluate(({ Menu }) => {
      const build = Menu.buildFromTemplate.bind(Menu);
      Menu.buildFromTemplate = (template) => {
        Object.assign(globalThis, { trayMenu: template.map(({ label }) => label ?? '') });
        return build(template);
      };
    });
    await page.getByRole('navigation').getByRole('button', { name: 'Настройки' }).click();
    await page.getByRole('combobox', { name: 'Язык' }).click();
    await page.getByRole('option', { name: 'English' }).click();
    const menu = () => app.evaluate(() => (globalThis as { trayMenu?: string[] }).trayMenu ?? []);
    await expect.poll(menu).toEqual(expect.arrayContaining(['Open the console', 'Quit']));
  });
});

test('a page knows no Node, and its policy lets no foreign script run', async ({ launch }) => {
  const { page } = await launch();
  await page.waitForURL('app://line15/console.html');
  const globals = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in globalThis),
  );
  expect(globals).toEqual([]);
  expect(await page.evaluate(() => isSecureContext)).toBe(true);
  const evaluated = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.injected = true';
    document.head.append(script);
    return 'injected' in globalThis;
  });
  expect(evaluated).toBe(false);
});

test('only what is on the list is permitted, and only to our own pages', async ({ launch }) => {
  const { app, page } = await launch();
  await page.waitForURL('app://line15/console.html');
  const ask = (name: string) =>
    page.evaluate(async (asked) => {
      if (asked === 'microphone') return navigator.mediaDevices.getUserMedia({ audio: true }).then(String, String);
      if (asked === 'camera') return navigator.mediaDevices.getUserMedia({ video: true }).then(String, String);
      return new Promise<string>((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('position'),
          (error) => resolve(error.message),
        );
      });
    }, name);
  expect(await ask('microphone')).toBe('[object MediaStream]');
  expect(await ask('camera')).toContain('NotAllowedError');
  expect(await ask('geolocation')).toMatch(/denied|disabled/i);
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('granted');

  // A headset's buttons: the page may ask, and is answered at once where there is none; of those there are it gets the first.
  await page.getByRole('navigation').getByRole('button', { name: 'Настройки' }).click();
  await page.getByRole('button', { name: 'Подключить кнопки гарнитуры' }).click();
  await expect(page.getByText('Гарнитура с кнопками телефона не выбрана.')).toBeVisible();
  const chosen = await app.evaluate(({ session }) => {
    return new Promise<unknown>((resolve) => {
      const deviceList = [{ deviceId: 'headset' }, { deviceId: 'another' }];
      session.defaultSession.emit('select-hid-device', { preventDefault: () => undefined }, { deviceList }, resolve);
    });
  });
  expect(chosen).toBe('headset');

  // A page of somebody else's, shown by whatever means, gets nothing.
  const foreign = await app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false });
    await window.loadURL('data:text/html,<title>foreign</title>');
    const script = `Promise.all([
      Notification.requestPermission().catch(String),
      navigator.mediaDevices ? navigator.mediaDevices.getUserMedia({ audio: true }).then(String, String) : 'none',
    ])`;
    const answers: unknown = await window.webContents.executeJavaScript(script);
    window.destroy();
    return JSON.stringify(answers);
  });
  expect(foreign).not.toContain('granted');
  expect(foreign).not.toContain('MediaStream');
});

test('no page leaves for another address or opens a window', async ({ launch }) => {
  const { app, page, log } = await launch();
  await page.waitForURL('app://line15/console.html');
  const count = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  const before = await count();
  expect(await page.evaluate(() => window.open('https://example.org') === null)).toBe(true);
  await page.evaluate(() => void (location.href = 'https://example.org/'));
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'file:///etc/passwd';
    document.body.append(link);
    link.click();
  });
  await expect.poll(log).toContain('navigation-refused');
  expect(log()).toContain('window-refused');
  expect(page.url()).toBe('app://line15/console.html');
  expect(await count()).toBe(before);
});

test('the scheme serves the built pages and nothing outside them', async ({ launch }) => {
  const { page } = await launch();
  await page.waitForURL('app://line15/console.html');
  const statuses = await page.evaluate(async () => {
    const paths = [
      '/console.html',
      '/assets/../../main/main.cjs',
      '/%2e%2e/main/main.cjs',
      '/..%2fmain%2fmain.cjs',
      '/none',
    ];
    const answers = await Promise.all(paths.map((path) => fetch(path)));
    return answers.map(({ status }) => status);
  });
  expect(statuses).toEqual([200, 404, 404, 404, 404]);
});

test('a second start brings the first to the front and ends', async ({ launch }) => {
  const { app, page, dataDir } = await launch();
  await page.waitForURL('app://line15/console.html');
  const isVisible = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((one) => one.isVisible()));
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((window) => window.hide()));
  expect(await isVisible()).toBe(false);

  const { executablePath, args, env } = electronToStart();
  const second = spawn(executablePath, [...args, ROOT, '--data-dir', dataDir], { env, stdio: 'ignore' });
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  await expect.poll(isVisible).toBe(true);
});

test('closing the window hides it to the tray while the phone is registered', async ({ launch }) => {
  const { app, page } = await launch();
  await expect(page.getByText('Телефон подключён')).toBeVisible();
  const visible = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((one) => one.isVisible()).length);
  await expect.poll(visible).toBe(1);
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => one.isVisible())
      ?.close(),
  );
  await expect.poll(visible).toBe(0);
  await expect(page.getByText('Телефон подключён')).toBeAttached();
});

test('a mistake in the provisioning file opens only a screen that names it', async ({ launch }) => {
  const { app, page } = await launch({ config: { sip: { server: 'http://pbx', number: '201', password: 'secret' } } });
  await expect(page).toHaveTitle('Line15 не настроен');
  await expect(page.getByRole('alert')).toContainText('sip.server: нужен адрес вида wss://сервер:порт/ws');
  expect(await page.content()).not.toContain('secret');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});
