/** The product's side, under `process.parentPort`, which only a utility process has; the tests' Electron goes over the forked one. */
import { EventEmitter } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import type { Channel } from '../../shared/contract/rpc.ts';
import { findParent, type Parent } from './parent.ts';

/** A MessagePortMain: what comes before `start` waits. */
class FakePort extends EventEmitter {
  readonly sent: unknown[] = [];
  started = false;
  closed = false;
  readonly #early: unknown[] = [];
  start() {
    this.started = true;
    this.#early.splice(0).forEach((data) => this.emit('message', { data }));
  }
  arrive(data: unknown) {
    if (this.started) this.emit('message', { data });
    else this.#early.push(data);
  }
  postMessage(message: unknown) {
    this.sent.push(message);
  }
  close() {
    this.closed = true;
    this.emit('close');
  }
}

/** `process.parentPort`. */
class FakeParentPort extends EventEmitter {
  readonly sent: unknown[] = [];
  postMessage(message: unknown) {
    this.sent.push(message);
  }
  tell(data: unknown, ...ports: FakePort[]) {
    this.emit('message', { data, ports });
  }
}

afterEach(() => void Reflect.deleteProperty(process, 'parentPort'));

function utility(): { parentPort: FakeParentPort; parent: Parent } {
  const parentPort = new FakeParentPort();
  Reflect.set(process, 'parentPort', parentPort);
  const parent = findParent();
  if (!parent) throw new Error('no parent was found');
  return { parentPort, parent };
}

/** Takes the channels introduced from now on, and what comes through each. */
function take(parent: Parent) {
  const channels: { role: string; channel: Channel; received: unknown[]; closed: boolean }[] = [];
  parent.onChannel((role, channel) => {
    const taken = { role, channel, received: new Array<unknown>(), closed: false };
    channels.push(taken);
    channel.onMessage((message) => taken.received.push(message));
    channel.onClose(() => void (taken.closed = true));
  });
  return channels;
}

test('what the service says goes to main as it is', () => {
  const { parentPort, parent } = utility();
  parent.send({ kind: 'ready', phoneOrigin: 'wss://pbx.example:8089' });
  expect(parentPort.sent).toEqual([{ kind: 'ready', phoneOrigin: 'wss://pbx.example:8089' }]);
});

test('each port main hands over is a channel of its role; what waited in it is not lost', () => {
  const { parentPort, parent } = utility();
  const channels = take(parent);
  const [consolePort, phonePort] = [new FakePort(), new FakePort()];
  consolePort.arrive('early');
  parentPort.tell({ kind: 'channel', role: 'console', channel: 1 }, consolePort);
  parentPort.tell({ kind: 'channel', role: 'phone', channel: 2 }, phonePort);
  phonePort.arrive('fact');
  expect(channels.map(({ role, received }) => [role, received])).toEqual([
    ['console', ['early']],
    ['phone', ['fact']],
  ]);

  channels[1]?.channel.send('order');
  expect(phonePort.sent).toEqual(['order']);
  expect(consolePort.sent).toEqual([]);
});

test('a window that is gone ends its channel only', () => {
  const { parentPort, parent } = utility();
  const channels = take(parent);
  const [consolePort, phonePort] = [new FakePort(), new FakePort()];
  parentPort.tell({ kind: 'channel', role: 'console', channel: 1 }, consolePort);
  parentPort.tell({ kind: 'channel', role: 'phone', channel: 2 }, phonePort);
  consolePort.emit('close');
  expect(channels.map(({ closed }) => closed)).toEqual([true, false]);
  channels[0]?.channel.send('too late');
  expect(consolePort.sent).toEqual([]);

  channels[1]?.channel.close();
  expect(phonePort.closed).toBe(true);
  expect(channels[1]?.closed).toBe(true);
});

test('an introduction without a port is no channel', () => {
  const { parentPort, parent } = utility();
  const channels = take(parent);
  parentPort.tell({ kind: 'channel', role: 'console', channel: 1 });
  expect(channels).toEqual([]);
});

test('main’s wish for the end is told, also to a service that was still being composed', () => {
  const early = utility();
  let told = 0;
  early.parentPort.tell({ kind: 'stop' });
  early.parent.onStop(() => (told += 1));
  expect(told).toBe(1);

  const { parentPort, parent } = utility();
  parent.onStop(() => (told += 1));
  expect(told).toBe(1);
  parentPort.tell({ kind: 'stop' });
  expect(told).toBe(2);
});

test('a message main never sends is a bug, and throws', () => {
  const { parentPort } = utility();
  expect(() => parentPort.tell({ kind: 'channel', role: 'lead', channel: 1 }, new FakePort())).toThrow(/role/);
});
