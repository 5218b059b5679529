import { t } from '@lingui/core/macro';

import type { ReplacementStatus } from '../../gql/graphql.ts';

interface StatusWords {
  readonly name: string;
  /** What happens next, and who has to do something. */
  readonly next: string;
}

export function statusWords(status: ReplacementStatus): StatusWords {
  switch (status) {
    case 'AWAITING_CONFIRMATION':
      return {
        name: t`Menunggu konfirmasi`,
        next: t`Permohonan belum dikirim. Lanjutkan di perangkat tempat Anda memulainya.`,
      };
    case 'SUBMITTED':
      return {
        name: t`Diterima`,
        next: t`Menunggu giliran diperiksa petugas pada hari kerja. Anda tidak perlu melakukan apa pun.`,
      };
    case 'IN_REVIEW':
    case 'AWAITING_SECOND_DECISION':
      return {
        name: t`Diperiksa`,
        next: t`Petugas sedang memeriksanya. Anda tidak perlu melakukan apa pun.`,
      };
    case 'RETURNED':
      return {
        name: t`Perlu perbaikan`,
        next: t`Petugas meminta sesuatu lagi. Selama itu waktunya berhenti dan tidak ada yang berubah.`,
      };
    case 'WAITING_PERIOD':
      return {
        name: t`Masa tunggu`,
        next: t`Disetujui. Pemilik lama masih dapat menghentikannya sampai waktu di bawah.`,
      };
    case 'APPLIED':
      return {
        name: t`Berlaku`,
        next: t`Email sudah diganti. Buat kata sandi baru lewat Lupa kata sandi dengan email baru.`,
      };
    case 'REJECTED':
      return {
        name: t`Ditolak`,
        next: t`Email tidak diganti. Datanglah ke DPMPTSP (dinas perizinan) setempat dengan KTP, atau ajukan lagi.`,
      };
    case 'CANCELLED':
      return {
        name: t`Dibatalkan`,
        next: t`Permohonan dihentikan dari kontak lama. Bila itu bukan kehendak Anda, datanglah ke DPMPTSP setempat.`,
      };
    case 'EXPIRED':
      return { name: t`Kedaluwarsa`, next: t`Permohonan tidak dilengkapi pada waktunya. Ajukan yang baru.` };
    case 'UNDONE':
      return { name: t`Dipulihkan`, next: t`Email lama dipakai lagi atas permintaan pemiliknya.` };
  }
}
