import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { type Channel, SendAccountReminderDocument } from '../../gql/graphql.ts';
import { useCommand } from '../../platform/command.ts';
import { request } from '../../platform/request.ts';
import { Link } from '../../platform/router.tsx';
import { refusal } from '../../platform/sentences.ts';
import { FailureSummary } from '../../ui/failure-summary.tsx';
import { MessageHint } from '../../ui/message-hint.tsx';
import { Page } from '../../ui/page.tsx';
import { accountStatus } from './account-status.ts';
import type { Found } from './forgotten-account.page.tsx';

interface FoundAccountsProps {
  readonly accounts: Found;
  readonly onAgain: () => void;
}

export function FoundAccounts({ accounts, onAgain }: FoundAccountsProps) {
  const { t } = useLingui();
  if (accounts.length === 0) return <NothingToShow onAgain={onAgain} />;
  return (
    <Page key="found" title={t`Akun yang cocok`}>
      {accounts.map((account) => (
        <OneAccount key={account.lookupId} account={account} />
      ))}
      <Link to="/masuk" className="button">
        <Trans>Masuk</Trans>
      </Link>
    </Page>
  );
}

function OneAccount({ account }: { account: Found[number] }) {
  const command = useCommand();
  const [sent, setSent] = useState('');
  const remind = async (channel: Channel) => {
    const input = { lookupId: account.lookupId, channel };
    const { sendAccountReminder: outcome } = await request(SendAccountReminderDocument, { input });
    if (outcome.__typename !== 'AccountReminderRequested') throw refusal(outcome, '', 'MESSAGE');
    setSent(outcome.message);
  };
  return (
    <section aria-label={account.username}>
      <h2>{account.username}</h2>
      <p className="quiet">{accountStatus(account.status)}</p>
      <FailureSummary command={command} />
      <div role="status">{sent && <p className="good">{sent}</p>}</div>
      {sent ? (
        <MessageHint />
      ) : (
        account.contacts.map(({ channel, value }) => (
          <button
            key={value}
            type="button"
            aria-disabled={command.working}
            onClick={() => void command.run(() => remind(channel))}
          >
            {channel === 'EMAIL' ? (
              <Trans>Kirim username ke email {value}</Trans>
            ) : (
              <Trans>Kirim username ke WhatsApp {value}</Trans>
            )}
          </button>
        ))
      )}
    </section>
  );
}

/** The same for a wrong number and for nobody. */
function NothingToShow({ onAgain }: { onAgain: () => void }) {
  const { t } = useLingui();
  return (
    <Page key="none" title={t`Tidak ada yang dapat ditampilkan`}>
      <p>
        <Trans>
          Mungkin nomornya berbeda, jawaban tentang NIB tidak sesuai, atau belum ada akun. Periksa angkanya,
          lalu pilih:
        </Trans>
      </p>
      <button type="button" className="main" onClick={onAgain}>
        <Trans>Cari lagi</Trans>
      </button>
      <Link to="/daftar" className="button">
        <Trans>Daftar</Trans>
      </Link>
      <Link to="/bantuan" className="button">
        <Trans>Bantuan</Trans>
      </Link>
    </Page>
  );
}
