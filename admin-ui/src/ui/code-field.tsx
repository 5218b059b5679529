import { useLingui } from '@lingui/react/macro';
import type { ReactNode, Ref } from 'react';

import { TextField } from './text-fields';

interface CodeFieldProps {
  readonly value: string;
  readonly onChange: (code: string) => void;
  readonly error?: ReactNode;
  readonly hint?: ReactNode;
  readonly ref?: Ref<HTMLInputElement>;
}

/** The six digits of an authenticator. One field: it can be pasted into, filled in by a manager and read out at once. */
export function CodeField({ onChange, error, ...rest }: CodeFieldProps) {
  const { t } = useLingui();
  return (
    <TextField
      {...rest}
      label={t`Kode 6 angka dari aplikasi autentikator`}
      error={error || undefined}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={7}
      required
      onChange={(text) => onChange(text.replace(/\D/g, '').slice(0, 6))}
    />
  );
}
