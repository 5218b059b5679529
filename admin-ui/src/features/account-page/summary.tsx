import { useLingui } from '@lingui/react/macro';

import { replacementStatusWord } from '../../desk/replacement-words';
import { Notice } from '../../ui/notice';
import { Card, Facts } from '../../ui/page';
import { Time } from '../../ui/time';
import type { Act, OneAccount } from './act';
import { ContactLine } from './contact-line';
import { NeedsCard } from './needs-card';

export function Summary({ account, onAct }: { account: OneAccount; onAct: (act: Act) => void }) {
  const { t } = useLingui();
  const { pendingReplacement: pending } = account;
  return (
    <>
      {pending && (
        <Notice tone="warn" title={t`Ganti email: ${replacementStatusWord(pending.status)}`}>
          <span className="number">{pending.ticket}</span>
          {pending.effectiveAt && (
            <>
              {' · '}
              {t`masa tunggu s.d.`} <Time at={pending.effectiveAt} />
            </>
          )}
        </Notice>
      )}
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
