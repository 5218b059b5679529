import { t } from '@lingui/core/macro';

import type { Reason } from './answers.ts';

export const reasons = (): Readonly<Record<Reason, string>> => ({
  TYPO: t`Salah ketik saat mendaftar`,
  COMPANY_EMAIL: t`Email pribadi diganti email perusahaan`,
  MADE_BY_OTHERS: t`Akun dibuatkan orang lain dengan email mereka`,
  FORGOTTEN: t`Lupa emailnya atau kata sandi email itu`,
  STOLEN: t`Email diretas atau diambil orang`,
  INACTIVE: t`Email sudah dihapus atau tidak aktif`,
});
