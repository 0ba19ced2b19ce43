import { BETWEEN_CALLS } from './between-calls.ts';
import { CONNECTION } from './connection.ts';
import { DATA_STATES } from './data.ts';
import { EVENTS_STATES } from './events.ts';
import { JOURNAL_STATES } from './journal.ts';
import { MISSED_STATES } from './missed.ts';
import { SETTINGS_STATES } from './settings.ts';
import { PEOPLE } from './people.ts';
import { SAY } from './say.ts';
import type { GalleryState } from './state.ts';
import { TRANSFER } from './transfer.ts';
import { TALKING } from './talking.ts';
import { FRAME, WORKPLACE } from './workplace.ts';

/** Every picture of the gallery, by name. */
export const STATES: Readonly<Record<string, GalleryState>> = {
  ...WORKPLACE,
  ...TALKING,
  ...BETWEEN_CALLS,
  ...CONNECTION,
  ...TRANSFER,
  ...SAY,
  ...FRAME,
  ...PEOPLE,
  ...EVENTS_STATES,
  ...JOURNAL_STATES,
  ...MISSED_STATES,
  ...SETTINGS_STATES,
  ...DATA_STATES,
};
