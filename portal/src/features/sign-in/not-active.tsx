import { Trans, useLingui } from '@lingui/react/macro';

import type { LoginMutation } from '../../gql/graphql.ts';
import { Link } from '../../platform/router.tsx';
import { Page } from '../../ui/page.tsx';

export type NotActivated = Extract<LoginMutation['login'], { __typename: 'AccountNotActivated' }>;

/** Said after the right password only. */
export function NotActive({ outcome }: { outcome: NotActivated }) {
  const { t } = useLingui();
  return (
    <Page title={t`Akun Anda belum aktif`}>
      <p>{outcome.message}</p>
      <ul>
        {outcome.contacts.map(({ channel, value }) => (
          <li key={value}>
            {channel === 'EMAIL' ? <Trans>email {value}</Trans> : <Trans>WhatsApp {value}</Trans>}
          </li>
        ))}
      </ul>
      <Link to="/aktivasi" className="button main">
        <Trans>Saya punya kodenya</Trans>
      </Link>
      <Link to="/aktivasi/kirim-ulang" className="button">
        <Trans>Kirim ulang pesan aktivasi</Trans>
      </Link>
      <Link to="/aktivasi/ubah-kontak" className="button">
        <Trans>Kontaknya salah ketik</Trans>
      </Link>
    </Page>
  );
}
