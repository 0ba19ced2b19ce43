import { useEffect, useState } from 'react';
import type { JournalRow } from '../../../shared/contract/journal.ts';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import { useDesk } from '../store/context.tsx';

/** What was typed is worth asking for after this long without a change. */
const SETTLED_MS = 400;

/** The last five consultations of the caller: by number, and by registration number and organisation once they are known. null: asked for. */
export function useCallerHistory({ id, number, card }: ConsultationView): readonly JournalRow[] | null {
  const desk = useDesk();
  const { registrationNumber, organisation } = card;
  const [rows, setRows] = useState<readonly JournalRow[] | null>(null);
  useEffect(() => {
    let asked = true;
    const ask = () =>
      void desk.ask('callerHistory', { number, registrationNumber, organisation, except: id }).then((answer) => {
        if (asked && answer.ok) setRows(answer.value.rows);
      });
    const wait = setTimeout(ask, SETTLED_MS);
    return () => {
      asked = false;
      clearTimeout(wait);
    };
  }, [desk, id, number, registrationNumber, organisation]);
  return rows;
}
