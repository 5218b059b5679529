import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';

import { idOf } from './faults.ts';
import { TextField } from './text-field.tsx';

interface PasswordFieldProps {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly kind: 'current-password' | 'new-password';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One field with "show" instead of typing it twice; pasting and password managers work (R32). */
export function PasswordField({ kind, ...field }: PasswordFieldProps) {
  const { t } = useLingui();
  const [shown, setShown] = useState(false);
  return (
    <div className="password">
      <TextField
        {...field}
        type={shown ? 'text' : 'password'}
        autoComplete={kind}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      />
      {/* A page may have two of them. */}
      <button type="button" aria-describedby={`${idOf(field.name)}-label`} onClick={() => setShown(!shown)}>
        {shown ? t`Sembunyikan kata sandi` : t`Lihat kata sandi`}
      </button>
    </div>
  );
}
