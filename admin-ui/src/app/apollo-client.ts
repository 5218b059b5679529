import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache } from '@apollo/client';
import { tap } from 'rxjs';
import { noteAnswer, noteSilence } from '../desk/connection';
import { noteEnding } from '../desk/ending';
import { cancellable, fetchInTime } from '../desk/waiting';
import generated from '../gql/possible-types';
import { preferences } from '../ui/preferences';
import { signedOutBecause } from '../ui/trouble';
import { growingList } from './growing-list';
import { newestAnswer } from './newest-answer';

/** The API that serves this page, its cookie and nothing else. */
export function apolloClient(uri = '/helpdesk/graphql'): ApolloClient {
  return clientOver(
    ApolloLink.from([
      cancellable,
      language,
      watching,
      new HttpLink({ uri, credentials: 'same-origin', fetch: fetchInTime }),
    ]),
  );
}

/** What the pages count on, whatever brings the answers. */
export const clientOver = (server: ApolloLink): ApolloClient =>
  new ApolloClient({
    link: newestAnswer().concat(server),
    queryDeduplication: false,
    // Asked for again, a list keeps what was read on in it.
    defaultOptions: { watchQuery: { refetchWritePolicy: 'merge' } },
    cache: new InMemoryCache({
      possibleTypes: generated.possibleTypes,
      typePolicies: {
        ReplacementRequest: { keyFields: ['ticket'] },
        HelpdeskAccount: { fields: { deliveries: growingList() } },
        Query: { fields: { deliveries: growingList('filter'), myDecisions: growingList() } },
      },
    }),
  });

/** Sentences of the server come in the language of the page. Polling says that nobody did anything, so the session may grow old (R65). */
const language = new ApolloLink((operation, forward) => {
  const { background } = operation.getContext();
  operation.setContext({
    headers: {
      'accept-language': preferences().language,
      ...(background ? { 'x-background': '1' } : {}),
    },
  });
  return forward(operation);
});

const watching = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    tap({
      next: (result) => {
        noteAnswer();
        if (!result.errors) return;
        const because = signedOutBecause(new CombinedGraphQLErrors(result));
        if (because) noteEnding(because);
      },
      error: (error) => (CombinedGraphQLErrors.is(error) ? noteAnswer() : noteSilence()),
    }),
  ),
);
