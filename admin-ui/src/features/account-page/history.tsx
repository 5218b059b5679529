import { useQuery } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';

import { Older } from '../../desk/older';
import { IN_BACKGROUND } from '../../desk/session-times';
import { Timeline } from '../../desk/timeline';
import { AccountTimelineDocument, type AccountTimelineQuery } from '../../gql/graphql';
import { Empty, Failed, Loading } from '../../ui/states';

/** Everything about this account, lookups and reveals included. */
export function AccountHistory({ id }: { id: string }) {
  const { data, loading, error, refetch, fetchMore } = useQuery(AccountTimelineDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    context: IN_BACKGROUND,
  });
  const page = data?.account?.timeline;
  const more = (after: string) => fetchMore({ variables: { after }, updateQuery: joined });
  return (
    <>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!page && loading && <Loading rows={8} />}
      {page?.items.length === 0 && <Empty title={<Trans>Belum ada peristiwa</Trans>} />}
      {page && page.items.length > 0 && <Timeline events={page.items} />}
      <Older page={page} onMore={(after) => void more(after)} />
    </>
  );
}

function joined(
  { account: known }: AccountTimelineQuery,
  { fetchMoreResult: { account: next } }: { fetchMoreResult: AccountTimelineQuery },
): AccountTimelineQuery {
  if (!known || !next) return { account: known };
  const items = [...known.timeline.items, ...next.timeline.items];
  return { account: { ...known, timeline: { ...next.timeline, items } } };
}
