import { useLingui } from '@lingui/react/macro';

import { Card, Facts } from '../../ui/page';
import { Time } from '../../ui/time';
import type { Act, OneAccount } from './act';
import { ContactLine } from './contact-line';
import { NeedsCard } from './needs-card';
import { PendingNotice } from './pending-notice';

export function Summary({ account, onAct }: { account: OneAccount; onAct: (act: Act) => void }) {
  const { t } = useLingui();
  return (
    <>
      <PendingNotice id={account.id} />
      <Card title={t`Data akun`}>
        <Facts
          facts={[
            [t`Username`, account.username],
            [t`Nama`, account.fullName],
            [
              t`NIK`,
              <span key="nik" className="number">
                {account.nik ?? '–'}
              </span>,
            ],
            [
              t`NIB`,
              <span key="nib" className="number">
                {account.nib ?? t`Belum punya`}
              </span>,
            ],
            [t`Email`, <ContactLine key="email" contact={account.email} />],
            [t`WhatsApp`, <ContactLine key="whatsapp" contact={account.whatsapp} />],
            [t`Wilayah`, account.regionName ?? '–'],
            [t`Dibuat`, <Time key="created" at={account.createdAt} form="day" />],
            [
              t`Diaktifkan`,
              account.activatedAt ? <Time key="activated" at={account.activatedAt} /> : t`Belum`,
            ],
          ]}
        />
      </Card>
      <NeedsCard account={account} onAct={onAct} />
    </>
  );
}
