import { t } from '@lingui/core/macro';

import { verdictWord } from '../../desk/replacement-words';
import type { Verdict } from '../../gql/graphql';

/** Ages in working time, reasons, and verdicts that have no reason; one newer than this console is shown as it is called. */
export function labelWord(label: string): string {
  const words: Readonly<Record<string, string>> = {
    '<4h': t`< 4 jam`,
    '4-8h': t`4–8 jam`,
    '1-2d': t`1–2 hk`,
    '>2d': t`> 2 hk`,
    NO_MATCHING_ACCOUNT: t`Akun tidak ditemukan`,
    IDENTITY_NOT_PROVEN: t`Identitas tidak terbukti`,
    NOT_AUTHORISED: t`Pemohon tidak berwenang`,
    EMAIL_IN_USE: t`Email baru sudah dipakai`,
    NOT_NEEDED: t`Tidak diperlukan lagi`,
    SUSPECTED_FRAUD: t`Indikasi penipuan`,
    UNREADABLE: t`Dokumen tidak terbaca`,
    DOCUMENT_MISSING: t`Dokumen kurang`,
    WRONG_DOCUMENT: t`Dokumen keliru`,
  };
  return words[label] ?? verdictWord(label as Verdict);
}
