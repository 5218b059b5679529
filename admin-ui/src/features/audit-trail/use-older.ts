import { useApolloClient } from '@apollo/client/react';
import { useCallback, useRef, useState } from 'react';

import { AuditTrailDocument, type AuditTrailQuery, type AuditTrailQueryVariables } from '../../gql/graphql';

const OLDER = 100;

type AuditPage = AuditTrailQuery['auditTrail'];
type Filter = AuditTrailQueryVariables['filter'];

/** What follows the first page. It belongs to that page alone: a newer first page begins anew, or lines would be missing between. */
interface Older {
  readonly follows: string | null | undefined;
  readonly page: AuditPage;
}

/**
 * The list so far, and how to get more of it. Kept beside the cache: a cache would write and read the whole list again with
 * every hundred lines, which a list of a hundred thousand makes felt at every turn of the wheel.
 */
export function useOlder(filter: Filter, first: AuditPage | undefined) {
  const client = useApolloClient();
  const [older, setOlder] = useState<Older | null>(null);
  const asking = useRef<string | null>(null);
  const whole = first && older?.follows === first.endCursor ? older.page : first;
  const more = useCallback(async () => {
    const after = whole?.endCursor;
    // The end of the list comes into view many times while one page is on its way.
    if (!whole?.hasNextPage || !after || asking.current === after) return;
    asking.current = after;
    try {
      const variables = { filter, first: OLDER, after };
      const { data } = await client.query({ query: AuditTrailDocument, variables, fetchPolicy: 'no-cache' });
      if (!data) return;
      const items = [...whole.items, ...data.auditTrail.items];
      setOlder({ follows: first?.endCursor, page: { ...data.auditTrail, items } });
    } catch {
      asking.current = null;
    }
  }, [client, filter, first, whole]);
  return { page: whole, more };
}
