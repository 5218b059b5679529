import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

import { accountTone } from '../../desk/account-tone';
import { accountStatusWord, actorWord } from '../../desk/words';
import { AccountDocument, type AccountFieldsFragment } from '../../gql/graphql';
import { Page } from '../../ui/page';
import { useShortcut } from '../../ui/shortcuts';
import { Failed, Loading, NotFound } from '../../ui/states';
import { StatusBadge } from '../../ui/status-badge';
import { AccountActions } from './account-actions';
import { AccountTabs } from './account-tabs';
import type { Act } from './act';
import { AccountDeliveries } from './deliveries';
import { AccountHistory } from './history';
import { AccountRequests } from './requests';
import { Summary } from './summary';
import { Workplace } from './workplace';

export function AccountPage() {
  const { t } = useLingui();
  const { id } = useParams({ from: '/desk/akun/$id' });
  const { data, loading, error, refetch } = useQuery(AccountDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  // Another account is another page: nothing of the last one, least of all what was revealed of it, may stay.
  if (data?.account) return <Opened key={id} account={data.account} onChanged={() => void refetch()} />;
  const title = t`Akun`;
  return (
    <Page title={title} section={title}>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!error && loading && <Loading rows={8} />}
      {!error && !loading && <NotFound />}
    </Page>
  );
}

function Opened({ account, onChanged }: { account: AccountFieldsFragment; onChanged: () => void }) {
  const { t } = useLingui();
  const [act, setAct] = useState<Act | null>(null);
  const { bagian = 'ringkasan' } = useSearch({ from: '/desk/akun/$id' });
  const navigate = useNavigate({ from: '/akun/$id' });
  const scope = t`Halaman akun`;
  const turnTo = (part: 'pengiriman' | 'riwayat') => () =>
    void navigate({ search: { bagian: part }, replace: true });
  useShortcut({ keys: 'v', label: t`Pengiriman akun ini`, scope, run: turnTo('pengiriman') });
  useShortcut({ keys: 'h', label: t`Riwayat akun ini`, scope, run: turnTo('riwayat') });
  return (
    <Page
      title={account.entityName ?? account.fullName}
      section={t`Akun`}
      aside={
        <>
          <span className="dim">{actorWord(account.actor)}</span>
          <StatusBadge tone={accountTone(account.status)}>{accountStatusWord(account.status)}</StatusBadge>
        </>
      }
      actions={<AccountActions account={account} onAct={setAct} />}
    >
      <Workplace account={account} act={act} onDone={() => setAct(null)} onChanged={onChanged} />
      <AccountTabs id={account.id} />
      {bagian === 'ringkasan' && <Summary account={account} onAct={setAct} />}
      {bagian === 'permohonan' && <AccountRequests id={account.id} />}
      {bagian === 'pengiriman' && <AccountDeliveries id={account.id} />}
      {bagian === 'riwayat' && <AccountHistory id={account.id} />}
    </Page>
  );
}
