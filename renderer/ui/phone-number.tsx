import { cx } from './class-names.ts';
import { useTranslation } from 'react-i18next';
import { formatPhone, parsePhone } from '../../shared/regulation/phone-number.ts';

/** A phone number as people read it; one that is no number we know is shown as it came. Never breaks. */
export function PhoneNumber({ raw, className }: { raw: string; className?: string }) {
  const { t } = useTranslation();
  const { e164, extension } = parsePhone(raw);
  if (raw.trim() === '') return <span className={cx('dim', className)}>{t('phone.hidden')}</span>;
  const shown = e164 === null ? (extension ?? raw) : formatPhone(e164);
  const known = e164 !== null || extension !== null;
  return (
    <span className={cx('num', className)} title={known ? undefined : t('phone.asItCame')}>
      {shown}
      {e164 !== null && extension !== null && <> {t('phone.extension', { extension })}</>}
    </span>
  );
}

/** A phone number as plain text, for names of buttons and announcements; `hidden` says that there is none. */
export function phoneText(raw: string, hidden: string): string {
  const { e164 } = parsePhone(raw);
  if (raw.trim() === '') return hidden;
  return e164 === null ? raw : formatPhone(e164);
}
