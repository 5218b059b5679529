import { Trans } from '@lingui/react/macro';

import type { LookUpAccountMutation } from '../../gql/graphql';
import { Notice } from '../../ui/notice';
import { Empty, Failed } from '../../ui/states';
import { unknownOutcome } from '../../ui/unknown-outcome';
import { FoundAccounts } from './found-accounts';
import type { Lookup } from './use-lookup';

export function LookupOutcome({ outcome, error }: Lookup) {
  if (error !== undefined) return <Failed error={error} />;
  if (!outcome) return <BeforeSearching />;
  switch (outcome.__typename) {
    case 'AccountsLookedUp':
      return <LookedUp {...outcome} />;
    case 'TooManyRequests':
      return <Notice tone="warn" role="alert" title={outcome.message} />;
    default:
      return <Notice tone="warn" role="alert" title={unknownOutcome(outcome)} />;
  }
}

type Answer = Extract<LookUpAccountMutation['lookUpAccount'], { __typename: 'AccountsLookedUp' }>;

/** The server has the same words for every miss: a missing account, a wrong number, an account of another office. */
function LookedUp({ accounts, nothingFound, hint }: Answer) {
  return (
    <>
      {accounts.length > 0 && <FoundAccounts accounts={accounts} />}
      {nothingFound && <Notice tone="quiet" role="status" title={nothingFound} />}
      {hint && <Notice tone="warn" role="status" title={hint} />}
    </>
  );
}

const BeforeSearching = () => (
  <Empty title={<Trans>Cari dengan nomor atau kontak yang disebut pemohon</Trans>}>
    <Trans>
      Hanya kecocokan persis: spasi, titik, dan +62 boleh ditulis sesukanya. Setiap pencarian tercatat bersama
      keperluannya.
    </Trans>
  </Empty>
);
