import { expect, test } from 'vitest';
import { mayWatch, monitorSocketAddress } from './line-access.ts';

test.each([
  ['http://192.168.1.5:8015/monitor/', 'ws://192.168.1.5:8015/monitor/ws'],
  ['https://line.example/monitor/?x=1', 'wss://line.example/monitor/ws'],
])('%s talks to %s', (page, socket) => {
  expect(monitorSocketAddress(page).href).toBe(socket);
});

test('a refused page means an expired link; a silent line does not', async () => {
  const page = 'http://192.168.1.5:8015/monitor/';
  const answers = (status: number) => () => Promise.resolve({ status });
  expect(await mayWatch(answers(403), page)).toBe(false);
  expect(await mayWatch(answers(200), page)).toBe(true);
  expect(await mayWatch(() => Promise.reject(new Error('no line')), page)).toBe(true);
});
