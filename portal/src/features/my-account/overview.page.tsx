import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';

import { Link } from '../../platform/router.tsx';
import { Page } from '../../ui/page.tsx';
import type { Me } from './account.ts';

export interface AccountPageProps {
  readonly me: Me;
  readonly reload: () => Promise<void>;
}

export function OverviewPage({ me }: AccountPageProps) {
  const { t } = useLingui();
  return (
    <Page title={t`Akun saya`}>
      <Facts me={me} />
      <ul className="more">
        <li>
          <Link to="/akun/ubah">
            <Trans>Ubah nama, alamat, dan nomor</Trans>
          </Link>
        </li>
        <li>
          <Link to="/akun/kontak">
            <Trans>Email dan WhatsApp</Trans>
          </Link>
        </li>
        <li>
          <Link to="/akun/keamanan">
            <Trans>Kata sandi dan perangkat</Trans>
          </Link>
        </li>
        <li>
          <Link to="/akun/riwayat">
            <Trans>Riwayat akun</Trans>
          </Link>
        </li>
      </ul>
      <Link to="/keluar" className="button">
        <Trans>Keluar</Trans>
      </Link>
    </Page>
  );
}

function Facts({ me }: { me: Me }) {
  const { t } = useLingui();
  const { address } = me;
  const place =
    address && [address.street, address.regionName, address.postalCode].filter(Boolean).join(', ');
  return (
    <dl className="facts">
      <Fact name="Username">{me.username}</Fact>
      <Fact name={t`Nama`}>{me.fullName}</Fact>
      {me.entity && <Fact name={t`Badan usaha`}>{me.entity.name}</Fact>}
      <Fact name="Email">
        <Proven contact={me.email} />
      </Fact>
      <Fact name="WhatsApp">
        <Proven contact={me.whatsapp} />
      </Fact>
      {me.nik && <Fact name="NIK">{me.nik}</Fact>}
      <Fact name="NPWP">{me.npwp ?? me.entity?.npwp ?? <Trans>belum ada</Trans>}</Fact>
      <Fact name="NIB">{me.nib ?? <Trans>belum ada</Trans>}</Fact>
      <Fact name={t`Alamat`}>{place}</Fact>
    </dl>
  );
}

export function Proven({ contact }: { contact: Me['email'] }) {
  if (!contact) return <Trans>belum ada</Trans>;
  return (
    <>
      {contact.value}{' '}
      <span className="quiet">
        {contact.verifiedAt ? <Trans>✓ terbukti</Trans> : <Trans>belum terbukti</Trans>}
      </span>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
