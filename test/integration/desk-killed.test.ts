import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { openDeskDatabase } from '../../electron/desk/schema.ts';
import { fakeLine, handMovedTime, openLabDesk, scriptedConsole, scriptedPhone } from './desk-lab.ts';

const child = join(import.meta.dirname, 'desk-child.ts');

test.each([1, 7, 40])(
  'killed in a call after %i saved edits: interrupted, with everything typed, the database sound',
  async (edits) => {
    const file = join(mkdtempSync(join(tmpdir(), 'line15-killed-')), 'desk.sqlite');
    const running = spawn(process.execPath, ['--no-warnings', child, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    let saved = '';
    let count = 0;
    for await (const comment of createInterface(running.stdout)) {
      saved = comment;
      if ((count += 1) === edits) running.kill('SIGKILL');
    }
    if (running.exitCode === null && running.signalCode === null) await once(running, 'exit');
    expect(running.signalCode).toBe('SIGKILL');
    expect(saved.length).toBeGreaterThanOrEqual(edits);

    const database = openDeskDatabase(file);
    expect(database.integrityProblems()).toEqual([]);
    database.close();

    const time = handMovedTime(Date.now());
    const desk = openLabDesk({ dbFile: file, ...time, link: fakeLine().link, mode: 'training' });
    const phone = await scriptedPhone(desk);
    const screen = await scriptedConsole(desk);
    const { consultation, recent } = await screen.now();
    expect(consultation).toMatchObject({ phase: 'interrupted', endReason: 'interrupted', callId: null });
    expect(consultation?.card.comment.startsWith(saved)).toBe(true);
    expect(recent).toHaveLength(1);

    const consultationId = consultation?.id ?? '';
    const redial = await screen.client.call('dial', { number: '+79161234567', eventId: null, consultationId });
    expect(redial).toEqual({ ok: true, value: { consultationId } });
    await phone.end((await screen.now()).call?.id ?? '', 'no-answer');
    const patch = { closing: 'not-held', notHeldReason: 'cut-off' } as const;
    await screen.client.call('editCard', { consultationId, patch, edit: 1 });
    expect(await screen.client.call('closeConsultation', { consultationId })).toEqual({ ok: true, value: null });
    expect((await screen.now()).recent).toMatchObject([{ endReason: 'interrupted', closing: 'not-held' }]);
    desk.close();
  },
);
