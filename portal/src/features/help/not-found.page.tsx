import { Trans, useLingui } from '@lingui/react/macro';

import { Link } from '../../platform/router.tsx';
import { Page } from '../../ui/page.tsx';

export function NotFoundPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Halaman ini tidak ada`}>
      <p>
        <Trans>
          Mungkin alamatnya terpotong. Buka lagi tautan dari pesan Anda, atau mulai dari halaman depan.
        </Trans>
      </p>
      <Link to="/" className="button main">
        <Trans>Halaman depan</Trans>
      </Link>
    </Page>
  );
}
