import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';

import { Link } from '../../platform/router.tsx';
import { Page } from '../../ui/page.tsx';

/** From what somebody sees to the page that mends it. */
export function TriagePage() {
  const { t } = useLingui();
  return (
    <Page title={t`Apa yang tidak berhasil?`} back="/">
      <dl className="facts">
        <Way to="/lupa-kata-sandi" way={t`Atur ulang kata sandi`}>
          <Trans>Saya lupa kata sandi.</Trans>
        </Way>
        <Way to="/lupa-akun" way={t`Cari akun saya`}>
          <Trans>Saya lupa username, email, atau nomor yang terdaftar.</Trans>
        </Way>
        <Way to="/aktivasi/kirim-ulang" way={t`Kirim ulang aktivasi`}>
          <Trans>Pesan aktivasi tidak sampai, atau sudah kedaluwarsa.</Trans>
        </Way>
        <Way to="/aktivasi/ubah-kontak" way={t`Perbaiki kontak`}>
          <Trans>Email atau nomor saya salah ketik saat mendaftar.</Trans>
        </Way>
        <Way to="/email-tidak-aktif" way={t`Ajukan penggantian email`}>
          <Trans>Email yang terdaftar sudah tidak aktif dan saya tidak dapat masuk.</Trans>
        </Way>
      </dl>
      <h2>
        <Trans>Pesan belum sampai?</Trans>
      </h2>
      <p>
        <Trans>
          Periksa Kotak Masuk, Spam, dan Promosi, atau chat WhatsApp. Pesan baru membuat pesan sebelumnya
          tidak berlaku, jadi pakailah yang terakhir.
        </Trans>
      </p>
      <h2>
        <Trans>Bertanya kepada petugas</Trans>
      </h2>
      <p>
        <Trans>
          Datanglah ke DPMPTSP (dinas penanaman modal dan pelayanan terpadu satu pintu) kabupaten atau kota
          Anda dengan KTP. Petugas tidak pernah meminta kata sandi atau kode.
        </Trans>
      </p>
    </Page>
  );
}

function Way({ to, way, children }: { to: string; way: string; children: ReactNode }) {
  return (
    <div>
      <dt>{children}</dt>
      <dd>
        <Link to={to}>{way}</Link>
      </dd>
    </div>
  );
}
