import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EventGroup } from '../../../shared/regulation/order.ts';
import { StatePill, type Tone } from '../../ui/index.ts';
import { groupHeadingId } from './events-table.tsx';
import classes from './events.module.css';
import { GROUPS, type EventGroups } from './grouping.ts';

const COUNTED = GROUPS.filter((group) => group !== 'closed');
const TONES: Partial<Record<EventGroup, Tone>> = { overdue: 'last', today: 'calm' };

/** How many open events each group has; a press leads to it. */
export function GroupCounts({ groups }: { groups: EventGroups }) {
  const { t } = useTranslation('events');
  return (
    <div className={classes.counts} role="group" aria-label={t('counts')}>
      {COUNTED.map((group) => {
        const count = groups[group].length;
        return (
          <UnstyledButton key={group} className={classes.count} disabled={count === 0} onClick={() => goTo(group)}>
            <StatePill tone={count === 0 ? 'quiet' : (TONES[group] ?? 'quiet')}>
              {t(`group.${group}`)} <span className="num">{count}</span>
            </StatePill>
          </UnstyledButton>
        );
      })}
    </div>
  );
}

const goTo = (group: EventGroup) => document.getElementById(groupHeadingId(group))?.scrollIntoView({ block: 'start' });
