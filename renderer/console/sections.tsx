import type { Section } from './store/place.ts';
import { Workplace } from './workplace/workplace.tsx';

/** The section the consultant is in. */
export function Sections({ section }: { section: Section }) {
  switch (section) {
    case 'workplace':
      return <Workplace />;
    case 'events':
    case 'journal':
    case 'settings':
      return null;
  }
}
