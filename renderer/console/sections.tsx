import { EventsPage } from './events/events-page.tsx';
import { JournalPage } from './journal/journal-page.tsx';
import { MissedPage } from './missed/missed-page.tsx';
import { SettingsPage } from './settings/settings-page.tsx';
import type { Section } from './store/place.ts';
import { Workplace } from './workplace/workplace.tsx';

/** The section the consultant is in. */
export function Sections({ section }: { section: Section }) {
  switch (section) {
    case 'workplace':
      return <Workplace />;
    case 'events':
      return <EventsPage />;
    case 'journal':
      return <JournalPage />;
    case 'missed':
      return <MissedPage />;
    case 'settings':
      return <SettingsPage />;
  }
}
