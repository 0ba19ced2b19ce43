import { CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../ui/index.ts';
import { CallNotice } from '../events/call-notice.tsx';
import { useDesk, useDeskState } from '../store/context.tsx';
import type { Notice } from '../store/desk.ts';
import { useFailureText } from './failure-text.ts';
import classes from './notices.module.css';
import { MoreNotices } from './more-notices.tsx';
import { UndoNotice } from './undo-notice.tsx';

/** A word of success is read in a glance; a failure says what to do and stays longer. */
const SHOWN_MS = { done: 6_000, failure: 15_000 };

/** Messages over the lower edge: they float, so nothing moves. What is asked and what can be undone are nearest, then the newest. */
export function Notices() {
  const { t } = useTranslation('frame');
  const notices = useDeskState((state) => state.notices);
  const undo = useDeskState(({ snapshot }) => snapshot?.undo ?? null);
  const newestFirst = [...notices].reverse();
  return (
    <div className={classes.region} role="region" aria-label={t('notice.region')}>
      <CallNotice more={notices.length + (undo === null ? 0 : 1)} />
      {undo !== null && <UndoNotice key={undo.id} undo={undo} more={notices.length} />}
      {newestFirst.map((notice, index) => (
        <NoticeLine key={notice.id} notice={notice} more={notices.length - 1 - index} />
      ))}
    </div>
  );
}

function NoticeLine({ notice, more }: { notice: Notice; more: number }) {
  const { t } = useTranslation('frame');
  const desk = useDesk();
  const failureText = useFailureText();
  const { id, kind } = notice;
  useEffect(() => {
    const timer = setTimeout(() => desk.dismiss(id), SHOWN_MS[kind]);
    return () => clearTimeout(timer);
  }, [desk, id, kind]);
  const failed = notice.kind === 'failure';
  const Icon = failed ? IconAlertTriangle : IconCircleCheck;
  return (
    <div className={cx(classes.notice, failed && classes.failed)} role={failed ? 'alert' : 'status'}>
      <Icon size={20} aria-hidden />
      <span>
        {failed ? failureText(notice.failure) : notice.text}
        <MoreNotices count={more} />
      </span>
      <CloseButton size="sm" aria-label={t('notice.close')} onClick={() => desk.dismiss(id)} />
    </div>
  );
}
