import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { ResetPasswordDocument } from '../../gql/graphql.ts';
import { request } from '../../platform/request.ts';
import { Link } from '../../platform/router.tsx';
import { refusal } from '../../platform/sentences.ts';
import { endSession } from '../../platform/session.ts';
import { LinkPage, type OpenedLink, type Spent } from '../../ui/link-page.tsx';
import { NewPassword } from '../../ui/new-password.tsx';
import { Page } from '../../ui/page.tsx';
import { whyRefused } from '../../ui/password-rules.ts';

/** Opened by the link of a reset. A password that the policy refuses leaves the link unspent. */
export function NewPasswordPage() {
  const { t } = useLingui();
  const [password, setPassword] = useState('');
  const askAnew = (
    <Link to="/lupa-kata-sandi" className="button main">
      <Trans>Minta tautan baru</Trans>
    </Link>
  );
  return (
    <LinkPage
      title={t`Buat kata sandi baru`}
      explained={
        <p>
          <Trans>
            Setelah disimpan, semua perangkat dikeluarkan dan Anda masuk kembali dengan kata sandi baru. Semua
            kontak Anda kami beri tahu.
          </Trans>
        </p>
      }
      button={<Trans>Simpan kata sandi baru</Trans>}
      fields={<NewPassword name="newPassword" value={password} onChange={setPassword} />}
      spend={(link) => setNew(link, password)}
      otherwise={
        <>
          {askAnew}
          <Link to="/masuk" className="button">
            <Trans>Masuk</Trans>
          </Link>
        </>
      }
      withoutToken={{
        title: t`Tautannya tidak lengkap`,
        body: (
          <>
            <p>
              <Trans>Buka sekali lagi tautan dari pesan kami, atau minta tautan baru.</Trans>
            </p>
            {askAnew}
          </>
        ),
      }}
    />
  );
}

async function setNew(link: OpenedLink, newPassword: string): Promise<Spent> {
  const input = { ...link, newPassword };
  const { resetPassword: outcome } = await request(ResetPasswordDocument, { input });
  switch (outcome.__typename) {
    case 'PasswordReset':
      endSession(); // this browser's too, if it had one
      return { done: <Changed /> };
    case 'PasswordRejected':
      throw refusal({ message: whyRefused(outcome.reasons) }, 'newPassword');
    default:
      return outcome;
  }
}

function Changed() {
  const { t } = useLingui();
  return (
    <Page key="done" title={t`Kata sandi Anda sudah diganti`}>
      <div className="good">
        <p>
          <Trans>Semua perangkat sudah dikeluarkan. Silakan masuk dengan kata sandi baru.</Trans>
        </p>
      </div>
      <Link to="/masuk" className="button main">
        <Trans>Masuk</Trans>
      </Link>
    </Page>
  );
}
