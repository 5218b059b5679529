import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useSearch } from '@tanstack/react-router';

import type { Reason } from '../../desk/ending';
import { Frame } from './frame';
import styles from './sign-in.module.css';

export function SignedOutPage() {
  const { t } = useLingui();
  const { sebab } = useSearch({ from: '/keluar' });
  const said: Record<Reason, string> = {
    sendiri: t`Anda keluar dari konsol. Tidak ada data yang tertinggal di layar ini.`,
    diam: t`Sesi berakhir karena lama tidak ada kegiatan. Ini melindungi data di layar yang ditinggalkan.`,
    batas: t`Sesi mencapai batas satu hari kerja.`,
    'di-tempat-lain': t`Sesi ini diakhiri dari tempat lain. Jika bukan Anda, beri tahu admin kantor Anda.`,
    peran: t`Peran atau kantor Anda berubah. Masuk lagi untuk melanjutkan dengan yang baru.`,
    nonaktif: t`Admin menonaktifkan akun petugas ini, maka sesi berakhir. Permohonan di tangan Anda kembali ke antrean; catatan dan centang Anda tersimpan. Hubungi admin kantor Anda.`,
  };
  return (
    <Frame title={t`Anda sudah keluar`}>
      <p>{said[sebab]}</p>
      <p>
        <Link to="/masuk" search={{}} className={styles.again}>
          <Trans>Masuk lagi</Trans>
        </Link>
      </p>
    </Frame>
  );
}
