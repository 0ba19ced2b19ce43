/** The browser shell as a real process on a free port: links, sessions, strangers, mistakes, the lock of the data folder. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { build } from '../../build/build.ts';
import { RELOAD_PAGE } from '../../shared/contract/close-codes.ts';
import { deskApi } from '../../shared/contract/desk.ts';
import { createClient } from '../../shared/contract/rpc.ts';
import { webSocketChannel } from '../../electron/web-socket-channel.ts';

const ROOT = join(import.meta.dirname, '../..');
const children = new Set<ChildProcess>();

beforeAll(() => build({ only: ['pages'] }));
afterEach(() => {
  children.forEach((child) => child.kill('SIGKILL'));
  children.clear();
});

const newFolder = () => mkdtempSync(join(tmpdir(), 'line15-headless-'));

/** Starts the shell and collects what it prints. */
function start(...flags: string[]) {
  const child = spawn(process.execPath, ['electron/headless.ts', '--no-open', '--port', '0', ...flags], { cwd: ROOT });
  children.add(child);
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const take = (text: string) => void (output += text);
  child.stdout.setEncoding('utf8').on('data', take);
  child.stderr.setEncoding('utf8').on('data', take);
  return {
    output: () => output,
    ended,
    /** The address printed last. */
    async link(): Promise<URL> {
      await expect.poll(() => output, { timeout: 30_000 }).toMatch(/token=\S+\n$/);
      return new URL(output.trim().split('\n').at(-1) ?? '');
    },
    kill(signal: NodeJS.Signals) {
      child.kill(signal);
      return ended;
    },
  };
}

/** One request with headers of one's choice (fetch keeps Host and Origin for itself). */
function get(address: URL | string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: Record<string, string>; body: string }>((resolve, reject) => {
    request(address, { headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => void (body += text));
      response.on('end', () => {
        const flat: Record<string, string> = {};
        for (const [name, value] of Object.entries(response.headers)) flat[name] = String(value);
        resolve({ status: response.statusCode ?? 0, headers: flat, body });
      });
    })
      .on('error', reject)
      .end();
  });
}

/** Opens the link like a browser; gives the cookie of the session. */
async function session(link: URL): Promise<string> {
  const { status, headers } = await get(link);
  expect(status).toBe(303);
  expect(headers['set-cookie']).toMatch(/; HttpOnly; SameSite=Strict/);
  return headers['set-cookie']?.split(';')[0] ?? '';
}

/** Opens the desk's WebSocket; resolves to it, or to the status it was refused with. */
function desk(link: URL, headers: Record<string, string>): Promise<WebSocket | number> {
  const socket = new WebSocket(`ws://${link.host}/desk?role=console&tab=test`, { headers });
  return new Promise((resolve, reject) => {
    socket.on('open', () => resolve(socket));
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', reject);
  });
}

/** Opens the desk as the console does; `ended` is the code its socket was closed with. */
async function openDesk(link: URL, headers: Record<string, string>) {
  const socket = await desk(link, headers);
  if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
  const ended = new Promise<number>((resolve) => socket.once('close', resolve));
  const client = createClient(deskApi, webSocketChannel(socket), (problem) => expect.unreachable(problem.message));
  return { client, ended };
}

test('a link works once; the session it opened survives a restart of the service', async () => {
  const dataDir = newFolder();
  const first = start('--data-dir', dataDir);
  const link = await first.link();
  const cookie = await session(link);

  const again = await get(link);
  expect(again.status).toBe(401);
  expect(again.body).toContain('Ссылка уже использована');
  expect((await get(link.origin, { cookie })).status).toBe(200);
  await first.kill('SIGKILL');

  const second = start('--data-dir', dataDir, '--port', link.port);
  const fresh = await second.link();
  expect(fresh.port).toBe(link.port);
  expect((await get(fresh.origin, { cookie })).status).toBe(200);
});

test('the console’s page comes with a strict policy, its assets to a session only', async () => {
  const link = await start('--data-dir', newFolder()).link();
  expect((await get(link.origin)).status).toBe(401);
  const cookie = await session(link);
  const page = await get(link.origin, { cookie });
  expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
  expect(page.headers['content-security-policy']).toMatch(/connect-src 'self' [^;]*ws:\/\/127\.0\.0\.1:\d+/);
  expect(page.headers['cache-control']).toBe('no-store');
  const asset = /\/assets\/[^"]+\.js/.exec(page.body)?.[0] ?? '';
  expect((await get(`${link.origin}${asset}`)).status).toBe(401);
  expect((await get(`${link.origin}${asset}`, { cookie })).headers['cache-control']).toContain('immutable');
  expect((await get(`${link.origin}/assets/..%2f..%2fmain%2fmain.cjs`, { cookie })).status).toBeGreaterThan(399);
});

test('the desk answers a page of ours, and nobody else', async () => {
  const link = await start('--data-dir', newFolder()).link();
  const cookie = await session(link);
  const { origin } = link;

  expect(await desk(link, { origin })).toBe(401);
  expect(await desk(link, { cookie })).toBe(403);
  expect(await desk(link, { cookie, origin: 'http://evil.example' })).toBe(403);
  // DNS rebinding: the right cookie under somebody's own name.
  expect(await desk(link, { cookie, origin: 'http://evil.example', host: `evil.example:${link.port}` })).toBe(421);
  expect((await get(origin, { cookie, host: `evil.example:${link.port}` })).status).toBe(421);

  const { client } = await openDesk(link, { cookie, origin });
  const snapshot = await client.call('snapshot', {});
  expect(snapshot.ok && snapshot.value.mode).toBe('training');
  client.close();
});

test('a second start on the same data folder names the first and ends with 2', async () => {
  const dataDir = newFolder();
  const first = start('--data-dir', dataDir);
  await first.link();
  const second = start('--data-dir', dataDir);
  expect(await second.ended).toBe(2);
  expect(second.output()).toContain('уже работает');

  // A killed service leaves no lock behind.
  await first.kill('SIGKILL');
  await start('--data-dir', dataDir).link();
});

test('mistakes of the provisioning file are printed with their paths, exit code 2', async () => {
  const folder = newFolder();
  const config = join(folder, 'config.json');
  writeFileSync(config, JSON.stringify({ sip: { server: 'http://pbx', number: '201' }, limitz: {} }));
  const shell = start('--data-dir', folder, '--config', config);
  expect(await shell.ended).toBe(2);
  expect(shell.output()).toContain(config);
  expect(shell.output()).toContain('sip.server: нужен адрес вида wss://сервер:порт/ws');
  expect(shell.output()).toContain('sip.password: не задано');
  expect(shell.output()).toContain('limitz: неизвестный ключ');
});

test('with a provisioned server it is work: no training line, and the page may talk to that server', async () => {
  const folder = newFolder();
  const config = join(folder, 'config.json');
  const sip = { server: 'wss://pbx.invalid:8089/ws', number: '201', password: 'secret' };
  writeFileSync(config, JSON.stringify({ consultant: { name: 'Мария Иванова' }, sip }));
  const shell = start('--data-dir', folder, '--config', config);
  const link = await shell.link();
  expect(shell.output()).toContain('Телефонный сервер: wss://pbx.invalid:8089/ws');
  expect(shell.output()).not.toContain('secret');
  const page = await get(link.origin, { cookie: await session(link) });
  expect(page.headers['content-security-policy']).toContain('wss://pbx.invalid:8089');
});

test('a server saved in the settings turns training into work, in the same process, with data of its own', async () => {
  const dataDir = newFolder();
  const link = await start('--data-dir', dataDir).link();
  const headers = { cookie: await session(link), origin: link.origin };
  const { client, ended } = await openDesk(link, headers);
  const settings = await client.call('settings', {});
  if (!settings.ok) throw new Error(settings.error.code);
  const sip = { server: 'wss://pbx.invalid:8089/ws', number: '201', stun: [] };
  const saved = await client.call('saveWorkstationSettings', {
    settings: { ...settings.value.workstation, sip },
    password: 'secret',
  });
  // Answered first; then the page is told to load anew, since its policy names another server now.
  expect(saved.ok && saved.value.password).toEqual({ known: true, kept: 'session' });
  expect(await ended).toBe(RELOAD_PAGE);

  const again = await openDesk(link, headers);
  const snapshot = await again.client.call('snapshot', {});
  expect(snapshot.ok && snapshot.value.mode).toBe('work');
  expect((await get(link.origin, headers)).headers['content-security-policy']).toContain('wss://pbx.invalid:8089');
  for (const mode of ['training', 'work']) expect(existsSync(join(dataDir, mode, 'desk.sqlite'))).toBe(true);
});

test('a server’s line opens its pages for leads and users', async () => {
  const folder = newFolder();
  const config = join(folder, 'config.json');
  writeFileSync(config, JSON.stringify({ line: { listen: { port: 0 } } }));
  const shell = start('--data-dir', folder, '--config', config, '--training', '--line');
  await shell.link();
  expect(shell.output()).toMatch(/Монитор линии: http:\/\/127\.0\.0\.1:\d+/);
  const booking = /Страница пользователей: (\S+)/.exec(shell.output())?.[1] ?? '';
  expect((await get(booking)).status).toBe(200);
});

test('an unknown flag is named', async () => {
  const shell = start('--prot', '1');
  expect(await shell.ended).toBe(2);
  expect(shell.output()).toContain('--prot');
});

test('a polite end closes everything', async () => {
  const shell = start('--data-dir', newFolder());
  await shell.link();
  expect(await shell.kill('SIGTERM')).toBe(0);
});
