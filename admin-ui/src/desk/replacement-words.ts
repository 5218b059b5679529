import { t } from '@lingui/core/macro';

import type { ReplacementStatus } from '../gql/graphql';

/** Recorded, awaiting the second, waiting period and in effect are four different words (console.md 1). */
export function replacementStatusWord(status: ReplacementStatus): string {
  const words: Record<ReplacementStatus, string> = {
    AWAITING_CONFIRMATION: t`Menunggu konfirmasi`,
    SUBMITTED: t`Siap`,
    IN_REVIEW: t`Diproses`,
    RETURNED: t`Dikembalikan`,
    AWAITING_SECOND_DECISION: t`Menunggu persetujuan ke-2`,
    WAITING_PERIOD: t`Masa tunggu`,
    APPLIED: t`Berlaku`,
    REJECTED: t`Ditolak`,
    CANCELLED: t`Dibatalkan`,
    EXPIRED: t`Kedaluwarsa`,
    UNDONE: t`Dipulihkan`,
  };
  return words[status] ?? status;
}
