import { useTranslation } from 'react-i18next';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import type { Candidate } from '../../../shared/contract/registry.ts';
import { useDesk } from '../store/context.tsx';
import { focusCardField } from './focus.ts';

/**
 * Takes who the caller says they are: a registry entry's three facts count as stated (2.3). The journal alone does not know the
 * configuration, and the consultant is told to ask. Then the comment comes next.
 */
export function useTake({ id }: ConsultationView): {
  entry: (entryId: string) => Promise<void>;
  candidate: (candidate: Candidate) => Promise<void>;
} {
  const desk = useDesk();
  const { t } = useTranslation('card');
  const entry = async (entryId: string) => {
    // What is being typed belongs to the card as it was: it goes first, so that it cannot overwrite the facts.
    await desk.drafts.flush();
    const outcome = await desk.act('takeCandidate', { consultationId: id, entryId });
    if (outcome.ok) focusCardField('comment');
  };
  return {
    entry,
    candidate: async (candidate) => {
      if (candidate.entry) return entry(candidate.entry.id);
      const { registrationNumber, organisation, name: contact } = candidate;
      // A fact the journal does not know leaves what is typed alone.
      desk.drafts.type(id, {
        ...(registrationNumber && { registrationNumber }),
        ...(organisation && { organisation }),
        ...(contact && { contact }),
      });
      desk.say(t('takenFromJournal', { who: candidate.organisation || candidate.name }));
      focusCardField('comment');
    },
  };
}
