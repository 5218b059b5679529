import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';

import { DeliveryList } from '../../desk/delivery-list';
import styles from '../../desk/evidence.module.css';
import { IN_BACKGROUND } from '../../desk/session-times';
import { usePolling } from '../../desk/use-polling';
import { CaseDeliveriesDocument } from '../../gql/graphql';

const NOTHING = { items: [], hasNextPage: false };

/** What was sent to the owner of the account: whether the old channels were told, and got it. */
export function CaseDeliveries({ ticket }: { ticket: string }) {
  const { t } = useLingui();
  const { data, loading, error, refetch, fetchMore } = useQuery(CaseDeliveriesDocument, {
    variables: { ticket },
    fetchPolicy: 'cache-and-network',
    pollInterval: usePolling(),
    context: IN_BACKGROUND,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls has to be reachable by the keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={t`Pengiriman akun ini`}>
      <DeliveryList
        page={data && (data.replacementRequest?.account?.deliveries ?? NOTHING)}
        {...{ loading, error }}
        onRetry={() => void refetch()}
        onMore={(after) => void fetchMore({ variables: { after } })}
      />
    </section>
  );
}
