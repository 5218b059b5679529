import { t } from '@lingui/core/macro';

/** Words that mean something exact at this desk. */
export const glossary = (): readonly (readonly [string, string])[] => [
  [t`Permohonan`, t`Permintaan mengganti email yang tidak aktif lagi. Nomornya diawali EML-.`],
  [t`Menunggu persetujuan ke-2`, t`Sudah diputus satu orang; belum berlaku sebelum orang kedua setuju.`],
  [t`Masa tunggu`, t`Sudah disetujui, belum berlaku; pemilik lama masih dapat menghentikannya.`],
  [t`Berlaku`, t`Email baru sudah dipakai. Pemilik lama dapat memulihkannya selama beberapa hari.`],
  [
    t`Periksa ulang`,
    t`Uji petik: keputusan satu orang yang terundi dinilai sekali lagi oleh rekan yang belum melihatnya.`,
  ],
  [t`Belum aktif`, t`Pendaftaran selesai, tetapi tautan atau kode aktivasi belum dipakai.`],
  [t`Sampai`, t`Pesan tiba di kotak surat atau ponsel. Belum tentu dibaca.`],
  [
    t`Tersamar`,
    t`Sebagian huruf atau angka diganti titik. Data asli hanya lewat Lihat data, dengan alasan, dan tercatat.`,
  ],
  [t`Verifikasi`, t`Kode autentikator yang baru saja dimasukkan; diperlukan untuk memutus dan melihat data.`],
];
