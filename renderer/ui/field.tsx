import { TextInput, type TextInputProps } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './field.module.css';

/** What stands at the right end of a field's label: a hint, or what is missing. */
export function FieldLabel({ label, aside, missing }: { label: string; aside?: ReactNode; missing?: string | null }) {
  return (
    <span className={classes.label}>
      <span className="ellipsis">{label}</span>
      {missing ? (
        <span className={classes.missing} title={missing}>
          {missing}
        </span>
      ) : (
        aside !== undefined && <span>{aside}</span>
      )}
    </span>
  );
}

type FieldProps = Omit<TextInputProps, 'label' | 'onChange' | 'value' | 'error'> & {
  /** The accessible name and the visible label. */
  label: string;
  value: string;
  onText: (text: string) => void;
  aside?: ReactNode;
  /** Said beside the label in amber: what the field still lacks, with its clause. */
  missing?: string | null;
};

/** A labelled line of text. Its name is the label alone; hints beside it are a description. */
export function Field({ label, value, onText, aside, missing, ...rest }: FieldProps) {
  return (
    <div className={classes.field} data-missing={missing ? true : undefined}>
      <TextInput
        aria-label={label}
        label={<FieldLabel label={label} aside={aside} missing={missing ?? null} />}
        value={value}
        title={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onText(event.currentTarget.value)}
        {...rest}
      />
    </div>
  );
}
