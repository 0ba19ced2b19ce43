import type { i18n } from 'i18next';
import { useState } from 'react';
import { Dressed } from '../console/dressed.tsx';
import { useDeskState } from '../console/store/context.tsx';
import type { Desk } from '../console/store/desk.ts';
import { createPlace } from '../console/store/place.ts';
import { MiniCall } from './mini-call.tsx';

/** «Мини-окно», whole: one small card, dressed as the console is. */
export function MiniApp({ desk, texts }: { desk: Desk; texts: i18n }) {
  const [place] = useState(createPlace);
  return (
    <Dressed desk={desk} place={place} texts={texts}>
      <Card />
    </Dressed>
  );
}

function Card() {
  const known = useDeskState(({ snapshot }) => snapshot !== null);
  return known ? <MiniCall /> : null;
}
