import { t } from '@lingui/core/macro';

import type { AccountStatus } from '../../gql/graphql';

export const NEEDS = ['PASSWORD', 'ACCOUNT', 'EMAIL', 'ACTIVATION'] as const;
export type Need = (typeof NEEDS)[number];

export function needWord(need: Need): string {
  const words: Record<Need, string> = {
    PASSWORD: t`Lupa kata sandi`,
    ACCOUNT: t`Lupa akun`,
    EMAIL: t`Email tidak aktif`,
    ACTIVATION: t`Belum aktivasi`,
  };
  return words[need];
}

/** A sentence to say on the telephone. */
export function sayingFor(need: Need, status: AccountStatus): string {
  if (status === 'BLOCKED')
    return t`“Akun ini diblokir. Surat keputusannya menyebut alasan dan kantor yang dapat Anda hubungi.”`;
  if (status === 'CLOSED')
    return t`“Akun ini sudah ditutup dan tidak dapat dipakai lagi. Bila bukan Anda yang memintanya, sampaikan ke kantor kami dengan membawa KTP.”`;
  if (need === 'PASSWORD')
    return t`“Buka Lupa kata sandi di portal, isi username Anda, lalu pilih WhatsApp atau email yang masih aktif. Kami tidak pernah meminta kata sandi atau kode Anda.”`;
  if (need === 'ACCOUNT')
    return t`“Buka Lupa akun di portal dan isi NIK Anda. Username dikirim ke WhatsApp atau email yang terdaftar.”`;
  if (need === 'EMAIL')
    return t`“Bila WhatsApp Anda masih terdaftar, Lupa kata sandi lewat WhatsApp lebih cepat. Bila tidak, ajukan Email tidak aktif di portal; siapkan KTP. Petugas memeriksanya dan pemilik lama diberi tahu.”`;
  return status === 'AWAITING_ACTIVATION'
    ? t`“Saya kirim ulang tautan aktivasinya. Periksa juga folder Spam dan Promosi, lalu tekan tombol di halaman itu.”`
    : t`“Akun Anda sudah aktif. Bila tidak dapat masuk, gunakan Lupa kata sandi.”`;
}
