import type { ReactNode } from 'react';

/** What every field of a form has. */
export interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
  /** The label stands before the field: where height is dear. */
  readonly inline?: boolean;
}

// The label already says what is asked; a star would only be read out.
export const QUIET = { withAsterisk: false, size: 'sm', spellCheck: false } as const;
