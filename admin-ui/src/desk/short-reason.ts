import { t } from '@lingui/core/macro';

export const LEAST_WORDS = 10;

/** Null: long enough for somebody else to understand later. */
export const shortReason = (reason: string): string | null =>
  reason.trim().length < LEAST_WORDS ? t`Alasan paling sedikit ${LEAST_WORDS} karakter.` : null;
