import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconMessage2 } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import { clockTime, useListText } from '../../ui/index.ts';
import { usePlace } from '../store/context.tsx';
import { ACTIONS, mayBeSaid } from './actions.ts';
import { useSayTexts } from './say-words.ts';
import classes from './say.module.css';

const itemId = (action: string): string => `action-${action}`;

/** «Действия»: what may be said to the user under a clause, and handing them over. An item is chosen by its digit too. */
export function SayMenu({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTranslation(['say', 'transfer']);
  const listText = useListText();
  const text = useSayTexts();
  const place = usePlace();
  const actions = ACTIONS.filter((action) => action === 'transfer' || mayBeSaid(action, consultation));
  const byDigit = (event: KeyboardEvent) => {
    const action = actions[Number(event.key) - 1];
    if (action !== undefined) document.getElementById(itemId(action))?.click();
  };
  return (
    // Down from its button whatever the room: over it is the timer.
    <Menu
      position="bottom-start"
      width={330}
      middlewares={{ flip: false, shift: true, size: { padding: 6 } }}
      returnFocus={false}
    >
      <Menu.Target>
        <Button
          leftSection={<IconMessage2 size={18} aria-hidden />}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {t('actions')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu ?? ''} onKeyDown={byDigit}>
        {actions.map((action, index) => {
          const at = consultation.said.filter(({ id }) => id === action).at(-1)?.at;
          return (
            <Menu.Item
              key={action}
              id={itemId(action)}
              rightSection={
                <span className="num small dimmer" aria-hidden>
                  {at === undefined ? index + 1 : clockTime(at)}
                </span>
              }
              onClick={() => (action === 'transfer' ? place.openTransfer() : place.say(action))}
            >
              {action === 'transfer' ? t('transfer:title') : listText(text(action).title)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
