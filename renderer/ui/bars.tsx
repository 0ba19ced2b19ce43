import type { ComponentType, ReactNode } from 'react';
import { cx } from './class-names.ts';
import classes from './bars.module.css';

/** A bar over the content: what is away and what still works. Announced once. */
export function StatusBar(props: {
  tone: 'warn' | 'last' | 'calm';
  icon: ComponentType<{ size: number; 'aria-hidden': true }>;
  children: ReactNode;
  action?: ReactNode;
}) {
  const { icon: Icon } = props;
  return (
    <div className={cx(classes.bar, classes[props.tone])} role="status">
      <Icon size={18} aria-hidden />
      <span>{props.children}</span>
      {props.action}
    </div>
  );
}
