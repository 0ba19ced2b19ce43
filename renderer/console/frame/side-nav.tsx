import { UnstyledButton } from '@mantine/core';
import { IconCalendarTime, IconHeadset, IconHistory, IconPhoneOff, IconSettings } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { isOverdue } from '../../../shared/regulation/order.ts';
import { cx, relativeDay, useLive } from '../../ui/index.ts';
import { usePlace, usePlaceState, useSnapshot } from '../store/context.tsx';
import { SECTIONS, type Section } from '../store/place.ts';
import classes from './frame.module.css';
import { TrainingControls } from './training-controls.tsx';

const ICONS: Record<Section, ComponentType<{ size: number; 'aria-hidden': true }>> = {
  workplace: IconHeadset,
  events: IconCalendarTime,
  journal: IconHistory,
  missed: IconPhoneOff,
  settings: IconSettings,
};

/** The sections, each one click away. */
export function SideNav() {
  const { t } = useTranslation('frame');
  const place = usePlace();
  const current = usePlaceState(({ section }) => section);
  return (
    <div className={classes.side}>
      <nav aria-label={t('nav.label')} className={classes.nav}>
        {SECTIONS.map((section) => {
          const Icon = ICONS[section];
          return (
            <UnstyledButton
              key={section}
              className={cx(classes.link, section === current && classes.on)}
              aria-current={section === current ? 'page' : undefined}
              onClick={() => place.go(section)}
            >
              <Icon size={18} aria-hidden />
              {t(`nav.${section}`)}
              {section === 'events' && <EventsBadge />}
              {section === 'missed' && <MissedBadge />}
            </UnstyledButton>
          );
        })}
      </nav>
      <TrainingControls />
      <div className={cx(classes.foot, 'small', 'dimmer')}>{t('nav.moscow')}</div>
    </div>
  );
}

/** Overdue events in red, else those due today: only a number, never in the way. */
function EventsBadge() {
  const { t } = useTranslation('frame');
  const events = useSnapshot((snapshot) => snapshot.events);
  const overdue = useLive((now) => events.filter(({ dueBy }) => isOverdue(dueBy, now)).length);
  const today = useLive(
    (now) => events.filter(({ dueBy }) => dueBy === null || relativeDay(dueBy, now) === 'today').length,
  );
  const count = overdue || today;
  if (count === 0) return null;
  const words = t(overdue > 0 ? 'nav.overdue' : 'nav.dueToday', { count });
  return (
    <span className={cx(classes.badge, 'num', overdue > 0 && classes.late)} title={words}>
      <span aria-hidden>{count}</span>
      <span className="unseen">{words}</span>
    </span>
  );
}

/** Callers nobody has spoken to since. */
function MissedBadge() {
  const { t } = useTranslation('history');
  const count = useSnapshot(({ missed }) => missed.callers);
  if (count === 0) return null;
  const words = t('missed.badge', { count });
  return (
    <span className={cx(classes.badge, 'num')} title={words}>
      <span aria-hidden>{count}</span>
      <span className="unseen">{words}</span>
    </span>
  );
}
