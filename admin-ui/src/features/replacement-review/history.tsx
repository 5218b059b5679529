import { useQuery } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';

import { IN_BACKGROUND } from '../../desk/session-times';
import { Timeline } from '../../desk/timeline';
import { ReviewTimelineDocument } from '../../gql/graphql';
import { Empty, Failed, Loading } from '../../ui/states';

/** Everything about this case, looks at its documents included. */
export function ReviewHistory({ ticket }: { ticket: string }) {
  const { data, loading, error, refetch } = useQuery(ReviewTimelineDocument, {
    variables: { ticket },
    fetchPolicy: 'cache-and-network',
    context: IN_BACKGROUND,
  });
  const events = data?.replacementRequest?.timeline.items;
  return (
    <>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!events && loading && <Loading rows={8} />}
      {events?.length === 0 && <Empty title={<Trans>Belum ada peristiwa</Trans>} />}
      {events && events.length > 0 && <Timeline events={events} />}
    </>
  );
}
