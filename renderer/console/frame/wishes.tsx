import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions } from '../commands.ts';
import { useDesk, useDeskState, usePlace } from '../store/context.tsx';
import { workplaceMode } from '../workplace/mode.ts';

/** Shows what «Мини-окно» or a link asks for: the booking form, or a number in «Набрать номер», where it waits for the end of a call. */
export function Wishes() {
  const { t } = useTranslation('frame');
  const [desk, place] = [useDesk(), usePlace()];
  const actions = useActions();
  const wish = useDeskState((state) => state.wish);
  useEffect(() => {
    if (wish === null) return;
    desk.wishShown();
    if (wish.kind === 'booking') return actions.book();
    place.toDial({ number: wish.number, link: wish.link });
    const { snapshot } = desk.store.getState();
    if (snapshot !== null && workplaceMode(snapshot) !== 'idle') desk.say(t('link.waits', { number: wish.number }));
  }, [wish, desk, place, actions, t]);
  return null;
}
