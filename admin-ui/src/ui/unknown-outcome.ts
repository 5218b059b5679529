import { t } from '@lingui/core/macro';

/** Fails to compile while an outcome is unhandled; at run time lets an older console meet a newer server. */
export function unknownOutcome(outcome: never): string {
  const { message } = outcome as { message?: string };
  return message ?? t`Hasil tidak dikenal. Konsol ini mungkin versi lama. Muat ulang halaman ini.`;
}
