import { ok } from '../../../shared/contract/base.ts';
import { personalSettings } from '../../../shared/contract/settings.ts';
import { call, consultation, MINUTE, NOW, snapshot } from '../fixtures.ts';
import { view } from './settings.ts';
import type { GalleryState } from './state.ts';
import { WORKPLACE } from './workplace.ts';

const training = { mode: 'training', training: { scale: 1, pace: 'calm' } } as const;
const newcomer = () => ok(view({ personal: personalSettings.parse({}) }));

/** The first start, «Клавиши» and the help, in the states they answer for. */
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
  'help-talking': {
    help: true,
    snapshot: snapshot({ activity: 'talking', call: call(), consultation: consultation() }),
  },
  'help-wrap-up': { help: true, snapshot: WORKPLACE['wrap-up']?.snapshot ?? null },
  'help-interrupted': { help: true, snapshot: WORKPLACE['interrupted']?.snapshot ?? null },
};
