import { fork } from 'node:child_process';
import { MessageChannelMain, utilityProcess, type MessagePortMain } from 'electron';
import { fromService, type ChannelRole, type FromMain, type FromService } from '../service/messages.ts';

/** One life of the service process. */
export interface ServiceChild {
  readonly pid: number | undefined;
  /** Introduces a channel: the other end of the port that is given back is the service's. */
  introduce(role: ChannelRole): MessagePortMain;
  send(message: FromMain): void;
  /** Ends it the hard way. */
  kill(): void;
}

/** How a child is started and who is told of it. */
export interface ServiceStart {
  /** build/out/service/service.mjs */
  entry: string;
  args: string[];
  onMessage(message: FromService): void;
  onExit(code: number | null): void;
}

/** Starts the service process; two ways, and nothing but the way of the messages differs. */
export type StartService = (start: ServiceStart) => ServiceChild;

/** The product's way: Electron's own Node in a process of its own. Main hands the ports over and steps aside. */
export const startUtility: StartService = ({ entry, args, onMessage, onExit }) => {
  const child = utilityProcess.fork(entry, args, { serviceName: 'Line15 service', stdio: 'inherit' });
  child.on('message', (raw: unknown) => onMessage(fromService.parse(raw)));
  child.on('exit', (code) => onExit(code));
  let lastChannel = 0;
  return {
    get pid() {
      return child.pid;
    },
    introduce(role) {
      const { port1, port2 } = new MessageChannelMain();
      child.postMessage({ kind: 'channel', role, channel: ++lastChannel } satisfies FromMain, [port2]);
      return port1;
    },
    send: (message) => child.postMessage(message),
    kill: () => void child.kill(),
  };
};

/**
 * Tests' way, where Electron's Node is too old for the database: another Node, named by its path. A port cannot be handed to it, so its
 * end stays here and every message is relayed.
 */
export const startForked =
  (node: string): StartService =>
  ({ entry, args, onMessage, onExit }) => {
    const child = fork(entry, args, { execPath: node, execArgv: [], stdio: 'inherit' });
    const ports = new Map<number, MessagePortMain>();
    let lastChannel = 0;
    const send = (message: FromMain) => {
      if (child.connected) child.send(message);
    };
    child.on('message', (raw) => {
      const message = fromService.parse(raw);
      if (message.kind === 'data') ports.get(message.channel)?.postMessage(message.message);
      else if (message.kind === 'close') ports.get(message.channel)?.close();
      else onMessage(message);
    });
    child.on('exit', (code) => {
      ports.forEach((port) => port.close());
      onExit(code);
    });
    // A child that could not be started at all ends with 'error' alone.
    child.on('error', () => {
      if (child.pid === undefined) onExit(null);
    });
    return {
      get pid() {
        return child.pid;
      },
      introduce(role) {
        const { port1, port2 } = new MessageChannelMain();
        const channel = ++lastChannel;
        ports.set(channel, port2);
        send({ kind: 'channel', role, channel });
        port2.on('message', ({ data }: { data: unknown }) => send({ kind: 'data', channel, message: data }));
        port2.on('close', () => {
          if (ports.delete(channel)) send({ kind: 'close', channel });
        });
        port2.start();
        return port1;
      },
      send,
      kill: () => void child.kill('SIGKILL'),
    };
  };
