import { Trans } from '@lingui/react/macro';

import { Link } from '../../platform/router.tsx';

/** What an owner does next, whatever became of the link. */
export function AfterTheLink() {
  return (
    <>
      <p>
        <Trans>
          Seseorang mengetahui data Anda. Buatlah kata sandi baru, dan beri tahu DPMPTSP (dinas perizinan)
          setempat.
        </Trans>
      </p>
      <Link to="/lupa-kata-sandi" className="button main">
        <Trans>Buat kata sandi baru</Trans>
      </Link>
    </>
  );
}

export function IncompleteLink() {
  return (
    <p>
      <Trans>
        Buka sekali lagi tautan dari pesan kami. Bila tetap begini, segera hubungi DPMPTSP (dinas perizinan)
        setempat.
      </Trans>
    </p>
  );
}
