import { IconInfoCircle, IconRefreshAlert, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from './class-names.ts';
import { clausesText } from './texts.ts';
import classes from './verdict.module.css';

/** yes: due. ask: something comes first. no: not due. open: not known yet. */
export type VerdictTone = 'yes' | 'ask' | 'no' | 'open';

const ICONS: Record<VerdictTone, ComponentType<{ size: number; 'aria-hidden': true }>> = {
  yes: IconShieldCheck,
  ask: IconRefreshAlert,
  no: IconShieldX,
  open: IconInfoCircle,
};

/** A verdict in a sentence, never a bare badge: what is due, until when, by which clause (the clause on hover too). */
export function Verdict(props: {
  tone: VerdictTone;
  title: string;
  children?: ReactNode;
  /** The clauses it stands on: said on hover. */
  clauses?: readonly string[];
  /** What may be done about it, in one press. */
  action?: ReactNode;
  icon?: ComponentType<{ size: number; 'aria-hidden': true }>;
}) {
  const { t } = useTranslation();
  const { clauses = [] } = props;
  const Icon = props.icon ?? ICONS[props.tone];
  const hover = clauses.length === 0 ? undefined : t('regulation', { clauses: clausesText(t, clauses) });
  return (
    <div className={cx(classes.verdict, classes[props.tone])} title={hover}>
      <Icon size={20} aria-hidden />
      <div className={classes.text}>
        <div className="strong">{props.title}</div>
        {props.children !== undefined && <div className="small">{props.children}</div>}
        {props.action && <div className={classes.action}>{props.action}</div>}
      </div>
    </div>
  );
}
