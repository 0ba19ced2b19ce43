import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { fail, ok, type Outcome } from '../../shared/contract/base.ts';
import {
  NO_RECORDINGS,
  recordings as about,
  RECORDING_KINDS,
  type RecordingKind,
  type Recordings,
} from '../../shared/contract/recordings.ts';
import type { Provisioning } from '../../shared/contract/settings.ts';
import { writeFileAtomic } from './atomic-file.ts';
import { errorCode, readLayer } from './layer-file.ts';
import { recordingMistake, type Mistake } from './mistakes.ts';
import { readRecordingFormat } from './recording-format.ts';

/** The recordings that sound instead of tones, kept in the data folder. */
export interface KeptRecordings {
  about(): Recordings;
  /** Base64 of a file; null: the tone sounds. */
  data(kind: RecordingKind): string | null;
  save(kind: RecordingKind, recording: { name: string; data: string } | null): Outcome<null>;
}

const index = z.object({ recordings: about });

/**
 * Opens them. What an administrator's file names is checked and copied, so that a call never waits for a share; a share that is away leaves
 * the copy in force.
 * @param provisioned the administrator's file, where there is one
 */
export function openRecordings(
  dataDir: string,
  provisioned: { file: string; settings: Provisioning } | null,
): { ok: true; recordings: KeptRecordings } | { ok: false; mistakes: Mistake[] } {
  const folder = join(dataDir, 'recordings');
  const indexFile = join(folder, 'index.json');
  const read = readLayer(indexFile, index);
  let kept: Recordings = read.kind === 'read' ? read.settings.recordings : NO_RECORDINGS;
  const fileOf = (kind: RecordingKind) => join(folder, kind);

  /** The bytes of a kept recording; a file that is gone is none. */
  function bytesOf(kind: RecordingKind): Buffer | null {
    if (kept[kind] === null) return null;
    try {
      return readFileSync(fileOf(kind));
    } catch {
      return null;
    }
  }

  function write(kind: RecordingKind, recording: { name: string; bytes: Buffer } | null): Outcome<null> {
    const format = recording && readRecordingFormat(recording.bytes);
    if (format?.ok === false) return fail(format.problem);
    if (recording !== null && format !== null) {
      const id = createHash('sha256').update(recording.bytes).digest('hex').slice(0, 16);
      kept = { ...kept, [kind]: { name: recording.name, lengthMs: format.lengthMs, id } };
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(fileOf(kind), recording.bytes, { mode: 0o600 });
    } else {
      kept = { ...kept, [kind]: null };
      rmSync(fileOf(kind), { force: true });
    }
    writeFileAtomic(indexFile, JSON.stringify({ recordings: kept }));
    return ok(null);
  }

  const mistakes: Mistake[] = [];
  for (const kind of provisioned === null ? [] : (['notice', 'farewell'] as const)) {
    const named = provisioned?.settings.recordings?.[kind];
    if (named === undefined) {
      if (kept[kind] !== null) write(kind, null);
      continue;
    }
    const path = resolve(dirname(provisioned?.file ?? ''), named);
    try {
      const written = write(kind, { name: basename(path), bytes: readFileSync(path) });
      if (!written.ok) mistakes.push(recordingMistake(kind, written.error.code));
    } catch (error) {
      const isKept = kept[kind]?.name === basename(path) && bytesOf(kind) !== null;
      if (!isKept) mistakes.push(recordingMistake(kind, 'unreadable', errorCode(error)));
    }
  }
  if (mistakes.length > 0) return { ok: false, mistakes };
  RECORDING_KINDS.filter((kind) => bytesOf(kind) === null).forEach((kind) => (kept = { ...kept, [kind]: null }));

  return {
    ok: true,
    recordings: {
      about: () => kept,
      data: (kind) => bytesOf(kind)?.toString('base64') ?? null,
      save(kind, recording) {
        if (provisioned !== null && kind !== 'ring') return fail('locked');
        return write(kind, recording && { name: recording.name, bytes: Buffer.from(recording.data, 'base64') });
      },
    },
  };
}
