import { t } from '@lingui/core/macro';

import type { EntityKind } from '../../gql/graphql.ts';

export const entityKinds = (): readonly (readonly [EntityKind, string])[] => [
  ['PT', t`PT (perseroan terbatas)`],
  ['PT_PERORANGAN', t`PT perorangan`],
  ['CV', t`CV (persekutuan komanditer)`],
  ['FIRMA', t`Firma`],
  ['PERSEKUTUAN_PERDATA', t`Persekutuan perdata`],
  ['KOPERASI', t`Koperasi`],
  ['YAYASAN', t`Yayasan`],
  ['PERKUMPULAN', t`Perkumpulan`],
  ['PERUM', t`Perum (perusahaan umum)`],
  ['BLU', t`BLU (badan layanan umum)`],
  ['BUM_DESA', t`BUM Desa (badan usaha milik desa)`],
  ['OTHER', t`Lainnya`],
];
