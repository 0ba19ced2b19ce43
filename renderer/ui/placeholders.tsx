import { Button, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './placeholders.module.css';

type Icon = ComponentType<{ size: number; stroke: number; 'aria-hidden': true }>;

/** Nothing here, said kindly: what it is, and what will make something appear. */
export function EmptyState(props: { icon: Icon; title: string; children?: ReactNode; action?: ReactNode }) {
  const { icon: Icon } = props;
  return (
    <div className={classes.state}>
      <Icon size={28} stroke={1.5} aria-hidden />
      <div className="strong">{props.title}</div>
      {props.children !== undefined && <div className="dim">{props.children}</div>}
      {props.action}
    </div>
  );
}

/** Something could not be shown: what went wrong, and the button that tries again. */
export function ErrorState({ message, onRetry }: { message: string; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.state} role="alert">
      <IconAlertTriangle size={28} stroke={1.5} aria-hidden className={classes.failed} />
      <div className="strong">{t('errorTitle')}</div>
      <div className="dim">{message}</div>
      <Button size="sm" leftSection={<IconRefresh size={16} aria-hidden />} onClick={onRetry}>
        {t('retry')}
      </Button>
    </div>
  );
}

/** Rows to come, of the size they will have, so that nothing jumps when they do. */
export function RowSkeletons({ rows, height = 44 }: { rows: number; height?: number }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes.row} style={{ height }}>
          <Skeleton height={12} width={`${34 + ((row * 17) % 30)}%`} radius="sm" />
          <Skeleton height={10} width="18%" radius="sm" />
        </div>
      ))}
    </div>
  );
}
