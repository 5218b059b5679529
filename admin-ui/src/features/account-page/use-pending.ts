import { useQuery } from '@apollo/client/react';

import { IN_BACKGROUND } from '../../desk/session-times';
import { AccountPendingReplacementDocument, type AccountPendingReplacementQuery } from '../../gql/graphql';

export type Pending = NonNullable<
  NonNullable<AccountPendingReplacementQuery['account']>['pendingReplacement']
>;

/** The case that runs about this account's email. Apart from the account, which is worth showing without it, too. */
export function usePending(id: string): { pending: Pending | null; unknown: boolean } {
  const { data, error } = useQuery(AccountPendingReplacementDocument, {
    variables: { id },
    context: IN_BACKGROUND,
  });
  return { pending: data?.account?.pendingReplacement ?? null, unknown: error !== undefined };
}
