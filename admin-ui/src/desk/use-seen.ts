import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect } from 'react';

import { MarkEvidenceSeenDocument } from '../gql/graphql';
import type { Document } from './picture';

/** Puts on record that this agent saw a document: by itself where `shown`, else when the answer is called. */
export function useSeen(document: Document | undefined, shown: boolean, onSeen: () => void): () => void {
  const client = useApolloClient();
  const unseen = document && !document.seenByMe && !document.held ? document.id : null;
  const note = useCallback(() => {
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
  useEffect(() => {
    if (shown) note();
  }, [shown, note]);
  return note;
}
