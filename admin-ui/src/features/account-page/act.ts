import type { AccountFieldsFragment } from '../../gql/graphql';

/** What an agent is about to do with the account; one at a time. */
export type Act = 'RESEND' | 'REVEAL' | 'END_SESSIONS' | 'BLOCK' | 'UNBLOCK';

export type OneAccount = AccountFieldsFragment;
