import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { LogoutDocument } from '../../gql/graphql.ts';
import { useCommand } from '../../platform/command.ts';
import { request } from '../../platform/request.ts';
import { Link } from '../../platform/router.tsx';
import { endSession } from '../../platform/session.ts';
import { Form } from '../../ui/form.tsx';
import { Page } from '../../ui/page.tsx';

/** Opening this address ends nothing; its button does. */
export function SignOutPage() {
  const { t } = useLingui();
  const command = useCommand();
  const [out, setOut] = useState(false);
  const leave = async () => {
    await request(LogoutDocument);
    endSession();
    setOut(true);
  };
  if (out)
    return (
      <Page key="out" title={t`Anda sudah keluar`}>
        <p>
          <Trans>Tidak ada data akun yang tertinggal di halaman ini.</Trans>
        </p>
        <Link to="/masuk" className="button main">
          <Trans>Masuk lagi</Trans>
        </Link>
      </Page>
    );
  return (
    <Page title={t`Keluar dari akun?`} back="/akun">
      <Form command={command} onSubmit={leave} button={<Trans>Keluar</Trans>} />
    </Page>
  );
}
