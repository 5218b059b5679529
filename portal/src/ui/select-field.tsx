import type { ReactNode, SelectHTMLAttributes } from 'react';

import { FieldFrame } from './field-frame.tsx';

interface SelectFieldProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'name'> {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** The first, empty line. */
  readonly none: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A native select: every phone shows it as its owner knows it, and letters find an entry on a keyboard. */
export function SelectField({ name, label, hint, none, options, onChange, ...select }: SelectFieldProps) {
  return (
    <FieldFrame {...{ name, label, hint }}>
      {(tied) => (
        <select {...tied} onChange={(event) => onChange(event.currentTarget.value)} {...select}>
          <option value="">{none}</option>
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
