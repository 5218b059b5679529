import { useLingui } from '@lingui/react/macro';

import { useAnswers } from '../platform/kept-answers.ts';
import { knownIdentifier } from '../platform/known-identifier.ts';
import { TextField } from './text-field.tsx';

/** The one field for all three names of an account; asked for once in a visit. */
export function IdentifierField() {
  const { t } = useLingui();
  const [{ identifier }, set] = useAnswers(knownIdentifier);
  return (
    <TextField
      name="identifier"
      label={t`Username, email, atau nomor ponsel`}
      value={identifier}
      onChange={(value) => set({ identifier: value })}
      autoComplete="username"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
    />
  );
}
