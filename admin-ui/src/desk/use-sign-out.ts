import type { ApolloClient } from '@apollo/client';

import { LogOutAgentDocument } from '../gql/graphql';
import { leave, type Reason } from './ending';
import { forgetPurpose } from './lookup-intent';

/** Ends the session here and on the server. Without a connection only here: the server ends it by itself soon. */
export function useSignOut(client: ApolloClient): (reason?: Reason) => Promise<void> {
  return async (reason = 'sendiri') => {
    forgetPurpose();
    await client.mutate({ mutation: LogOutAgentDocument }).catch(() => undefined);
    leave(reason);
  };
}
