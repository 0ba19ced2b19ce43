import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, expect, test, vi } from 'vitest';
import { createIntake } from '../../shared/contract/channel-intake.ts';
import { serve, type Channel } from '../../shared/contract/rpc.ts';
import { shellApi, type ShellView } from '../../shared/contract/shell.ts';
import { linkShell, type ShellPort } from './shell-link.ts';

const DESKTOP = { miniWindow: true, globalKeys: false, phoneLinks: false };
const talking: ShellView = {
  mode: 'work',
  activity: 'talking',
  ready: true,
  registered: true,
  ringing: null,
  desktop: DESKTOP,
  language: 'ru',
};
const idle: ShellView = { ...talking, activity: 'idle' };
const done = { ok: true, value: null } as const;

const ports: MessagePort[] = [];
afterEach(() => ports.splice(0).forEach((port) => port.close()));

/** Node's port with the one difference of Electron's: a message comes as `{ data }`. */
const shellPort = (port: MessagePort): ShellPort => ({
  on: (event: 'message' | 'close', handler: (event: { data: unknown }) => void) =>
    port.on(event, (data: unknown) => handler({ data })),
  start: () => port.start(),
  postMessage: (message) => port.postMessage(message),
  close: () => port.close(),
});

function channelOf(port: MessagePort): Channel {
  const intake = createIntake();
  port.on('message', (message: unknown) => intake.receive(message));
  port.on('close', () => intake.end());
  return intake.channel(
    (message) => port.postMessage(message),
    () => port.close(),
  );
}

/** A service that lives as often as it is told to; each life answers with a view. */
function services() {
  const asked: ((port: ShellPort) => void)[] = [];
  const sealed: unknown[] = [];
  const desktops: unknown[] = [];
  const links: string[] = [];
  return {
    sealed,
    desktops,
    links,
    introduce: () => new Promise<ShellPort>((resolve) => asked.push(resolve)),
    async live(view: ShellView) {
      await vi.waitFor(() => expect(asked).toHaveLength(1));
      const { port1, port2 } = new MessageChannel();
      ports.push(port1, port2);
      const server = serve(
        shellApi,
        channelOf(port2),
        {
          view: () => ({ ok: true, value: view }),
          power: () => done,
          answer: () => done,
          decline: () => done,
          end: () => done,
          desktop: (told) => {
            desktops.push(told);
            return done;
          },
          openLink({ link }) {
            links.push(link);
            return done;
          },
          sealed: (answer) => {
            sealed.push(answer);
            return done;
          },
        },
        (problem) => expect.unreachable(problem.message),
      );
      asked.splice(0).forEach((resolve) => resolve(shellPort(port1)));
      return { ...server, die: () => port2.close() };
    },
  };
}

function link(service: ReturnType<typeof services>) {
  const shown: (ShellView | null)[] = [];
  const shell = linkShell({
    service,
    keyStore: { seal: (text) => Promise.resolve(`sealed ${text}`), unseal: () => Promise.resolve(null) },
    onView: (view) => void shown.push(view),
    onShow: () => undefined,
    log: (what) => expect.unreachable(what),
  });
  return { shell, shown };
}

test('while the service starts again the tray says so, and the call it left behind is still known', async () => {
  const service = services();
  const { shell, shown } = link(service);
  expect(shell.lastView()).toBeNull();
  const first = await service.live(idle);
  await vi.waitFor(() => expect(shown).toEqual([idle]));
  first.emit('view', talking);
  await vi.waitFor(() => expect(shell.lastView()).toEqual(talking));

  first.die();
  await vi.waitFor(() => expect(shown).toEqual([idle, talking, null]));
  expect(shell.lastView()).toEqual(talking);

  await service.live(idle);
  await vi.waitFor(() => expect(shell.lastView()).toEqual(idle));
  expect(shown).toEqual([idle, talking, null, idle]);
});

test('the service’s requests to the key store are answered by their numbers', async () => {
  const service = services();
  link(service);
  const { emit } = await service.live(idle);
  emit('seal', { requestId: 1, text: 'secret' });
  await vi.waitFor(() => expect(service.sealed).toContainEqual({ requestId: 1, text: 'sealed secret' }));
  emit('unseal', { requestId: 2, text: 'unknown' });
  await vi.waitFor(() => expect(service.sealed).toContainEqual({ requestId: 2, text: null }));
});

test('a link that started the program waits for the service, and each service is told of the desktop', async () => {
  const service = services();
  const { shell } = link(service);
  shell.openLink('tel:+79161234567');
  shell.desktop({ refusedKeys: ['end'], phoneLinks: 'on' });
  const first = await service.live(idle);
  await vi.waitFor(() => expect(service.links).toEqual(['tel:+79161234567']));
  expect(service.desktops).toEqual([{ refusedKeys: ['end'], phoneLinks: 'on' }]);

  first.die();
  await service.live(idle);
  await vi.waitFor(() => expect(service.desktops).toHaveLength(2));
  // It was taken once, and is not opened again.
  expect(service.links).toHaveLength(1);
});
