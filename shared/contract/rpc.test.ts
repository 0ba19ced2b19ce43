import { expect, test } from 'vitest';
import { z } from 'zod';
import { fail, ok } from './base.ts';
import { channelPair } from './channel-pair.ts';
import { createClient, serve, type ContractLog, type Server } from './rpc.ts';

const api = {
  methods: {
    double: { args: z.object({ n: z.number() }), result: z.number() },
    refuse: { args: z.object({}), result: z.null() },
    lie: { args: z.object({}), result: z.number() },
    crash: { args: z.object({}), result: z.null() },
  },
  events: { tick: z.object({ n: z.number() }) },
};

function pair() {
  const problems: Parameters<ContractLog>[0][] = [];
  const [near, far] = channelPair();
  const log: ContractLog = (problem) => void problems.push(problem);
  const server = serve(
    api,
    far,
    {
      double: ({ n }) => ok(n * 2),
      refuse: () => fail('busy', { who: 'Ильина' }),
      lie: () => ok('seven' as unknown as number),
      crash: () => {
        throw new Error('a bug');
      },
    },
    log,
  );
  return { client: createClient(api, near, log), server, near, far, problems };
}

test('a call comes back with its value, a failure with its code and details', async () => {
  const { client } = pair();
  expect(await client.call('double', { n: 21 })).toEqual({ ok: true, value: 42 });
  expect(await client.call('refuse', {})).toEqual({ ok: false, error: { code: 'busy', details: { who: 'Ильина' } } });
});

test('neither end lets a message through that breaks the schema, and both say so', async () => {
  const { client, near, far, problems } = pair();
  expect(await client.call('lie', {})).toMatchObject({ ok: false, error: { code: 'bad-message' } });
  near.send({ kind: 'call', id: 9, name: 'double', args: { n: 'x' } });
  near.send({ kind: 'call', id: 10, name: 'toString', args: {} });
  far.send({ kind: 'event', name: 'tick', value: { n: 'x' } });
  near.send('nonsense');
  await client.call('double', { n: 1 });
  expect(problems.map((problem) => problem.name)).toEqual(['lie', 'double', 'toString', 'tick', '?']);
});

test('a handler that throws is a bug: the caller gets a code, the log the stack', async () => {
  const { client, problems } = pair();
  expect(await client.call('crash', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(problems[0]).toMatchObject({ what: 'handler-threw', name: 'crash' });
});

test('a gate answers in the place of a method it keeps closed', async () => {
  const [near, far] = channelPair();
  const handlers = {
    double: ({ n }: { n: number }) => ok(n * 2),
    refuse: () => ok(null),
    lie: () => ok(1),
    crash: () => ok(null),
  };
  const closed = { code: 'elsewhere', details: {} };
  serve(
    api,
    far,
    handlers,
    () => undefined,
    (name) => (name === 'double' ? null : closed),
  );
  const client = createClient(api, near, () => undefined);
  expect(await client.call('double', { n: 2 })).toEqual({ ok: true, value: 4 });
  expect(await client.call('lie', {})).toEqual({ ok: false, error: closed });
});

test('events reach those who listen until they stop', async () => {
  const { client, server } = pair();
  const seen: number[] = [];
  const stop = client.on('tick', ({ n }) => seen.push(n));
  server.emit('tick', { n: 1 });
  await client.call('double', { n: 1 });
  stop();
  server.emit('tick', { n: 2 });
  await client.call('double', { n: 1 });
  expect(seen).toEqual([1]);
});

test('a channel that closes settles what was asked, and what is asked afterwards', async () => {
  const { client, far } = pair();
  const pending = client.call('double', { n: 1 });
  far.close();
  expect(await pending).toMatchObject({ ok: false, error: { code: 'disconnected' } });
  expect(await client.call('double', { n: 1 })).toMatchObject({ ok: false, error: { code: 'disconnected' } });
});

test('a call that came before the server was made is answered once its maker holds it', async () => {
  const [near, far] = channelPair();
  const answer = createClient(api, near, () => undefined).call('double', { n: 21 });
  await Promise.resolve();
  const problems: string[] = [];
  const server: Server<typeof api> = serve(
    api,
    far,
    {
      double({ n }) {
        server.emit('tick', { n });
        return ok(n * 2);
      },
      refuse: () => fail('busy'),
      lie: () => ok(7),
      crash: () => ok(null),
    },
    ({ message }) => problems.push(message),
  );
  expect(await answer).toEqual(ok(42));
  expect(problems).toEqual([]);
});
