import { useQuery } from '@apollo/client/react';

import { IN_BACKGROUND } from '../../desk/session-times';
import { AccountPendingReplacementDocument, type AccountPendingReplacementQuery } from '../../gql/graphql';

export type Pending = NonNullable<
  NonNullable<AccountPendingReplacementQuery['account']>['pendingReplacement']
>;

interface Running {
  readonly pending: Pending | null;
  /** An answer has come: null says that there is none. */
  readonly known: boolean;
  /** No answer came, or the last one is old. */
  readonly unknown: boolean;
}

/** The case that runs about this account's email. Apart from the account, which is worth showing without it, too. */
export function usePending(id: string): Running {
  const { data, error } = useQuery(AccountPendingReplacementDocument, {
    variables: { id },
    context: IN_BACKGROUND,
  });
  const pending = data?.account?.pendingReplacement ?? null;
  return { pending, known: data !== undefined, unknown: error !== undefined };
}
