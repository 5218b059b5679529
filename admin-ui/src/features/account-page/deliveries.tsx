import { useQuery } from '@apollo/client/react';

import { DeliveryList } from '../../desk/delivery-list';
import { IN_BACKGROUND } from '../../desk/session-times';
import { usePolling } from '../../desk/use-polling';
import { AccountDeliveriesDocument } from '../../gql/graphql';

export function AccountDeliveries({ id }: { id: string }) {
  const { data, loading, error, refetch, fetchMore } = useQuery(AccountDeliveriesDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    pollInterval: usePolling(),
    context: IN_BACKGROUND,
  });
  return (
    <DeliveryList
      page={data?.account?.deliveries}
      {...{ loading, error }}
      onRetry={() => void refetch()}
      onMore={(after) => void fetchMore({ variables: { after } })}
    />
  );
}
