import type { ApolloClient } from '@apollo/client';

import { SessionTimesDocument, type SessionTimesQuery } from '../gql/graphql';

/** When this session ends and how long its last TOTP code counts, by the server's clock. */
export type SessionTimes = NonNullable<SessionTimesQuery['agentSession']>;

/** Asking is no activity, so a desk that nobody sits at falls idle while this goes on. */
export const IN_BACKGROUND = { background: true } as const;

/** Asks again at once: after a proof, after the session was prolonged. */
export const askForTimes = (client: ApolloClient) =>
  client.query({ query: SessionTimesDocument, fetchPolicy: 'network-only', context: IN_BACKGROUND });
