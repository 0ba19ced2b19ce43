import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import type { PhoneCall } from '../../shared/contract/phone.ts';
import type { Desk } from '../../electron/desk/desk.ts';
import { fakeLine, handMovedTime, openLabDesk, scriptedConsole, scriptedPhone, settled } from './desk-lab.ts';

/** One desk with everything around it, made anew for each test of a file. */
export function useDeskLab() {
  const time = handMovedTime();
  const line = fakeLine();
  type Phone = Awaited<ReturnType<typeof scriptedPhone>>;
  type Console = Awaited<ReturnType<typeof scriptedConsole>>;
  const parts: { desk?: Desk; phone?: Phone; screen?: Console } = {};
  const there = <Part>(part: Part | undefined): Part => {
    if (part === undefined) throw new Error('not in a test');
    return part;
  };
  const lab = {
    time,
    line,
    file: '',
    get desk() {
      return there(parts.desk);
    },
    get phone() {
      return there(parts.phone);
    },
    get screen() {
      return there(parts.screen);
    },
    /** Opens (again) the desk of this file, with a console; the phone's hello names `calls`. */
    async open(mode: 'work' | 'training' = 'work', calls: PhoneCall[] = []) {
      const { clock, timers } = lab.time;
      parts.desk = openLabDesk({ dbFile: lab.file, clock, timers, link: lab.line.link, mode });
      parts.screen = await scriptedConsole(parts.desk);
      parts.phone = await scriptedPhone(parts.desk, 'phone', calls);
    },
    async replacePhone(calls: PhoneCall[]) {
      parts.phone = await scriptedPhone(lab.desk, 'phone', calls);
    },
    /** A call that rang and was answered. */
    async talk(callId = 'c1', number?: string) {
      await lab.phone.ring(callId, number);
      await lab.screen.client.call('answer', { callId });
      await settled();
      return there((await lab.screen.now()).consultation ?? undefined);
    },
    /** Writes all that a card needs, and closes it. */
    async fillAndClose(consultationId: string) {
      const facts = { registrationNumber: '8001234567', organisation: 'ООО «Ёлочка»', configuration: 'Аптека' };
      const patch = { ...facts, topic: 'theory', outcome: 'solved' };
      await lab.screen.client.call('editCard', { consultationId, patch, edit: 1 });
      return lab.screen.client.call('closeConsultation', { consultationId });
    },
  };
  beforeEach(async () => {
    Object.assign(lab, { time: handMovedTime(), line: fakeLine() });
    lab.file = join(mkdtempSync(join(tmpdir(), 'line15-desk-')), 'desk.sqlite');
    await lab.open();
  });
  afterEach(() => {
    lab.desk.close();
    expect(lab.screen.problems).toEqual([]);
  });
  return lab;
}
