import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dueTextInFull } from '../../ui/index.ts';
import { useFailureText } from '../frame/failure-text.ts';
import { useDesk } from '../store/context.tsx';
import type { BookingRequest } from '../store/place.ts';
import {
  draftOf,
  entryOf,
  fieldOfFailure,
  mistakesIn,
  type BookingEntry,
  type BookingMistakes,
} from './booking-form.ts';
import { instantOf } from './moscow-moment.ts';
import { useDuePreview, type DueAnswer } from './use-due-preview.ts';

export interface Booking {
  readonly entry: BookingEntry;
  change(patch: Partial<BookingEntry>): void;
  changeUser(patch: Partial<BookingEntry['user']>): void;
  readonly mistakes: BookingMistakes;
  /** What the desk refused that belongs to no field. */
  readonly problem: string | null;
  readonly due: DueAnswer;
  readonly busy: boolean;
  /** Asked to leave with something typed: the foot asks once more. */
  readonly leaving: boolean;
  save(): Promise<void>;
  leave(): void;
  stay(): void;
}

/** The booking form's state. What was typed stays until it is booked or thrown away knowingly. */
export function useBooking({ draft, consultationId }: BookingRequest, close: () => void): Booking {
  const { t } = useTranslation('events');
  const { t: ui } = useTranslation();
  const desk = useDesk();
  const failureText = useFailureText();
  const [opened] = useState(() => entryOf(draft));
  const [entry, setEntry] = useState(opened);
  const [mistakes, setMistakes] = useState<BookingMistakes>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const due = useDuePreview(instantOf(entry.moment));

  const change = (patch: Partial<BookingEntry>) => {
    setEntry((before) => ({ ...before, ...patch }));
    setMistakes({});
    setLeaving(false);
  };
  const save = async () => {
    const found = mistakesIn(entry);
    setMistakes(found);
    if (busy || Object.keys(found).length > 0) return;
    setBusy(true);
    const outcome = await desk.ask('bookEvent', { draft: draftOf(entry), consultationId });
    setBusy(false);
    if (outcome.ok) {
      desk.say(t('booking.saved', { due: dueTextInFull(ui, outcome.value.dueBy, desk.clock.now()) }));
      return close();
    }
    const field = fieldOfFailure(outcome.error);
    setMistakes(field === null ? {} : { [field]: 'wrong' });
    setProblem(field === null ? `${failureText(outcome.error)} ${t('booking.failed')}` : null);
  };
  return {
    entry,
    change,
    changeUser: (patch) => change({ user: { ...entry.user, ...patch } }),
    mistakes,
    problem,
    due,
    busy,
    leaving,
    save,
    leave: () => (entry === opened || leaving ? close() : setLeaving(true)),
    stay: () => setLeaving(false),
  };
}
