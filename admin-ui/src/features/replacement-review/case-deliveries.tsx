import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { DeliveryDetail } from '../../desk/delivery-detail';
import { DeliveryTable } from '../../desk/delivery-table';
import styles from '../../desk/evidence.module.css';
import { IN_BACKGROUND } from '../../desk/session-times';
import { usePolling } from '../../desk/use-polling';
import { CaseDeliveriesDocument } from '../../gql/graphql';
import { Empty, Failed, Loading } from '../../ui/states';

/** What was sent to the owner of the account: whether the old channels were told, and got it. */
export function CaseDeliveries({ ticket }: { ticket: string }) {
  const { t } = useLingui();
  const [openId, setOpenId] = useState<string | null>(null);
  const { data, loading, error, refetch } = useQuery(CaseDeliveriesDocument, {
    variables: { ticket },
    fetchPolicy: 'cache-and-network',
    pollInterval: usePolling(),
    context: IN_BACKGROUND,
  });
  const deliveries = data ? (data.replacementRequest?.account?.deliveries.items ?? []) : undefined;
  const open = deliveries?.find(({ id }) => id === openId);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls has to be reachable by the keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={t`Pengiriman akun ini`}>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!deliveries && loading && <Loading rows={4} />}
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
          onOpen={({ id }) => setOpenId(id === openId ? null : id)}
        />
      )}
    </section>
  );
}
