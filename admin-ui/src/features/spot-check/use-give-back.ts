import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef } from 'react';

import { ReleaseSpotCheckDocument } from '../../gql/graphql';

/** Gives a check back when its page is left, and when the answer is called. */
export function useGiveBack(id: string | undefined): (checkId: string) => Promise<void> {
  const client = useApolloClient();
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const giveBack = useCallback(
    async (checkId: string, mayReturn = false) => {
      // Sent to its end though the tab is gone. Not given back after all, it falls to the next one with the lease.
      const context = { fetchOptions: { keepalive: true } };
      const release = { mutation: ReleaseSpotCheckDocument, variables: { checkId, mayReturn }, context };
      await client.mutate({ ...release, fetchPolicy: 'no-cache' }).catch(() => undefined);
    },
    [client],
  );
  useEffect(() => {
    clearTimeout(leaving.current);
    if (!id) return undefined;
    const leave = () => void giveBack(id);
    // Nothing tells a page that is closed from one that is loaded again: the check outlives both by a minute.
    const hide = () => void giveBack(id, true);
    window.addEventListener('pagehide', hide);
    return () => {
      window.removeEventListener('pagehide', hide);
      // A moment later, since React's strict mode leaves each page once on trial.
      leaving.current = setTimeout(leave, 0);
    };
  }, [giveBack, id]);
  return giveBack;
}
