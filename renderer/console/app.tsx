import type { i18n } from 'i18next';
import { Dressed } from './dressed.tsx';
import { Elsewhere } from './frame/elsewhere.tsx';
import { Frame } from './frame/frame.tsx';
import { Starting } from './frame/starting.tsx';
import { Sections } from './sections.tsx';
import { useDeskState, usePlaceState } from './store/context.tsx';
import type { Desk } from './store/desk.ts';
import type { Place } from './store/place.ts';

/** The console's page, whole: everything it needs is handed in by the composition root. */
export function App({ desk, place, texts }: { desk: Desk; place: Place; texts: i18n }) {
  return (
    <Dressed desk={desk} place={place} texts={texts}>
      <Screen />
    </Dressed>
  );
}

function Screen() {
  const elsewhere = useDeskState((state) => state.elsewhere);
  const known = useDeskState((state) => state.snapshot !== null);
  const section = usePlaceState((state) => state.section);
  if (elsewhere) return <Elsewhere inCall={elsewhere.inCall} />;
  if (!known) return <Starting />;
  return (
    <Frame>
      <Sections section={section} />
    </Frame>
  );
}
