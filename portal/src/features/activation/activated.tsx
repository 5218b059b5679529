import { Trans, useLingui } from '@lingui/react/macro';

import { knownIdentifier } from '../../platform/known-identifier.ts';
import { Link } from '../../platform/router.tsx';
import { Page } from '../../ui/page.tsx';

export function Activated({ username }: { username: string }) {
  const { t } = useLingui();
  return (
    <Page key="done" title={t`Akun Anda sudah aktif`}>
      <div className="good">
        <p>
          <Trans>Username:</Trans> <span className="value">{username}</span>
        </p>
      </div>
      <p>
        <Trans>
          Masuklah dengan username itu, atau dengan kontak yang baru saja terbukti, dan kata sandi Anda.
          Username ini juga kami kirimkan kepada Anda.
        </Trans>
      </p>
      <Link to="/masuk" className="button main" onClick={() => knownIdentifier.set({ identifier: username })}>
        <Trans>Masuk</Trans>
      </Link>
    </Page>
  );
}
