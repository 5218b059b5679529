import type { InputHTMLAttributes, ReactNode } from 'react';

import { idOf, useFault } from './faults.ts';

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'name'> {
  /** The path in the operation's input, by which a refusal finds this field. */
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Said while typing, to help; it never stops anybody. */
  readonly help?: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Label above, hint below it, what is wrong between hint and field; a native input. */
export function TextField({ name, label, hint, help, value, onChange, ...input }: TextFieldProps) {
  const id = idOf(name);
  const fault = useFault(name);
  const described = [hint && `${id}-hint`, fault && `${id}-fault`, help && `${id}-help`].filter(Boolean);
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
      <input
        id={id}
        name={name}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        aria-describedby={described.join(' ') || undefined}
        aria-invalid={fault ? true : undefined}
        {...input}
      />
      {help && (
        <span className="help" id={`${id}-help`}>
          {help}
        </span>
      )}
    </div>
  );
}
