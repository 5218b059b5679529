import { t } from '@lingui/core/macro';

import { refusal } from '../../platform/sentences.ts';

/** Whose account it is stands above: only the password can be wrong here. */
export const wrongPassword = (field: string): Error =>
  refusal(
    {
      message: t`Kata sandi Anda yang sekarang tidak cocok. Mungkin salah ketik: pilih Lihat kata sandi, lalu periksa.`,
    },
    field,
  );
