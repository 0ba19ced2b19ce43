import { createSpotlight } from '@mantine/spotlight';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BookingPanel } from '../booking/booking-panel.tsx';
import { TransferPanel } from '../transfer/transfer-panel.tsx';
import { SayPanel } from '../say/say-panel.tsx';
import { ShiftPanel } from '../shift/shift-panel.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { Bars } from './bars.tsx';
import { CallAnnouncer } from './call-announcer.tsx';
import { CallFloat } from './call-float.tsx';
import classes from './frame.module.css';
import { HelpPanel } from './help-panel.tsx';
import { Palette } from './palette.tsx';
import { SideNav } from './side-nav.tsx';
import { TopBar } from './top-bar.tsx';
import { useFollowAnswer } from './use-follow-answer.ts';
import { useKeepFocus } from './use-keep-focus.ts';
import { Wishes } from './wishes.tsx';

/** The quiet frame around every section. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('frame');
  const [[palette, { open }]] = useState(createSpotlight);
  useKeys(open);
  useKeepFocus();
  useFollowAnswer();
  return (
    <div className={classes.app}>
      <TopBar onPalette={open} />
      <SideNav />
      <main className={classes.main} tabIndex={-1} aria-label={t('title')}>
        {children}
      </main>
      <div className={classes.bars}>
        <Bars />
      </div>
      <SayPanel />
      <TransferPanel />
      <BookingPanel />
      <HelpPanel />
      <ShiftPanel />
      <CallFloat />
      <CallAnnouncer />
      <Wishes />
      <Palette store={palette} />
    </div>
  );
}
