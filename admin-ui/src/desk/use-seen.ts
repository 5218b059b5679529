import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';

import { MarkEvidenceSeenDocument } from '../gql/graphql';
import type { Document } from './picture';

/** What puts on record that this agent saw a document: called once it stands on the screen, or was fetched. */
export function useSeen(document: Document | undefined, onSeen: () => void): () => void {
  const client = useApolloClient();
  const unseen = document && !document.seenByMe && !document.held ? document.id : null;
  return useCallback(() => {
    if (!unseen) return;
    void client
      .mutate({
        mutation: MarkEvidenceSeenDocument,
        variables: { evidenceId: unseen },
        fetchPolicy: 'no-cache',
      })
      .then(({ data }) => {
        // Known at once, so that `A` after the last document need not wait for the page to be asked for again.
        const id = client.cache.identify({ __typename: 'Evidence', id: unseen });
        if (data?.markEvidenceSeen) client.cache.modify({ id, fields: { seenByMe: () => true } });
        onSeen();
      })
      // It stays marked as unseen, and the button says so; opening it again tries again.
      .catch(() => undefined);
  }, [client, unseen, onSeen]);
}
