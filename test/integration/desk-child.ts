/**
 * A desk in a process of its own, to be killed: it answers a call and saves an ever longer comment. Every line it prints is a comment the
 * screen would have called saved. Argument: the database file.
 */
import { uptime } from 'node:os';
import { createServiceClock } from '../../electron/clock.ts';
import { fakeLine, openLabDesk, scriptedConsole, scriptedPhone, settled } from './desk-lab.ts';

const clock = createServiceClock({
  wall: Date.now,
  monotonicMs: () => performance.now(),
  uptimeMs: () => uptime() * 1_000,
});
const timers = {
  after(ms: number, work: () => void) {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};
const desk = openLabDesk({
  dbFile: process.argv[2] ?? ':memory:',
  clock,
  timers,
  link: fakeLine().link,
  mode: 'training',
});
const phone = await scriptedPhone(desk);
const screen = await scriptedConsole(desk);
await phone.ring('c1');
await screen.client.call('answer', { callId: 'c1' });
await settled();
const consultationId = (await screen.now()).consultation?.id ?? '';
for (let edit = 1; ; edit += 1) {
  const comment = 'Ё'.repeat(edit);
  const outcome = await screen.client.call('editCard', { consultationId, patch: { comment }, edit });
  if (outcome.ok) process.stdout.write(`${comment}\n`);
}
