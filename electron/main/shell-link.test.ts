import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, expect, test, vi } from 'vitest';
import { createIntake } from '../../shared/contract/channel-intake.ts';
import { serve, type Channel } from '../../shared/contract/rpc.ts';
import { shellApi, type ShellView } from '../../shared/contract/shell.ts';
import { linkShell, type ShellPort } from './shell-link.ts';

const talking: ShellView = { mode: 'work', activity: 'talking', ready: true, registered: true, ringing: null };
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
  return {
    sealed,
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
