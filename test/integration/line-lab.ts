import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { WebSocket } from 'ws';
import { openLine, type Line, type LineLinks } from '../../electron/line/line.ts';
import type { CallbackEvent } from '../../shared/contract/events.ts';
import { lineApi, type Presence } from '../../shared/contract/line.ts';
import type { LineFact, LinePush } from '../../shared/contract/link.ts';
import { createClient, type Channel, type Client } from '../../shared/contract/rpc.ts';
import { lineSettings } from '../../shared/contract/settings.ts';
import { moscowTime, type Instant } from '../../shared/regulation/time.ts';

/** A line over a real file with its pages on a real port, at an instant the test chooses. */
export type LineLab = {
  line: Line;
  links: LineLinks;
  /** The line's clock. */
  clock: { now: Instant };
  /** The log, as `what` words. */
  logged: string[];
  /** Closes the line and opens it again over the same file. */
  restart(rules?: unknown): Promise<void>;
  close(): Promise<void>;
};

/** Opens a lab; `sample` fills the registry. Everything stands in a folder of its own, removed at the end. */
export async function openLineLab(options: {
  at: [string, string];
  sample?: boolean;
  rules?: unknown;
}): Promise<LineLab> {
  const dir = mkdtempSync(join(tmpdir(), 'line15-line-'));
  const pagesDir = join(dir, 'pages');
  mkdirSync(join(pagesDir, 'assets'), { recursive: true });
  writeFileSync(join(pagesDir, 'monitor.html'), '<!doctype html><title>monitor</title>');
  writeFileSync(join(pagesDir, 'console.html'), '<!doctype html><title>console</title>');
  writeFileSync(join(pagesDir, 'assets/monitor.js'), 'export {};');
  const clock = { now: moscowTime(...options.at) };
  const logged: string[] = [];

  const open = async (rules: unknown) => {
    const line = await openLine({
      dbFile: join(dir, 'line.sqlite'),
      registryDir: join(dir, 'registry'),
      now: () => clock.now,
      newId: v7,
      mode: 'work',
      rules: lineSettings.parse(rules ?? {}),
      sample: options.sample ?? false,
      pagesDir,
      log: (_level, what) => void logged.push(what),
    });
    const listening = await line.listen({ host: '127.0.0.1', port: 0 });
    if (!listening.ok) throw new Error(listening.error.code);
    return { line, links: listening.value };
  };

  const lab: LineLab = {
    ...(await open(options.rules)),
    clock,
    logged,
    async restart(rules) {
      await lab.line.close();
      Object.assign(lab, await open(rules ?? options.rules));
    },
    async close() {
      await lab.line.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  return lab;
}

/** A desk's end of the link: its mirror of the events, made of the pushes. */
export function deskOf(line: Line, id: string, name = id) {
  const pushes: LinePush[] = [];
  const events = new Map<string, CallbackEvent>();
  const leave = line.link.subscribe(id, (push) => {
    pushes.push(push);
    if (push.kind === 'events') push.events.forEach((event) => events.set(event.id, event));
  });
  const consultant = { id, name };
  const fact = (body: LineFact['body'], at: Instant): LineFact => ({ id: v7(), at, consultant, body });
  return {
    pushes,
    events,
    leave,
    fact,
    tell: (body: LineFact['body'], at: Instant) => line.link.deliver([fact(body, at)]),
    present: (presence: Omit<Presence, 'consultant'>) => line.link.present({ consultant, ...presence }),
  };
}

/** Users' browser: cookies, forms, no JavaScript. */
export function createVisitor(origin: string) {
  const jar = new Map<string, string>();
  const visit = async (path: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(path, origin), {
      redirect: 'manual',
      ...init,
      headers: { cookie, ...init.headers },
    });
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=');
      jar.set(name, value);
    }
    return { answer, text: await answer.text() };
  };
  const post = (path: string, fields: Record<string, string>) =>
    visit(path, { method: 'POST', body: new URLSearchParams(fields) });
  return { jar, visit, post };
}

/** The hidden fields of a page's form. */
export function hiddenFields(text: string): Record<string, string> {
  const found = text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]));
}

/** A lead's browser after the link was opened: LineApi over a real WebSocket. Rejects when the line refuses it. */
export async function leadClient(origin: string, headers: Record<string, string>): Promise<Client<typeof lineApi>> {
  const socket = new WebSocket(new URL('/monitor/ws', origin.replace('http', 'ws')), { headers });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  const channel: Channel = {
    send: (message) => socket.send(JSON.stringify(message)),
    onMessage: (handler) => void socket.on('message', (data) => handler(JSON.parse(String(data)))),
    onClose: (handler) => void socket.on('close', handler),
    close: () => socket.close(),
  };
  return createClient(lineApi, channel, () => undefined);
}
