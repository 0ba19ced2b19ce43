import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import { useFieldName } from '../card/field-name.ts';
import { cx } from '../../ui/index.ts';
import controls from './controls.module.css';
import classes from './missing-line.module.css';

/** What keeps the consultation from being closed, by the fields' own names; or that nothing does. */
export function MissingLine({ missing }: Pick<ConsultationView, 'missing'>) {
  const { t } = useTranslation('workplace');
  const fieldName = useFieldName();
  const fields = missing.map(fieldName).join(', ');
  if (missing.length > 0)
    return (
      <span className={cx(controls.note, classes.missing)} title={fields}>
        {t('wrapUp.missing', { fields })}
      </span>
    );
  return (
    <span className={cx(controls.note, classes.complete)}>
      <IconCircleCheck size={18} aria-hidden />
      {t('wrapUp.complete')}
    </span>
  );
}
