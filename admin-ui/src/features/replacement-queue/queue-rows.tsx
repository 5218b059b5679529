import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';

import { IN_BACKGROUND } from '../../desk/session-times';
import { usePolling } from '../../desk/use-polling';
import { type QueueFilter, ReplacementQueueDocument } from '../../gql/graphql';
import { useAnnouncements } from '../../ui/announce';
import { Button } from '../../ui/button';
import { Failed, Loading, Stale } from '../../ui/states';
import { QueuePager } from './queue-pager';
import type { QueueRow } from './queue-table';
import { useCalmPage } from './use-calm-page';

interface QueueRowsProps {
  readonly filter: QueueFilter;
  readonly table: (rows: readonly QueueRow[], outdated: boolean) => ReactNode;
  /** Why there is nothing, and what next. */
  readonly nothing: ReactNode;
}

/** One page of a view at a time. The way back is remembered here: a cursor only leads forward. */
export function QueueRows(props: QueueRowsProps) {
  const [way, setWay] = useState<readonly string[]>([]);
  return (
    <OnePage
      key={way.length}
      {...props}
      after={way.at(-1)}
      page={way.length}
      onNext={(cursor) => setWay([...way, cursor])}
      onBack={() => setWay(way.slice(0, -1))}
    />
  );
}

interface OnePageProps extends QueueRowsProps {
  readonly after?: string;
  readonly page: number;
  readonly onNext: (cursor: string) => void;
  readonly onBack: () => void;
}

function OnePage({ filter, table, nothing, after, page, onNext, onBack }: OnePageProps) {
  const { t } = useLingui();
  const { announce } = useAnnouncements();
  const { data, error, refetch } = useQuery(ReplacementQueueDocument, {
    variables: { filter, after },
    fetchPolicy: 'cache-and-network',
    pollInterval: usePolling(),
    context: IN_BACKGROUND,
  });
  const queue = data?.replacementQueue;
  const { rows, waiting, show } = useCalmPage(queue?.items);
  const total = queue?.totalCount;
  useEffect(() => {
    if (total !== undefined) announce(t`${total} permohonan`);
  }, [total, announce, t]);
  if (!queue) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading rows={10} />;
  const next = queue.hasNextPage ? queue.endCursor : null;
  return (
    <>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      <Stale count={waiting} onShow={show} />
      {rows.length === 0 ? nothing : table(rows, error !== undefined)}
      {rows.length > 0 && (
        <QueuePager total={queue.totalCount} page={page} shown={rows.length}>
          <Button refusal={page === 0 ? t`Ini halaman pertama.` : null} onClick={onBack}>
            <Trans>‹ Sebelumnya</Trans>
          </Button>
          <Button refusal={next ? null : t`Ini halaman terakhir.`} onClick={() => next && onNext(next)}>
            <Trans>Berikutnya ›</Trans>
          </Button>
        </QueuePager>
      )}
    </>
  );
}
