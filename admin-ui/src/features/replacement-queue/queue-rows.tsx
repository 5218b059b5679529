import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useDeferredValue, useEffect, useState } from 'react';

import { type CaseList, rememberList } from '../../desk/case-list';
import { useCaseNews } from '../../desk/case-news';
import { IN_BACKGROUND } from '../../desk/session-times';
import { usePolling } from '../../desk/use-polling';
import { type QueueFilter, type QueueOrder, ReplacementQueueDocument } from '../../gql/graphql';
import { useAnnouncements } from '../../ui/announce';
import { Button } from '../../ui/button';
import { Failed, Loading, Stale } from '../../ui/states';
import { PAGE, QueuePager } from './queue-pager';
import type { QueueRow } from './queue-table';
import { useCalmPage } from './use-calm-page';

export interface QueueRowsProps {
  readonly filter: QueueFilter;
  readonly orderBy?: QueueOrder;
  /** Where this list is found again. */
  readonly address: Pick<CaseList, 'to' | 'search'>;
  readonly table: (rows: readonly QueueRow[], outdated: boolean) => ReactNode;
  /** Why there is nothing, and what next. */
  readonly nothing: ReactNode;
}

/** How far somebody had gone in the list they saw last: who comes back from a case comes back to its page. */
let last: { readonly list: string; readonly way: readonly string[] } = { list: '', way: [] };

/** One page of a view at a time. The way back is remembered here: a cursor only leads forward. */
export function QueueRows(props: QueueRowsProps) {
  const { filter, orderBy } = props;
  const list = JSON.stringify([filter, orderBy]);
  return <Pages key={list} list={list} {...props} />;
}

function Pages({ list, ...props }: QueueRowsProps & { list: string }) {
  const [way, setWay] = useState(() => (last.list === list ? last.way : []));
  useEffect(() => {
    last = { list, way };
  }, [list, way]);
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

function OnePage({ table, nothing, onNext, onBack, ...asked }: OnePageProps) {
  const { t } = useLingui();
  const { announce } = useAnnouncements();
  const { queue, error, refetch } = useQueue(asked);
  const { rows, waiting, show } = useCalmPage(queue?.items);
  const total = queue?.totalCount;
  useEffect(() => {
    if (total !== undefined) announce(t`${total} permohonan`);
  }, [total, announce, t]);
  const { address, page } = asked;
  useRemembered({ ...address, tickets: rows.map(({ ticket }) => ticket), before: page * PAGE, total });
  if (!queue) return error ? <Failed error={error} onRetry={refetch} /> : <Loading rows={10} />;
  const next = queue.hasNextPage ? queue.endCursor : null;
  return (
    <>
      {error && <Failed error={error} onRetry={refetch} />}
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

/** Whoever opens a case goes on from it through these rows. */
function useRemembered({ total, ...list }: Omit<CaseList, 'total'> & { total?: number }): void {
  const seen = total === undefined ? null : JSON.stringify({ ...list, total });
  useEffect(() => {
    if (seen) rememberList(JSON.parse(seen));
  }, [seen]);
}

function useQueue({
  filter,
  orderBy = 'NEEDS_DOING',
  after,
}: Pick<OnePageProps, 'filter' | 'orderBy' | 'after'>) {
  const { data, previousData, error, refetch } = useQuery(ReplacementQueueDocument, {
    variables: { filter, orderBy, after },
    fetchPolicy: 'cache-and-network',
    pollInterval: usePolling(),
    context: IN_BACKGROUND,
  });
  const again = useCallback(() => void refetch(), [refetch]);
  useCaseNews(null, again);
  const queue = useDeferredValue((data ?? previousData)?.replacementQueue);
  return { queue, error, refetch: again };
}
