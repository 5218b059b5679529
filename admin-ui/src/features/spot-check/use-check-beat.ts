import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect } from 'react';

import { HEARTBEAT_MS, isLingering } from '../../desk/heartbeat';
import { IN_BACKGROUND } from '../../desk/session-times';
import { ExtendSpotCheckDocument } from '../../gql/graphql';
import type { Check } from './use-spot-check';

/** Keeps a check as long as its page is open; `onLost` when somebody else may have it. */
export function useCheckBeat(
  check: Check | null,
  onKept: (takenUntil: string) => void,
  onLost: () => void,
): void {
  const client = useApolloClient();
  const id = check?.id;
  const beat = useCallback(
    async (checkId: string) => {
      const extend = { mutation: ExtendSpotCheckDocument, variables: { checkId }, context: IN_BACKGROUND };
      try {
        const { data } = await client.mutate({ ...extend, fetchPolicy: 'no-cache' });
        if (data?.extendSpotCheck) onKept(data.extendSpotCheck);
        else onLost();
      } catch {
        // It outlives a short silence, and the banner says that the line is down.
      }
    },
    [client, onKept, onLost],
  );
  const comesBack = check !== null && isLingering(check.takenUntil);
  useEffect(() => {
    if (!id) return undefined;
    if (comesBack) void beat(id);
    const timer = setInterval(() => void beat(id), HEARTBEAT_MS);
    return () => clearInterval(timer);
  }, [id, comesBack, beat]);
}
