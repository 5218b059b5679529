import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache } from '@apollo/client';
import { tap } from 'rxjs';
import { noteAnswer, noteSilence } from '../desk/connection';
import { noteEnding } from '../desk/ending';
import { cancellable, fetchInTime } from '../desk/waiting';
import generated from '../gql/possible-types';
import { preferences } from '../ui/preferences';
import { signedOutBecause } from '../ui/trouble';
import { newestAnswer } from './newest-answer';

/** The API that serves this page, its cookie and nothing else. */
export function apolloClient(uri = '/helpdesk/graphql'): ApolloClient {
  return new ApolloClient({
    link: ApolloLink.from([
      newestAnswer(),
      cancellable,
      language,
      watching,
      new HttpLink({ uri, credentials: 'same-origin', fetch: fetchInTime }),
    ]),
    cache: cache(),
    queryDeduplication: false,
  });
}

export const cache = () =>
  new InMemoryCache({
    possibleTypes: generated.possibleTypes,
    typePolicies: { ReplacementRequest: { keyFields: ['ticket'] } },
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
