import { Tooltip } from '@mantine/core';
import { IconPhoneCheck, IconPhoneOff, IconPhonePause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { sipStatusKey } from '../../../shared/i18n/sip-status.ts';
import { cx } from '../../ui/index.ts';
import { useSnapshot } from '../store/context.tsx';
import classes from './frame.module.css';

/** «Телефон подключён», or why not in plain words, with the advice on hover and for screen readers. */
export function PhoneState() {
  const { t } = useTranslation(['frame', 'sip']);
  const { status, failure, sipCode, number } = useSnapshot((snapshot) => snapshot.phone);
  const Icon = status === 'registered' ? IconPhoneCheck : status === 'connecting' ? IconPhonePause : IconPhoneOff;
  const words =
    failure !== null && status !== 'registered'
      ? t('phone.failed', { reason: t(`phone.reason.${failure}`) })
      : t(`phone.${status === 'failed' ? 'unregistered' : status}`);
  const advice = [
    failure !== null && status !== 'registered' ? t(`phone.advice.${failure}`) : null,
    sipCode !== null && status !== 'registered'
      ? t('phone.sipCode', { code: sipCode, words: t(`sip:${sipStatusKey(sipCode)}`, { code: sipCode }) })
      : null,
    number === '' ? null : t('phone.number', { number }),
  ].filter((line) => line !== null);
  const bad = status === 'failed' || status === 'unregistered';
  return (
    <Tooltip label={advice.join(' ')} disabled={advice.length === 0}>
      <span role="status" tabIndex={bad ? 0 : undefined} className={cx(classes.fact, bad && classes.bad)}>
        <Icon size={18} aria-hidden />
        <span className="ellipsis">{words}</span>
        {bad && <span className="unseen">{advice.join(' ')}</span>}
      </span>
    </Tooltip>
  );
}
