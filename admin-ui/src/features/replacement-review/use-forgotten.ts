import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';

/** What only the page of a case shows. Its row in a list stays. */
const OF_THE_PAGE = [
  ...['comparison', 'checklist', 'evidence', 'draft', 'allowedActions'],
  ...['timeline', 'account'],
];

/** A page that is left keeps nothing of its case: after a day of them it would be tens of megabytes of other people's data. */
export function useForgotten(ticket: string): void {
  const { cache } = useApolloClient();
  useEffect(
    () => () => {
      const id = cache.identify({ __typename: 'ReplacementRequest', ticket });
      for (const fieldName of OF_THE_PAGE) cache.evict({ id, fieldName, broadcast: false });
      cache.evict({ id: 'ROOT_QUERY', fieldName: 'replacementRequest', args: { ticket }, broadcast: false });
      cache.gc();
    },
    [cache, ticket],
  );
}
