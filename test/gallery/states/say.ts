import { SAYINGS, type SayingId } from '../../../shared/regulation/sayings.ts';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import { at, call, consultation, KNOWN_CARD, LONG_ENTRY, PROF_VERDICT, snapshot } from '../fixtures.ts';
import type { GalleryState } from './state.ts';

const identified = { card: KNOWN_CARD, verdict: PROF_VERDICT, candidates: [] };
const none: ConsultationView['verdict'] = {
  ...PROF_VERDICT,
  kind: 'refused',
  basis: null,
  until: null,
  clauses: ['1.1', '2.7'],
};
const said = (id: SayingId, time: string) => ({ at: at(time), id, detail: '', program: null });

const panel = (saying: SayingId, over: Partial<ConsultationView>): GalleryState => ({
  saying,
  snapshot: snapshot({ activity: 'talking', call: call(), consultation: consultation({ ...identified, ...over }) }),
});

/** «Сказать пользователю» with each kind of words, and what is written down with them. */
export const SAY: Record<string, GalleryState> = {
  'say-out-of-scope': panel('out-of-scope', {
    card: { ...KNOWN_CARD, outcome: 'out-of-scope', outOfScope: 'platform' },
  }),
  'say-information': panel('request-information', {}),
  'say-complaint': panel('complaint', { said: [said('complaint', '14:28')] }),
  'say-critical': panel('confirm-criticality', { card: { ...KNOWN_CARD, topic: null } }),
  'say-remote': panel('remote-connection', { verdict: none }),
  'say-end': panel('end-for-wording', { said: [said('warn-wording', '14:29')] }),
  'say-refuse': panel('no-licence', {
    card: { ...KNOWN_CARD, registrationNumber: LONG_ENTRY.registrationNumber, organisation: LONG_ENTRY.organisation },
    verdict: {
      ...none,
      entry: LONG_ENTRY,
      release: { kind: 'older', latest: '3.0.49.1', since: '2026-11-10', clauses: [SAYINGS['offer-update'].clause] },
    },
  }),
};
