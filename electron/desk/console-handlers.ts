import { fail, ok, type Outcome } from '../../shared/contract/base.ts';
import type { CallbackEvent } from '../../shared/contract/events.ts';
import type { RegistryEntry } from '../../shared/contract/registry.ts';
import type { Fresh } from '../../shared/desk-state/inputs.ts';
import type { ConsultationRecord } from '../../shared/desk-state/record.ts';
import { dueByOfMovePreview, dueByPreview, openEventOfNumber } from '../../shared/desk-state/events.ts';
import { parsePhone, phoneKey } from '../../shared/regulation/phone-number.ts';
import { candidatesFor } from './caller-lookup.ts';
import type { ConsoleHandlers } from './console-seat.ts';
import type { DeskCore, Happening } from './core.ts';
import { exportedRow } from './exported-row.ts';
import type { DeskPorts, TrainingControl } from './ports.ts';

/** What the console's methods do: intentions become steps of the core, questions are answered by the journal and the line. */
export function consoleHandlers(core: DeskCore, ports: DeskPorts): Omit<ConsoleHandlers, 'bookInConsole'> {
  const { link, settings, training, clock } = ports;
  const { reader } = core;

  /** A step that gives nothing back but that it happened. */
  const step = (what: Happening): Outcome<null> => {
    const outcome = core.happen(what);
    return outcome.ok ? ok(null) : outcome;
  };
  /** A step that books an event. */
  const booked = (what: Happening): Outcome<CallbackEvent> => {
    const outcome = core.happen(what);
    return outcome.ok ? eventOf(outcome.value) : outcome;
  };
  const eventOf = ({ eventId }: Fresh): Outcome<CallbackEvent> => {
    const event = core.state().events.find(({ id }) => id === eventId);
    return event === undefined ? fail('no-event') : ok(event);
  };
  /** A consultation as the journal has it, where it is not at the workplace. */
  const away = (consultationId: string | null): ConsultationRecord | null =>
    consultationId === null || core.state().consultation?.id === consultationId
      ? null
      : reader.consultation(consultationId);
  /** The training line's commands; at work there are none. */
  const inTraining = (command: (control: TrainingControl) => Promise<Outcome<null>> | Outcome<null>) =>
    training === null ? fail('no-training') : command(training);

  async function entryById(entryId: string): Promise<Outcome<{ entry: RegistryEntry; asOf: number | null }>> {
    const { consultation } = core.state();
    const shown = consultation?.candidates.find(({ entry }) => entry?.id === entryId)?.entry;
    const answer = await link.registryById(entryId);
    const entry = (answer.ok ? answer.value.entries.find(({ id }) => id === entryId) : undefined) ?? shown;
    if (entry) return ok({ entry, asOf: answer.ok ? answer.value.asOf : (consultation?.asOf ?? null) });
    return answer.ok ? fail('no-entry') : answer;
  }

  return {
    snapshot: () => ok(core.snapshot()),
    setAvailability: ({ kind, reason }) => step({ kind: 'set-availability', to: kind, reason }),

    answer: ({ callId }) => step({ kind: 'answer', callId }),
    decline: ({ callId }) => step({ kind: 'decline', callId }),
    declineToEvent: ({ callId }) => booked({ kind: 'decline-to-event', callId }),
    hangUp: ({ callId }) => step({ kind: 'hang-up', callId }),
    hold: ({ callId, held }) => step({ kind: 'hold', callId, held }),
    mute: ({ callId, muted }) => step({ kind: 'mute', callId, muted }),
    dtmf: ({ callId, tones }) => step({ kind: 'dtmf', callId, tones }),
    dial({ number, eventId, consultationId, fresh: anew }) {
      const earlier = consultationId === null ? null : reader.consultation(consultationId);
      if (consultationId !== null && earlier === null) return fail('no-consultation');
      const outcome = core.happen({ kind: 'dial', number, eventId, earlier, anew });
      if (!outcome.ok) return outcome;
      return ok({ consultationId: core.state().consultation?.id ?? outcome.value.callId });
    },
    transfer: (recipient) => step({ kind: 'transfer', ...recipient }),
    consult: (recipient) => step({ kind: 'consult', ...recipient }),
    talkTo: ({ to }) => step({ kind: 'talk-to', to }),
    connect: () => step({ kind: 'connect' }),
    leaveColleague: () => step({ kind: 'leave-colleague' }),
    userOnLine: ({ consultationId }) => step({ kind: 'user-on-line', consultationId }),

    editCard({ consultationId, patch, edit }) {
      const outcome = core.happen({ kind: 'edit-card', consultationId, patch, record: away(consultationId) });
      if (!outcome.ok) return outcome;
      core.happen({ kind: 'saved', consultationId, edit });
      return ok({ edit });
    },
    async takeCandidate({ consultationId, entryId }) {
      const found = await entryById(entryId);
      return found.ok ? step({ kind: 'take-candidate', consultationId, ...found.value }) : found;
    },
    closeConsultation: ({ consultationId }) => step({ kind: 'close-consultation', consultationId }),
    openConsultation({ consultationId }) {
      const record = reader.consultation(consultationId);
      return record === null ? fail('no-consultation') : step({ kind: 'open-consultation', record });
    },

    dueByPreview: ({ preferredAt, eventId }) =>
      eventId === null
        ? dueByPreview(core.state().rules, clock.now(), preferredAt)
        : dueByOfMovePreview(core.state(), clock.now(), eventId, preferredAt),
    bookEvent: ({ draft, consultationId }) =>
      booked({ kind: 'book-event', draft, consultationId, record: away(consultationId) }),
    takeEvent: ({ eventId }) => step({ kind: 'take-event', eventId }),
    returnEvent: ({ eventId }) => step({ kind: 'return-event', eventId }),
    moveEvent: (wish) => step({ kind: 'move-event', ...wish }),
    confirmCriticality: ({ eventId, reason, confirmed }) =>
      step({ kind: 'confirm-criticality', eventId, reason, confirmed }),
    say: (wording) => step({ kind: 'say', ...wording }),
    closeEvent: ({ eventId, outcome, clause }) => step({ kind: 'close-event', eventId, outcome, clause }),

    searchRegistry: ({ text, limit }) => link.searchRegistry(text, limit),
    searchJournal: (question) => ok(reader.search(question)),
    exportJournal(question) {
      const columns = settings.view().workstation.data.exportColumns;
      if (columns.length === 0) return fail('export-forbidden');
      const page = reader.search(question);
      return ok({ columns, page: { ...page, rows: page.rows.map((row) => exportedRow(row, columns)) } });
    },
    journalFigures: ({ from, to }) => ok(reader.figures(from, to)),
    callerHistory: (who) => ok({ rows: reader.history(who) }),
    async whoIs({ number }) {
      const phone = parsePhone(number);
      const { candidates } = await candidatesFor(phone, reader.talkedWith(number), link, reader);
      const { colleagues } = core.state();
      const colleague = colleagues.find((one) => phoneKey(one.number) === phoneKey(number))?.name ?? null;
      return ok({ candidates, colleague, openEvent: openEventOfNumber(core.state(), phone) });
    },
    linkConsultation({ consultationId, earlierId }) {
      const earlier = earlierId === null ? null : reader.consultation(earlierId);
      if (earlierId !== null && earlier === null) return fail('no-consultation');
      const record = reader.consultation(consultationId);
      return step({ kind: 'link-consultation', consultationId, earlier, record });
    },
    missedCalls: () => ok({ rows: reader.missed.rows() }),
    setMissedNeeded: ({ number, needed }) => step({ kind: 'set-missed-needed', number, needed }),
    journalStory({ id }) {
      const story = reader.story(id);
      return story === null ? fail('no-consultation') : ok(story);
    },

    settings: () => ok(settings.view()),
    savePersonalSettings: ({ settings: personal }) => settings.savePersonal(personal),
    saveWorkstationSettings: ({ settings: own, password }) => settings.saveWorkstation(own, password),

    saveSayTexts: ({ own }) => settings.saveSayTexts(own),
    recording: ({ kind }) => ok({ data: settings.recording(kind) }),
    saveRecording: ({ kind, recording }) => settings.saveRecording(kind, recording),

    ...ports.data,

    setCallKind: ({ consultationId, kind }) => step({ kind: 'set-call-kind', consultationId, to: kind }),
    setAfterCall: ({ afterCall }) => step({ kind: 'set-after-call', afterCall }),
    answeringMachine: ({ consultationId }) => step({ kind: 'answering-machine', consultationId }),
    settleAskedEvent: (answer) => step({ kind: 'settle-asked-event', ...answer }),
    undo: ({ id }) => step({ kind: 'undo', id }),
    startShift: ({ check }) => step({ kind: 'start-shift', check }),
    endShift: () => step({ kind: 'end-shift' }),
    returnOwnEvents: () => step({ kind: 'return-own-events' }),
    unsentRecords: () => ok({ count: core.unsent() }),

    checkLink: ({ on }) => step({ kind: 'check-link', on }),

    trainingCall: () => inTraining((control) => control.callNow()),
    trainingSecondCall: () => inTraining((control) => control.secondCall()),
    trainingScale: ({ scale }) => inTraining(() => step({ kind: 'scale', scale })),
    trainingPace: ({ pace }) =>
      inTraining((control) => {
        control.setPace(pace);
        core.publish();
        return ok(null);
      }),
  };
}
