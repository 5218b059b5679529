import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useState } from 'react';

import { troubleOf } from '../../ui/trouble';

interface Asking<Data, Variables> {
  readonly loading: boolean;
  /** Why it did not work, as a sentence; empty while all is well. */
  readonly fault: string;
  readonly fail: (fault: string) => void;
  readonly ask: (variables: Variables) => Promise<Data | null>;
}

/** The steps of signing in ask without a session, and nothing of their answers may stay in a cache. */
export function useAnswer<Data, Variables extends OperationVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
  firstFault = '',
): Asking<Data, Variables> {
  const client = useApolloClient();
  const [loading, setLoading] = useState(false);
  const [fault, fail] = useState(firstFault);
  const ask = useCallback(
    async (variables: Variables) => {
      setLoading(true);
      fail('');
      try {
        const { data } = await client.mutate({
          mutation,
          variables: variables as never,
          fetchPolicy: 'no-cache',
        });
        return data as Data;
      } catch (error) {
        fail(troubleOf(error).text);
        return null;
      } finally {
        setLoading(false);
      }
    },
    [client, mutation],
  );
  return { loading, fault, fail, ask };
}
