'use strict';
// Gives the lab's Electron 22 the main-process APIs that today's Electron has and the console uses. Load with -r, in tests only.
// Needs the npm package undici@5 (Node 16). Tried: protocol.handle + net.fetch(file:) serving a built React page to a sandboxed window.
const { readFile } = require('node:fs/promises');
const { extname } = require('node:path');
const { fileURLToPath } = require('node:url');
const v8 = require('node:v8');
const electron = require('electron');
const { Response, Request, Headers, FormData, fetch } = require('undici');

Object.assign(globalThis, { Response, Request, Headers, FormData, fetch });
globalThis.structuredClone ??= (value) => v8.deserialize(v8.serialize(value));

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
  '.ogg': 'audio/ogg',
  '.mp3': 'audio/mpeg',
};

electron.net.fetch ??= async (input, init) => {
  const url = new URL(typeof input === 'string' ? input : (input.url ?? String(input)));
  if (url.protocol !== 'file:') return fetch(url, init);
  const body = await readFile(fileURLToPath(url)).catch(() => {
    throw new Error('net::ERR_FILE_NOT_FOUND');
  });
  return new Response(body, {
    headers: { 'content-type': TYPES[extname(url.pathname)] ?? 'application/octet-stream' },
  });
};

/** protocol.handle over registerBufferProtocol: whole bodies, no streaming. */
function addHandle(protocol) {
  if (protocol.handle) return;
  protocol.handle = (scheme, handler) => {
    protocol.registerBufferProtocol(scheme, (request, callback) => {
      const { url, method, headers } = request;
      Promise.resolve()
        .then(() => handler(new Request(url, { method, headers })))
        .then(async (response) =>
          callback({
            statusCode: response.status,
            headers: Object.fromEntries(response.headers),
            mimeType: (response.headers.get('content-type') ?? '').split(';')[0] || undefined,
            data: Buffer.from(await response.arrayBuffer()),
          }),
        )
        .catch((error) => {
          console.error('protocol handler failed', error);
          callback({ error: -2 });
        });
    });
  };
  protocol.unhandle = (scheme) => protocol.unregisterProtocol(scheme);
  protocol.isProtocolHandled = (scheme) => protocol.isProtocolRegistered(scheme);
}
addHandle(electron.protocol);
electron.app.on('session-created', (session) => addHandle(session.protocol));
