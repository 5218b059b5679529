import type { ReactNode, SelectHTMLAttributes } from 'react';

import { idOf, useFault } from './faults.ts';

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
  const id = idOf(name);
  const fault = useFault(name);
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean);
  return (
    <div className={fault ? 'field at-fault' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {fault && (
        <span className="fault" id={`${id}-fault`}>
          {fault}
        </span>
      )}
      <select
        id={id}
        name={name}
        onChange={(event) => onChange(event.currentTarget.value)}
        aria-describedby={described.join(' ') || undefined}
        aria-invalid={fault ? true : undefined}
        {...select}
      >
        <option value="">{none}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
