import { Trans, useLingui } from '@lingui/react/macro';

import { useEffect } from 'react';

import { ActivateAccountDocument } from '../../gql/graphql.ts';
import { useAnswers } from '../../platform/kept-answers.ts';
import { request } from '../../platform/request.ts';
import { Link, usePath } from '../../platform/router.tsx';
import { LinkPage, type OpenedLink, type Spent } from '../../ui/link-page.tsx';
import { Activated } from './activated.tsx';
import { activatedAs } from './activated-as.ts';
import { CodeActivation } from './code-activation.tsx';
import { ContactCorrectionPage } from './contact-correction.page.tsx';
import { ResendPage } from './resend.page.tsx';

/** All pages below `/aktivasi`. */
export function ActivationPages() {
  const path = usePath();
  if (path === '/aktivasi/kirim-ulang') return <ResendPage />;
  if (path === '/aktivasi/ubah-kontak') return <ContactCorrectionPage />;
  return <ActivationPage />;
}

function ActivationPage() {
  const { t } = useLingui();
  const [{ username }] = useAnswers(activatedAs);
  useEffect(() => () => activatedAs.forget(), []);
  if (username) return <Activated username={username} />;
  return (
    <LinkPage
      title={t`Aktifkan akun Anda`}
      explained={
        <>
          <p>
            <Trans>
              Tekan tombol untuk menyelesaikan pendaftaran. Membuka halaman ini saja belum mengubah apa pun.
            </Trans>
          </p>
          <p className="quiet">
            <Trans>Bukan Anda yang mendaftar? Tutup halaman ini; akun itu tidak akan aktif.</Trans>
          </p>
        </>
      }
      button={<Trans>Aktifkan akun saya</Trans>}
      spend={activate}
      otherwise={
        <>
          <p>
            <Trans>
              Mungkin sudah dipakai, atau diganti oleh pesan yang lebih baru. Bila Anda sudah menekan
              tombolnya, akun mungkin sudah aktif: cobalah masuk.
            </Trans>
          </p>
          <Link to="/aktivasi/kirim-ulang" className="button main">
            <Trans>Minta tautan baru</Trans>
          </Link>
          <Link to="/masuk" className="button">
            <Trans>Masuk</Trans>
          </Link>
        </>
      }
      withoutToken={{ title: t`Aktifkan akun dengan kode`, body: <CodeActivation /> }}
    />
  );
}

async function activate(input: OpenedLink): Promise<Spent> {
  const { activateAccount: outcome } = await request(ActivateAccountDocument, { input });
  return outcome.__typename === 'AccountActivated'
    ? { done: <Activated username={outcome.username} /> }
    : outcome;
}
