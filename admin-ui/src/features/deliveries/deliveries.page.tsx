import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useContext, useDeferredValue, useState } from 'react';

import { DeliveryDetail } from '../../desk/delivery-detail';
import { DeliveryTable } from '../../desk/delivery-table';
import { Older } from '../../desk/older';
import { IN_BACKGROUND } from '../../desk/session-times';
import { useCalmRows } from '../../desk/use-calm-rows';
import { usePolling } from '../../desk/use-polling';
import { DeliveriesDocument } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { Page } from '../../ui/page';
import { Empty, Failed, Loading, Stale } from '../../ui/states';
import { ZoneContext } from '../../ui/time';
import { DeliveryFilterBar } from './delivery-filter-bar';
import { filterOf } from './delivery-filters';
import { Updated } from './updated';

export function DeliveriesPage() {
  const { t } = useLingui();
  const search = useSearch({ from: '/desk/pengiriman' });
  const navigate = useNavigate({ from: '/pengiriman' });
  const zone = useContext(ZoneContext);
  const filter = filterOf(search, zone);
  const title = t`Pengiriman`;
  return (
    <Page title={title} section={title} actions={<Updated />}>
      <DeliveryFilterBar
        search={search}
        onChange={(next) => void navigate({ search: next, replace: true })}
      />
      <Rows
        key={JSON.stringify(filter)}
        filter={filter}
        filtered={Object.values(search).some(Boolean)}
        onClear={() => void navigate({ search: {}, replace: true })}
      />
    </Page>
  );
}

interface RowsProps {
  readonly filter: ReturnType<typeof filterOf>;
  readonly filtered: boolean;
  readonly onClear: () => void;
}

function Rows({ filter, filtered, onClear }: RowsProps) {
  const [openId, setOpenId] = useState<string | null>(null);
  const { data, loading, error, refetch, fetchMore } = useQuery(DeliveriesDocument, {
    variables: { filter },
    fetchPolicy: 'cache-and-network',
    pollInterval: usePolling(),
    context: IN_BACKGROUND,
  });
  const page = useDeferredValue(data?.deliveries);
  const { rows, waiting, show } = useCalmRows(page?.items);
  const open = rows.find(({ id }) => id === openId);
  if (!page) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading rows={10} />;
  return (
    <>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {open && <DeliveryDetail delivery={open} onClose={() => setOpenId(null)} />}
      <Stale count={waiting} onShow={show} />
      {rows.length === 0 && !loading && <Nothing filtered={filtered} onClear={onClear} />}
      {rows.length > 0 && (
        <DeliveryTable
          deliveries={rows}
          outdated={error !== undefined}
          selected={open?.id}
          onOpen={({ id }) => setOpenId(id === openId ? null : id)}
        />
      )}
      <Older page={page} onMore={(after) => void fetchMore({ variables: { after } })} />
    </>
  );
}

function Nothing({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  return filtered ? (
    <Empty
      title={<Trans>Belum ada pesan untuk filter ini</Trans>}
      actions={
        <Button onClick={onClear}>
          <Trans>Hapus filter</Trans>
        </Button>
      }
    />
  ) : (
    <Empty title={<Trans>Belum ada pesan</Trans>}>
      <Trans>Pesan kepada pelaku usaha muncul di sini begitu masuk antrean.</Trans>
    </Empty>
  );
}
