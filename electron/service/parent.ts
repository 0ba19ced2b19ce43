import { createIntake, type Intake } from '../../shared/contract/channel-intake.ts';
import type { Channel } from '../../shared/contract/rpc.ts';
import { fromMain, type ChannelRole, type FromService } from './messages.ts';

/** Electron's main process as the service sees it, over either of its two ways to start a child. */
export interface Parent {
  send(message: FromService): void;
  /** Told of each channel main introduces. */
  onChannel(handler: (role: ChannelRole, channel: Channel) => void): void;
  /** Told once when main asks for the end, or is gone. */
  onStop(handler: () => void): void;
}

/** A MessagePortMain that came through `process.parentPort`. */
interface Port {
  on(event: 'message', handler: (event: { data: unknown }) => void): unknown;
  on(event: 'close', handler: () => void): unknown;
  start(): void;
  postMessage(message: unknown): void;
  close(): void;
}
interface ParentPort {
  on(event: 'message', handler: (event: { data: unknown; ports: Port[] }) => void): unknown;
  postMessage(message: unknown): void;
}

/** Finds the parent: a utility process has `process.parentPort`, a forked Node an IPC channel; null when started by hand. */
export function findParent(): Parent | null {
  const port: unknown = Reflect.get(process, 'parentPort');
  if (isParentPort(port)) return utilityParent(port);
  return process.send ? forkParent() : null;
}

const isParentPort = (value: unknown): value is ParentPort =>
  typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value;

/** The product: main hands over message ports and steps aside. */
function utilityParent(parentPort: ParentPort): Parent {
  const handlers = parentHandlers();
  parentPort.on('message', ({ data, ports }) => {
    const message = fromMain.parse(data);
    if (message.kind === 'stop') return handlers.stop();
    const port = ports[0];
    if (message.kind !== 'channel' || !port) return;
    const intake = createIntake();
    port.on('message', (event) => intake.receive(event.data));
    port.on('close', () => intake.end());
    handlers.channel(
      message.role,
      intake.channel(
        (out) => port.postMessage(out),
        () => port.close(),
      ),
    );
    port.start();
  });
  return { send: (message) => parentPort.postMessage(message), ...handlers.registration };
}

/** Under the project's own Node: a port cannot be handed to it, so main relays the messages, each with its channel's number. */
function forkParent(): Parent {
  const handlers = parentHandlers();
  const intakes = new Map<number, Intake>();
  const send = (message: FromService) => void process.send?.(message);
  process.on('message', (raw) => {
    const message = fromMain.parse(raw);
    switch (message.kind) {
      case 'stop':
        return handlers.stop();
      case 'channel': {
        const { channel: number, role } = message;
        const intake = createIntake();
        intakes.set(number, intake);
        const close = () => {
          intakes.delete(number);
          send({ kind: 'close', channel: number });
        };
        return handlers.channel(
          role,
          intake.channel((out) => send({ kind: 'data', channel: number, message: out }), close),
        );
      }
      case 'data':
        return intakes.get(message.channel)?.receive(message.message);
      case 'close':
        intakes.get(message.channel)?.end();
        return void intakes.delete(message.channel);
    }
  });
  process.on('disconnect', handlers.stop);
  return { send, ...handlers.registration };
}

/** What both ways have in common: who is told. */
function parentHandlers() {
  let onChannel: (role: ChannelRole, channel: Channel) => void = () => undefined;
  let onStop: () => void = () => undefined;
  let stopped = false;
  return {
    channel: (role: ChannelRole, channel: Channel) => onChannel(role, channel),
    stop() {
      stopped = true;
      onStop();
    },
    registration: {
      onChannel: (handler: typeof onChannel) => void (onChannel = handler),
      onStop(handler: () => void) {
        onStop = handler;
        // Main may have ended while the parts were still being composed.
        if (stopped) handler();
      },
    },
  };
}
