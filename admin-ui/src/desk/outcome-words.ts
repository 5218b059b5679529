import { t } from '@lingui/core/macro';

import type { Verdict } from '../gql/graphql';
import { verdictWord } from './replacement-words';

/** How a case came out: its reason, or the verdict that has none; one newer than this console is shown as it is called. */
export function outcomeWord(outcome: string): string {
  const words: Readonly<Record<string, string>> = {
    NO_MATCHING_ACCOUNT: t`Akun tidak ditemukan`,
    IDENTITY_NOT_PROVEN: t`Identitas tidak terbukti`,
    NOT_AUTHORISED: t`Pemohon tidak berwenang`,
    EMAIL_IN_USE: t`Email baru sudah dipakai`,
    NOT_NEEDED: t`Tidak diperlukan lagi`,
    SUSPECTED_FRAUD: t`Indikasi penipuan`,
    UNREADABLE: t`Dokumen tidak terbaca`,
    DOCUMENT_MISSING: t`Dokumen kurang`,
    WRONG_DOCUMENT: t`Dokumen keliru`,
    ENDED: t`Selesai di meja petugas`,
    RETURNED_BY_SECOND: t`Dikembalikan ke-2`,
  };
  return words[outcome] ?? verdictWord(outcome as Verdict);
}
