import { Trans, useLingui } from '@lingui/react/macro';

import { Page } from '../../ui/page.tsx';

export function PrivacyPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Privasi`} back="/">
      <h2>
        <Trans>Yang disimpan</Trans>
      </h2>
      <p>
        <Trans>
          Isian pendaftaran, kontak, dan catatan siapa melakukan apa pada akun Anda. NIK, NPWP, nomor paspor,
          dan tanggal lahir disimpan tersandi. Kata sandi tidak dapat dibaca siapa pun, juga oleh kami.
        </Trans>
      </p>
      <h2>
        <Trans>Untuk apa</Trans>
      </h2>
      <p>
        <Trans>
          Hanya untuk akun perizinan berusaha. NIK, NPWP, dan data badan usaha dicocokkan dengan lembaga yang
          berwenang; kami hanya menerima jawaban cocok atau tidak.
        </Trans>
      </p>
      <h2>
        <Trans>Siapa yang melihat</Trans>
      </h2>
      <p>
        <Trans>
          Anda, dan petugas yang menangani permohonan Anda, dengan data yang disamarkan. Setiap kali petugas
          melihat data Anda secara lengkap, itu tercatat dan tampak pada Riwayat akun.
        </Trans>
      </p>
      <h2>
        <Trans>Di perangkat Anda</Trans>
      </h2>
      <p>
        <Trans>
          Satu cookie untuk sesi masuk, satu cookie acak yang menjaga isian yang belum selesai, dan pilihan
          bahasa. Isian yang belum selesai tersimpan tersegel di tab ini sampai selesai atau tab ditutup; kata
          sandi tidak pernah. Tidak ada pelacak, dan halaman ini tidak memuat apa pun dari pihak lain, kecuali
          pemeriksaan keamanan bila penyelenggara memakai layanan lain untuk itu.
        </Trans>
      </p>
      <h2>
        <Trans>Hak Anda</Trans>
      </h2>
      <p>
        <Trans>
          Melihat, memperbaiki, dan membatasi pemakaian data Anda menurut Undang-Undang Pelindungan Data
          Pribadi (UU 27/2022). Kami menjawab dalam 3 × 24 jam. Mintalah melalui DPMPTSP setempat.
        </Trans>
      </p>
    </Page>
  );
}
