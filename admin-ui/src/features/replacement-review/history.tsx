import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import styles from '../../desk/evidence.module.css';
import { Older } from '../../desk/older';
import { IN_BACKGROUND } from '../../desk/session-times';
import { Timeline } from '../../desk/timeline';
import { ReviewTimelineDocument, type ReviewTimelineQuery } from '../../gql/graphql';
import { Empty, Failed, Loading } from '../../ui/states';

/** Everything about this case, looks at its documents included. */
export function ReviewHistory({ ticket }: { ticket: string }) {
  const { t } = useLingui();
  const { data, loading, error, refetch, fetchMore } = useQuery(ReviewTimelineDocument, {
    variables: { ticket },
    fetchPolicy: 'cache-and-network',
    context: IN_BACKGROUND,
  });
  const page = data?.replacementRequest?.timeline;
  const more = (after: string) => fetchMore({ variables: { after }, updateQuery: joined });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls has to be reachable by the keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={t`Riwayat permohonan`}>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!page && loading && <Loading rows={4} />}
      {page?.items.length === 0 && <Empty title={<Trans>Belum ada peristiwa</Trans>} />}
      {page && page.items.length > 0 && <Timeline events={page.items} />}
      <Older page={page} onMore={(after) => void more(after)} />
    </section>
  );
}

function joined(
  { replacementRequest: known }: ReviewTimelineQuery,
  { fetchMoreResult: { replacementRequest: next } }: { fetchMoreResult: ReviewTimelineQuery },
): ReviewTimelineQuery {
  if (!known || !next) return { replacementRequest: known };
  const items = [...known.timeline.items, ...next.timeline.items];
  return { replacementRequest: { ...known, timeline: { ...next.timeline, items } } };
}
