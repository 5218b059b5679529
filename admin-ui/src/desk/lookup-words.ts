import { t } from '@lingui/core/macro';

import type { LookupKind } from '../gql/graphql';

/** What an account is looked up by. */
export function lookupWord(kind: LookupKind): string {
  const words: Record<LookupKind, string> = {
    NIK: t`NIK`,
    NIB: t`NIB`,
    EMAIL: t`Email`,
    PHONE: t`Telepon`,
    TICKET: t`Nomor permohonan`,
    ACCOUNT_ID: t`ID akun`,
    USERNAME: t`Username`,
  };
  return words[kind] ?? kind;
}
