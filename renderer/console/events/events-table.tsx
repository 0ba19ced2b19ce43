import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallbackEvent } from '../../../shared/contract/events.ts';
import type { EventGroup } from '../../../shared/regulation/order.ts';
import { cx, Pane } from '../../ui/index.ts';
import { EventRow } from './event-row.tsx';
import grid from '../../ui/grid-table.module.css';
import classes from './events.module.css';
import { GROUPS, type EventGroups } from './grouping.ts';

const COLUMNS = ['due', 'left', 'who', 'number', 'topic', 'attempts', 'owner', 'actions'] as const;

/** The id of a group's heading, to which its count leads. */
export const groupHeadingId = (group: EventGroup): string => `events-${group}`;

/** All groups in one table, so that the columns stand under each other. One event is open at a time. */
export function EventsTable({ groups }: { groups: EventGroups }) {
  const { t } = useTranslation('events');
  const [openId, setOpenId] = useState<string | null>(null);
  const shown = GROUPS.filter((group) => groups[group].length > 0);
  return (
    <Pane flush className={classes.pane}>
      <table className={cx(grid.table, classes.table)}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th
                key={column}
                scope="col"
                className={classes[`head-${column}`]}
                title={column === 'due' ? t('order') : undefined}
              >
                {column === 'actions' ? <span className="unseen">{t('column.actions')}</span> : t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {shown.map((group) => (
          <Group key={group} group={group} events={groups[group]} openId={openId} onOpen={setOpenId} />
        ))}
      </table>
    </Pane>
  );
}

function Group(props: {
  group: EventGroup;
  events: readonly CallbackEvent[];
  openId: string | null;
  onOpen: (id: string | null) => void;
}) {
  const { group, events, openId, onOpen } = props;
  const { t } = useTranslation('events');
  return (
    <tbody>
      <tr>
        <th
          scope="rowgroup"
          id={groupHeadingId(group)}
          className={cx(grid.groupHead, classes.groupHead)}
          data-group={group}
        >
          {t(`group.${group}`)}
        </th>
      </tr>
      {events.map((event) => (
        <EventRow
          key={event.id}
          event={event}
          group={group}
          open={event.id === openId}
          onToggle={() => onOpen(event.id === openId ? null : event.id)}
        />
      ))}
    </tbody>
  );
}
