import { Trans, useLingui } from '@lingui/react/macro';

import { Link } from '../../platform/router.tsx';
import { useSession } from '../../platform/session.ts';
import { Page } from '../../ui/page.tsx';

export function StartPage() {
  const { t } = useLingui();
  const signedIn = useSession().idleUntil !== null;
  return (
    <Page title={t`Akun untuk perizinan berusaha`}>
      <p>
        <Trans>
          Satu akun OSS (perizinan berusaha terintegrasi secara elektronik) untuk semua izin usaha Anda.
          Daftar sekali, lalu masuk kapan saja.
        </Trans>
      </p>
      {signedIn ? (
        <Link to="/akun" className="button main">
          <Trans>Buka akun saya</Trans>
        </Link>
      ) : (
        <>
          <Link to="/daftar" className="button main">
            <Trans>Daftar</Trans>
          </Link>
          <Link to="/masuk" className="button">
            <Trans>Masuk</Trans>
          </Link>
        </>
      )}
      <Link to="/bantuan" className="button">
        <Trans>Butuh bantuan?</Trans>
      </Link>
      <p className="quiet">
        <Trans>
          Sudah mendaftar tetapi belum aktif? <Link to="/aktivasi">Aktifkan akun</Link>.
        </Trans>
      </p>
    </Page>
  );
}
