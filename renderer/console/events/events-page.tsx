import { Button, Tooltip } from '@mantine/core';
import { IconArrowRight, IconCalendarPlus, IconCalendarSmile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Bar, EmptyState, Page, Pane, useLive } from '../../ui/index.ts';
import { useActions } from '../commands.ts';
import { KeyOf } from '../keys/key-of.tsx';
import { useKeysText } from '../keys/use-keymap.ts';
import { usePlaceState, useSnapshot } from '../store/context.tsx';
import { callWaits } from '../workplace/mode.ts';
import { nextEvent } from '../workplace/next-event.ts';
import { callObstacle } from './can-call.ts';
import { whoOf } from './event-words.ts';
import { EventsTable } from './events-table.tsx';
import classes from './events.module.css';
import { FirstToConfirm } from './first-to-confirm.tsx';
import { GroupCounts } from './group-counts.tsx';
import { useGroupedEvents } from './use-grouped-events.ts';

/** «События»: what is to be called back, by when, in the order of 2.6. */
export function EventsPage() {
  const { t } = useTranslation('events');
  const groups = useGroupedEvents();
  const empty = Object.values(groups).every((events) => events.length === 0);
  return (
    <Page title={t('title')} beside={<GroupCounts groups={groups} />} actions={<PageActions />}>
      <FirstToConfirm />
      {empty ? (
        <Pane>
          <EmptyState icon={IconCalendarSmile} title={t('empty.title')}>
            {t('empty.text')}
          </EmptyState>
        </Pane>
      ) : (
        <EventsTable groups={groups} />
      )}
      <p className={classes.order}>{t('order')}</p>
    </Page>
  );
}

function PageActions() {
  const { t } = useTranslation('events');
  const actions = useActions();
  const keysText = useKeysText();
  return (
    <Bar>
      <TakeNext />
      <Tooltip label={keysText('book')} disabled={keysText('book') === ''}>
        <Button leftSection={<IconCalendarPlus size={18} aria-hidden />} onClick={actions.book}>
          {t('book')}
        </Button>
      </Tooltip>
    </Bar>
  );
}

/** The next thing to do here: the first by 2.6 over all groups. An event already taken is called. */
function TakeNext() {
  const { t } = useTranslation('events');
  const actions = useActions();
  const events = useSnapshot((snapshot) => snapshot.events);
  const me = useSnapshot(({ consultant }) => consultant.id);
  const busy = useSnapshot((snapshot) => callObstacle(snapshot));
  const rings = useSnapshot(callWaits);
  const booking = usePlaceState((state) => state.booking !== null);
  const nextId = useLive((now) => nextEvent(events, me, now)?.id ?? null);
  const next = events.find(({ id }) => id === nextId);
  const waits = busy === 'in-call' || busy === 'card-open' ? busy : null;
  const label = next?.owner ? t('callNext', { who: whoOf(next) }) : t('takeNext');
  const hint = !next ? t('nothingNext') : waits ? t(`cannotCall.${waits}`) : t('nextIs', { who: whoOf(next) });
  return (
    <Tooltip label={hint}>
      <Button
        variant={booking || !next || waits || rings ? 'default' : 'filled'}
        aria-label={label}
        aria-disabled={!next || waits !== null}
        data-disabled={!next || waits !== null || undefined}
        leftSection={<IconArrowRight size={18} aria-hidden />}
        rightSection={<KeyOf command="next-event" />}
        onClick={actions.nextEvent}
      >
        <span className={classes.nextLabel}>{label}</span>
      </Button>
    </Tooltip>
  );
}
