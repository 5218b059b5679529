import type { ReactNode } from 'react';

import { idOf, useFault } from './faults.ts';

interface FieldFrameProps {
  /** The path in the operation's input, by which a refusal finds this field. */
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Said while typing, to help; it never stops anybody. */
  readonly help?: ReactNode;
  /** The native control, with what ties it to the words around it. */
  readonly children: (tied: Tied) => ReactNode;
}

interface Tied {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** Label above, hint below it, what is wrong between hint and field, help under the field. */
export function FieldFrame({ name, label, hint, help, children }: FieldFrameProps) {
  const id = idOf(name);
  const fault = useFault(name);
  const described = [hint && `${id}-hint`, fault && `${id}-fault`, help && `${id}-help`].filter(Boolean);
  return (
    <div className={fault ? 'field at-fault' : 'field'}>
      <label htmlFor={id} id={`${id}-label`}>
        {label}
      </label>
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
      {children({
        id,
        name,
        'aria-describedby': described.join(' ') || undefined,
        'aria-invalid': fault ? true : undefined,
      })}
      {help && (
        <span className="help" id={`${id}-help`}>
          {help}
        </span>
      )}
    </div>
  );
}
