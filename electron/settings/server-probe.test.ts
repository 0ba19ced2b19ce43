import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { probeServer } from './server-probe.ts';

const tls = (name: string) => readFileSync(join(import.meta.dirname, '../../test/fixtures/tls', name));
const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

/** Listens on a free port of loopback; gives the port. */
async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

test('a server that speaks SIP over WebSocket is fine', async () => {
  const server = createServer();
  new WebSocketServer({ server, handleProtocols: () => 'sip' });
  expect(await probeServer(`ws://127.0.0.1:${await listen(server)}/ws`)).toBeNull();
});

test('a server of something else refuses', async () => {
  const server = createServer((_request, response) => response.writeHead(404).end());
  expect(await probeServer(`ws://127.0.0.1:${await listen(server)}/ws`)).toBe('server-refused');
});

test('nobody listens on a computer that is there: refused', async () => {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  expect(await probeServer(`ws://127.0.0.1:${port}/ws`)).toBe('server-refused');
});

test('a name nobody has is no server', async () => {
  expect(await probeServer('wss://pbx.invalid/ws')).toBe('no-server');
});

test('a certificate nobody vouches for is named as such', async () => {
  const server = createTlsServer({ key: tls('localhost.key.pem'), cert: tls('localhost.cert.pem') });
  expect(await probeServer(`wss://127.0.0.1:${await listen(server)}/ws`)).toBe('certificate');
});
