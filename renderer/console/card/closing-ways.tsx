import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import { NOT_HELD } from '../../../shared/regulation/lists.ts';
import { useListText } from '../../ui/index.ts';
import { useActions } from '../commands.ts';
import classes from './card.module.css';
import { SayButton } from '../say/say-button.tsx';
import { useCard } from './use-card.ts';
import { useMissing } from './use-missing.ts';

/** The ways of closing that are not identification (2.4, 2.5). Pressed again, each is taken back. */
export function ClosingWays({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTranslation('card');
  const { card } = useCard(consultation);
  const { closeBy } = useActions();
  const ways = [
    ['could-not-name', t('couldNotName')],
    ['refused-to-name', t('refusedToName')],
  ] as const;
  return (
    <div className={classes.ways}>
      {ways.map(([closing, label]) => (
        <UnstyledButton
          key={closing}
          className={classes.way}
          aria-pressed={card.closing === closing}
          onClick={() => closeBy(closing)}
        >
          {label}
        </UnstyledButton>
      ))}
      {card.closing === 'refused-to-name' && <SayButton id="not-identified" />}
      <NotHeld consultation={consultation} />
    </div>
  );
}

/** «Разговор не состоялся»: no consultation, counted apart, with its reason by digit. */
function NotHeld({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTranslation('card');
  const listText = useListText();
  const { card, set } = useCard(consultation);
  const missing = useMissing(consultation)('notHeldReason');
  const on = card.closing === 'not-held';
  const reason = NOT_HELD.find(({ id }) => id === card.notHeldReason);
  const pick = (notHeldReason: string) => set({ closing: 'not-held', notHeldReason });
  const byDigit = (event: React.KeyboardEvent) => {
    const item = NOT_HELD.find(({ digit }) => digit === event.key);
    if (item) document.getElementById(itemId(item.id))?.click();
  };
  return (
    <Menu position="bottom-start" width={220}>
      <Menu.Target>
        <UnstyledButton
          data-card-field="notHeldReason"
          className={classes.way}
          data-on={on}
          data-missing={missing === null ? undefined : true}
          title={missing ?? undefined}
        >
          {t('notHeld')}
          {on && reason && <>: {listText(reason.text).toLowerCase()}</>}
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown onKeyDown={byDigit}>
        <Menu.Label>{t('notHeldReason')}</Menu.Label>
        {NOT_HELD.map(({ id, digit, text }) => (
          <Menu.Item
            key={id}
            id={itemId(id)}
            rightSection={
              <span className="num small dimmer" aria-hidden>
                {digit}
              </span>
            }
            onClick={() => pick(id)}
          >
            {listText(text)}
          </Menu.Item>
        ))}
        {on && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => set({ closing: null, notHeldReason: null })}>{t('held')}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

const itemId = (reason: string): string => `not-held-${reason}`;
