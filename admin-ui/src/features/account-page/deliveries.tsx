import { useQuery } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';

import { DeliveryDetail } from '../../desk/delivery-detail';
import { DeliveryTable } from '../../desk/delivery-table';
import { IN_BACKGROUND } from '../../desk/session-times';
import { AccountDeliveriesDocument } from '../../gql/graphql';
import { Empty, Failed, Loading } from '../../ui/states';

const EVERY_MS = 20_000;

export function AccountDeliveries({ id }: { id: string }) {
  const [openId, setOpenId] = useState<string | null>(null);
  const { data, loading, error, refetch } = useQuery(AccountDeliveriesDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    pollInterval: EVERY_MS,
    context: IN_BACKGROUND,
  });
  const deliveries = data?.account?.deliveries.items;
  const open = deliveries?.find((one) => one.id === openId);
  return (
    <>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!deliveries && loading && <Loading rows={6} />}
      {open && <DeliveryDetail delivery={open} onClose={() => setOpenId(null)} />}
      {deliveries?.length === 0 && (
        <Empty title={<Trans>Belum ada pesan untuk akun ini</Trans>}>
          <Trans>Pesan muncul di sini begitu masuk antrean.</Trans>
        </Empty>
      )}
      {deliveries && deliveries.length > 0 && (
        <DeliveryTable
          deliveries={deliveries}
          outdated={error !== undefined}
          selected={open?.id}
          onOpen={({ id: chosen }) => setOpenId(chosen === openId ? null : chosen)}
        />
      )}
    </>
  );
}
