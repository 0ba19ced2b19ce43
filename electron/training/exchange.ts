import { createServer, type IncomingMessage, type Server } from 'node:http';
import { Core } from 'sip.js';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Binding, RegisterOutcome } from './registrar.ts';
import { Station, type StationContext } from './station.ts';

/** A station and the console behind it. */
interface Line {
  station: Station;
  /** Null while the console is away. */
  socket: WebSocket | null;
  /** Steady ms since the socket is gone. */
  awaySince: number | null;
  binding: Binding | null;
}

export interface ExchangeOptions {
  port: number;
  context: StationContext;
  register(request: Core.IncomingRequestMessage): RegisterOutcome;
}

/** A console that is registered now. */
export interface Console {
  binding: Binding;
  station: Station;
  /** It has a call, ringing or answered, or left one behind with an earlier socket. */
  busy: boolean;
}

export interface Exchange {
  readonly port: number;
  /** Registered consoles, the latest first. */
  consoles(): Console[];
  /** All stations, those whose console is away included. */
  stations(): Station[];
  close(): Promise<void>;
}

const KEEP_ALIVE = '\r\n\r\n';
const LARGEST_MESSAGE = 64 * 1024;
const MOST_SOCKETS = 32;
const CLOSE_MS = 500;

/**
 * The SIP-over-WebSocket side (RFC 7118): takes consoles' sockets, answers REGISTER, OPTIONS and keep-alives itself and hands
 * everything else to a station. A console that lost its socket in a call comes back by registering from a new one: the old
 * station, with its calls, then speaks through the new socket.
 */
export async function startExchange({ port, context, register }: ExchangeOptions): Promise<Exchange> {
  const loggers = new Core.LoggerFactory();
  loggers.builtinEnabled = false;
  const logger = loggers.getLogger('training');
  /** Each socket's own line. */
  const sockets = new Map<WebSocket, Line>();
  /** Own lines, and those kept for a console that is away or has come back. */
  const lines = new Set<Line>();
  let opened = 0;

  function openLine(socket: WebSocket): Line {
    opened += 1;
    const wire = {
      send(message: string) {
        if (line.socket === null) throw new Error('The console has no socket');
        line.socket.send(message);
      },
      registration: () => line.binding,
      awaySince: () => line.awaySince,
    };
    const station = new Station(`training-${opened}`, wire, {
      ...context,
      onCallOver(call) {
        context.onCallOver(call);
        setImmediate(() => closeIfDone(line));
      },
    });
    const line: Line = { station, socket, awaySince: null, binding: null };
    sockets.set(socket, line);
    lines.add(line);
    return line;
  }

  /** A line without calls that is no longer a socket's own has nothing left to do. */
  function closeIfDone(line: Line): void {
    if (line.station.calls.size > 0 || (line.socket !== null && sockets.get(line.socket) === line)) return;
    lines.delete(line);
    line.station.close();
  }

  function registered(socket: WebSocket, own: Line, binding: Binding): void {
    own.binding = binding;
    for (const line of lines) {
      if (line.socket !== null || line.binding?.number !== binding.number) continue;
      line.socket = socket;
      line.awaySince = null;
      line.binding = binding;
    }
  }

  function onRegister(socket: WebSocket, own: Line, request: Core.IncomingRequestMessage): void {
    const outcome = register(request);
    if (outcome.kind === 'registered') registered(socket, own, outcome.binding);
    if (outcome.kind === 'unregistered') own.binding = null;
    reply(socket, request, outcome.kind === 'refused' ? outcome.statusCode : 200, outcome.headers);
    context.onChange();
  }

  function onMessage(socket: WebSocket, own: Line, text: string): void {
    if (text.trim() === '') {
      if (text === KEEP_ALIVE) socket.send('\r\n'); // RFC 5626, 4.4.1
      return;
    }
    const message = Core.Parser.parseMessage(text, logger);
    if (message === undefined) return;
    const brought = [...lines].find((line) => line.socket === socket && line.station.knows(message.callId));
    const { station } = brought ?? own;
    if (message instanceof Core.IncomingResponseMessage || message.to.hasParam('tag')) return station.receive(text);
    if (message.method === 'REGISTER') return onRegister(socket, own, message);
    if (message.method === 'OPTIONS') return reply(socket, message, 200, ['Accept: application/sdp']);
    if (message.method !== 'INVITE') return station.receive(text);
    if (own.binding === null || own.binding.expiresAt < context.now()) return reply(socket, message, 403);
    // Routed as a proxy does: the request URI becomes the station's contact; To keeps the number that was dialled.
    own.station.receive(text.replace(/^INVITE \S+/, () => `INVITE ${own.station.contact}`));
  }

  function onClose(socket: WebSocket): void {
    sockets.delete(socket);
    for (const line of lines) {
      if (line.socket !== socket) continue;
      line.socket = null;
      line.awaySince = context.steadyNow();
      closeIfDone(line);
    }
    context.onChange();
  }

  const http = createServer((_request, response) => response.writeHead(426).end());
  const server: WebSocketServer = new WebSocketServer({
    server: http,
    maxPayload: LARGEST_MESSAGE,
    perMessageDeflate: false,
    verifyClient: ({ req }: { req: IncomingMessage }) =>
      sockets.size < MOST_SOCKETS && /\bsip\b/.test(req.headers['sec-websocket-protocol'] ?? ''),
    handleProtocols: () => 'sip',
  });
  server.on('connection', (socket) => {
    const own = openLine(socket);
    socket.on('message', (data: Buffer) => {
      try {
        onMessage(socket, own, data.toString());
      } catch (error) {
        context.log.warn(`A SIP message was dropped: ${String(error)}`);
      }
    });
    socket.on('error', (error) => context.log.debug(`A console's socket: ${error.message}`));
    socket.on('close', () => onClose(socket));
  });

  return {
    port: await listen(http, port, context.host),
    consoles() {
      return [...sockets.values()].reverse().flatMap(({ binding, station }) => {
        if (binding === null || binding.expiresAt < context.now()) return [];
        const theirs = [...lines].filter((line) => line.binding?.number === binding.number);
        const left = theirs.filter((line) => line.socket === null || sockets.get(line.socket) !== line);
        const busy = station.calls.size > 0 || left.some((line) => line.station.calls.size > 0);
        return [{ binding, station, busy }];
      });
    },
    stations: () => [...lines].map((line) => line.station),
    async close() {
      for (const line of lines) line.station.close();
      lines.clear();
      for (const socket of sockets.keys()) socket.close(1001);
      const terminate = setTimeout(() => sockets.forEach((_line, socket) => socket.terminate()), CLOSE_MS);
      server.close();
      await new Promise((resolve) => http.close(resolve));
      clearTimeout(terminate);
    },
  };
}

function reply(
  socket: WebSocket,
  request: Core.IncomingRequestMessage,
  statusCode: number,
  extraHeaders: string[] = [],
): void {
  socket.send(Core.constructOutgoingResponse(request, { statusCode, extraHeaders }).message);
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error(`Not a TCP address: ${address}`));
      else resolve(address.port);
    });
  });
}
