import { fail, ok } from '../../../shared/contract/base.ts';
import { personalSettings } from '../../../shared/contract/settings.ts';
import { call, consultation, MINUTE, NOW, snapshot } from '../fixtures.ts';
import { view } from './settings.ts';
import type { GalleryState } from './state.ts';
import { WORKPLACE } from './workplace.ts';

const training = { mode: 'training', training: { scale: 1, pace: 'calm' } } as const;
const talking = snapshot({ activity: 'talking', call: call(), consultation: consultation() });
const newcomer = () => ok(view({ personal: personalSettings.parse({}) }));

/** The first start, «Клавиши» and the help, in the states they answer for; what opens over a call. */
export const PEOPLE: Record<string, GalleryState> = {
  'first-start': {
    snapshot: snapshot({ ...training, consultant: { id: 'c1', name: 'Консультант' }, events: [], recent: [] }),
    answers: { settings: newcomer },
  },
  'first-start-work': {
    snapshot: snapshot({ availability: { kind: 'not-ready', reason: 'break', since: NOW - 2 * MINUTE } }),
    answers: { settings: newcomer },
  },
  'settings-keys': {
    section: 'settings',
    scrollTo: 'Клавиши',
    snapshot: snapshot(),
    answers: {
      settings: () =>
        ok(
          view({
            personal: personalSettings.parse({ keys: { hold: { code: 'F7' }, book: { code: 'KeyB', alt: true } } }),
          }),
        ),
    },
  },
  'help-idle': { help: true, snapshot: snapshot(training) },
  'help-ringing': { help: true, snapshot: WORKPLACE['ringing']?.snapshot ?? null },
  'help-talking': { help: true, snapshot: talking },
  'help-wrap-up': { help: true, snapshot: WORKPLACE['wrap-up']?.snapshot ?? null },
  'help-interrupted': { help: true, snapshot: WORKPLACE['interrupted']?.snapshot ?? null },
  palette: { snapshot: talking, keys: ['Control+KeyK', 'ArrowDown', 'ArrowDown'] },
  'actions-open': { snapshot: talking, press: 'Действия' },
  // Three failures at once, and what was said can still be taken back.
  notices: {
    snapshot: {
      ...talking,
      undo: { id: 'undo-1', what: 'said', who: '', saying: 'request-information', until: NOW + 30_000 },
    },
    keys: ['F6', 'F6', 'F6'],
    answers: { hold: () => fail('internal') },
  },
};
