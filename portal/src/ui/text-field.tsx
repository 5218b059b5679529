import type { InputHTMLAttributes, ReactNode } from 'react';

import { FieldFrame } from './field-frame.tsx';

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'name'> {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly help?: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A native input in the frame of all fields. */
export function TextField({ name, label, hint, help, onChange, ...input }: TextFieldProps) {
  return (
    <FieldFrame {...{ name, label, hint, help }}>
      {(tied) => <input {...tied} onChange={(event) => onChange(event.currentTarget.value)} {...input} />}
    </FieldFrame>
  );
}
