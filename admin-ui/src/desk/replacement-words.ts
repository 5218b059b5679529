import { t } from '@lingui/core/macro';

import type { ReplacementStatus, Verdict } from '../gql/graphql';
import type { Tone } from '../ui/status-badge';

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

export function replacementTone(status: ReplacementStatus): Tone {
  const tones: Record<ReplacementStatus, Tone> = {
    AWAITING_CONFIRMATION: 'quiet',
    SUBMITTED: 'wait',
    IN_REVIEW: 'wait',
    RETURNED: 'warn',
    AWAITING_SECOND_DECISION: 'warn',
    WAITING_PERIOD: 'warn',
    APPLIED: 'good',
    REJECTED: 'bad',
    CANCELLED: 'quiet',
    EXPIRED: 'quiet',
    UNDONE: 'quiet',
  };
  return tones[status] ?? 'quiet';
}

export function verdictWord(verdict: Verdict): string {
  const words: Record<Verdict, string> = {
    APPROVE: t`Disetujui`,
    REJECT: t`Ditolak`,
    REJECT_AS_FRAUD: t`Ditolak, indikasi penipuan`,
    RETURN: t`Dikembalikan`,
    ESCALATE: t`Dieskalasi`,
  };
  return words[verdict] ?? verdict;
}
