import { useQuery } from '@apollo/client/react';

import { QueueCountsDocument, type QueueCountsQuery } from '../gql/graphql';
import { IN_BACKGROUND } from './session-times';
import { usePolling } from './use-polling';

export type QueueCounts = QueueCountsQuery['queueCounts'];

/**
 * How much waits in each view, asked for by the menu, which stands beside every page. Null until it is known, and for those
 * whom the queue does not concern.
 */
export function usePolledQueueCounts(concerned = true): QueueCounts | null {
  const { data } = useQuery(QueueCountsDocument, {
    pollInterval: usePolling(),
    context: IN_BACKGROUND,
    skip: !concerned,
  });
  return data?.queueCounts ?? null;
}

/** The same as the menu knows it; a page that asked too would ask twice. */
export function useQueueCounts(): QueueCounts | null {
  const { data } = useQuery(QueueCountsDocument, { fetchPolicy: 'cache-only' });
  return data?.queueCounts ?? null;
}
