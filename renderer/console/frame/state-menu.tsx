import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown, IconDoorExit, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NOT_READY } from '../../../shared/regulation/lists.ts';
import { cx, LiveMinutes, useListText } from '../../ui/index.ts';
import pill from '../../ui/pill.module.css';
import { shiftStep } from '../shift/shift-step.ts';
import { useDesk, usePlace, useSnapshot } from '../store/context.tsx';
import { CallTimeLeft } from './call-time-left.tsx';
import classes from './frame.module.css';

/** The consultant's state, and the menu that changes it: «Готов», «Не готов» with a reason by digit. */
export function StateMenu() {
  const { t } = useTranslation('frame');
  const listText = useListText();
  const desk = useDesk();
  const { kind, reason } = useSnapshot((snapshot) => snapshot.availability);
  const set = (next: 'ready' | 'not-ready', because: string | null) =>
    void desk.act('setAvailability', { kind: next, reason: because });
  const byDigit = (event: React.KeyboardEvent) => {
    const item = NOT_READY.find(({ digit }) => digit === event.key);
    if (item) document.getElementById(itemId(item.id))?.click();
  };
  return (
    <Menu position="bottom-start" width={250}>
      <Menu.Target>
        <StateButton />
      </Menu.Target>
      <Menu.Dropdown onKeyDown={byDigit}>
        <Menu.Item
          leftSection={<IconCheck size={16} aria-hidden className={cx(kind !== 'ready' && classes.unchecked)} />}
          onClick={() => set('ready', null)}
        >
          {t('state.setReady')}
        </Menu.Item>
        <Menu.Label>{t('state.reasons')}</Menu.Label>
        {NOT_READY.map(({ id, digit, text }) => (
          <Menu.Item
            key={id}
            id={itemId(id)}
            leftSection={
              <IconCheck
                size={16}
                aria-hidden
                className={cx((kind !== 'not-ready' || reason !== id) && classes.unchecked)}
              />
            }
            rightSection={
              <span className="num small dimmer" aria-hidden>
                {digit}
              </span>
            }
            onClick={() => set('not-ready', id)}
          >
            {listText(text)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <ShiftItem />
      </Menu.Dropdown>
    </Menu>
  );
}

/** «Начать смену», «Закончить смену»: a panel beside what goes on. */
function ShiftItem() {
  const { t } = useTranslation('between');
  const place = usePlace();
  const which = useSnapshot(shiftStep);
  const Icon = which === 'begin' ? IconPlayerPlay : IconDoorExit;
  return (
    <Menu.Item leftSection={<Icon size={16} aria-hidden />} onClick={() => place.openShift(which)}>
      {t(`shift.${which}`)}
    </Menu.Item>
  );
}

const itemId = (reason: string): string => `not-ready-${reason}`;

/** The pill itself: what the consultant is doing, and since when. */
function StateButton(props: React.ComponentProps<'button'>) {
  const { t } = useTranslation('frame');
  const activity = useSnapshot((snapshot) => snapshot.activity);
  const ready = useSnapshot((snapshot) => snapshot.availability.kind === 'ready');
  const tone = activity === 'idle' ? (ready ? pill.go : pill.warn) : activity === 'wrap-up' ? pill.warn : pill.calm;
  return (
    <UnstyledButton {...props} className={cx(pill.pill, tone, classes.state)} title={t('state.menu')}>
      <StateWords />
      <IconChevronDown size={14} aria-hidden />
    </UnstyledButton>
  );
}

function StateWords() {
  const { t } = useTranslation('frame');
  const listText = useListText();
  const activity = useSnapshot((snapshot) => snapshot.activity);
  const availability = useSnapshot((snapshot) => snapshot.availability);
  switch (activity) {
    case 'ringing':
      return t('state.ringing');
    case 'dialling':
      return t('state.dialling');
    case 'wrap-up':
      return t('state.wrapUp');
    case 'talking':
      return (
        <>
          {t('state.talking')}
          <CallTimeLeft />
        </>
      );
    case 'idle': {
      const reason = NOT_READY.find(({ id }) => id === availability.reason);
      return (
        <>
          {availability.kind === 'ready' ? t('state.ready') : t('state.notReady')}
          {availability.kind === 'not-ready' && reason && <> · {listText(reason.text).toLowerCase()}</>}
          {' · '}
          <LiveMinutes since={availability.since} />
        </>
      );
    }
  }
}
