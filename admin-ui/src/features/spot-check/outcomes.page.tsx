import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';

import { Older } from '../../desk/older';
import { IN_BACKGROUND } from '../../desk/session-times';
import { type SpotCheckList, SpotChecksDocument, type SpotChecksQuery } from '../../gql/graphql';
import { Page } from '../../ui/page';
import { Empty, Failed, Loading } from '../../ui/states';
import { Tabs } from '../../ui/tabs';
import { CheckFigures } from './check-figures';
import { OutcomeTable } from './outcome-table';
import { SettlePanel } from './settle-panel';

export function OutcomesPage() {
  const { daftar } = useSearch({ from: '/desk/hasil-periksa-ulang' });
  const list = daftar === 'semua' ? 'CHECKED' : 'DISAGREEING';
  return <Outcomes key={list} list={list} />;
}

/** What second looks came to: differences that wait for a supervisor first. */
export function Outcomes({ list }: { list: SpotCheckList }) {
  const { t } = useLingui();
  const [settling, setSettling] = useState<string | null>(null);
  const { data, loading, error, refetch, fetchMore } = useQuery(SpotChecksDocument, {
    variables: { list },
    fetchPolicy: 'cache-and-network',
    context: IN_BACKGROUND,
  });
  const page = data?.spotChecks;
  const open = page?.items.find(({ id }) => id === settling);
  const settled = () => {
    setSettling(null);
    void refetch();
  };
  const title = t`Hasil periksa ulang`;
  const to = '/hasil-periksa-ulang';
  return (
    <Page title={title} section={title}>
      <Tabs
        label={title}
        tabs={[
          { to: { to, search: {} }, label: t`Berbeda, belum ditindaklanjuti` },
          { to: { to, search: { daftar: 'semua' } }, label: t`Semua` },
        ]}
      />
      {open && (
        <SettlePanel key={open.id} outcome={open} onSettled={settled} onCancel={() => setSettling(null)} />
      )}
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!page && loading && <Loading rows={6} />}
      {page?.items.length === 0 && <NoOutcome list={list} />}
      {page && page.items.length > 0 && (
        <OutcomeTable
          caption={title}
          rows={page.items}
          outdated={error !== undefined}
          onSettle={setSettling}
        />
      )}
      <Older page={page} onMore={(after) => void fetchMore({ variables: { after }, updateQuery: joined })} />
      <CheckFigures />
    </Page>
  );
}

function NoOutcome({ list }: { list: SpotCheckList }) {
  return list === 'DISAGREEING' ? (
    <Empty title={<Trans>Tidak ada perbedaan yang menunggu.</Trans>}>
      <Trans>Perbedaan antara dua pemeriksa muncul di sini sampai seorang pengawas menindaklanjutinya.</Trans>
    </Empty>
  ) : (
    <Empty title={<Trans>Belum ada periksa ulang yang dibuat.</Trans>} />
  );
}

function joined(
  { spotChecks: known }: SpotChecksQuery,
  { fetchMoreResult: { spotChecks: next } }: { fetchMoreResult: SpotChecksQuery },
): SpotChecksQuery {
  return { spotChecks: { ...next, items: [...known.items, ...next.items] } };
}
