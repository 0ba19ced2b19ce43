import { z } from 'zod';
import { dateKey, id, shortText } from './base.ts';
import { callbackEvent } from './events.ts';
import { exportColumn } from './export.ts';
import { journalFigures, journalPage, journalQuestion, journalRow, journalStory } from './journal.ts';
import { missedRow } from './missed.ts';
import { candidate } from './registry.ts';

const rows = z.object({ rows: z.array(journalRow) });
const done = z.null();

/** Whom a number may belong to, as far as registry, journal, events and the list of colleagues know. Shown, never picked. */
export const numberKnown = z.object({
  candidates: z.array(candidate),
  /** The colleague's name; null: it is none's. */
  colleague: shortText.nullable(),
  /** The open event of this number, the earliest due. */
  openEvent: callbackEvent.nullable(),
});
export type NumberKnown = z.infer<typeof numberKnown>;

/** What the desk's API (desk.ts) has of the past: journal, «История», «Продолжение», «Пропущенные». */
export const historyMethods = {
  searchJournal: { args: journalQuestion, result: journalPage },
  /**
   * A page of the journal for a file: of each row only what the settings allow to be exported, the rest empty, and the columns themselves.
   * Fails with `export-forbidden` when that is nothing.
   */
  exportJournal: {
    args: journalQuestion,
    result: z.object({ columns: z.array(exportColumn), page: journalPage }),
  },
  journalStory: { args: z.object({ id }), result: journalStory },
  /** The figures of a period, both days included. */
  journalFigures: { args: z.object({ from: dateKey, to: dateKey }), result: journalFigures },
  /** «История»: the last five consultations of a number, a registration number or an organisation; what is empty is not asked for. */
  callerHistory: {
    args: z.object({
      number: shortText,
      registrationNumber: shortText,
      organisation: shortText,
      except: id.nullable(),
    }),
    result: rows,
  },
  /** «Набрать номер»: who it may be, while it is still typed. */
  whoIs: { args: z.object({ number: shortText }), result: numberKnown },
  /** «Продолжение»: links a consultation to an earlier one (`not-earlier` if it is none); null takes the link away. */
  linkConsultation: { args: z.object({ consultationId: id, earlierId: id.nullable() }), result: done },
  missedCalls: { args: z.object({}), result: z.object({ rows: z.array(missedRow) }) },
  /** «Не требуется» for every missed call of a number, or taken back. */
  setMissedNeeded: { args: z.object({ number: shortText, needed: z.boolean() }), result: done },
};
