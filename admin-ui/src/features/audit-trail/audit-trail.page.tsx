import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useContext, useRef } from 'react';

import { AuditTrailDocument, type AuditTrailQuery } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { Page } from '../../ui/page';
import { Empty, Failed, Loading } from '../../ui/states';
import { ZoneContext } from '../../ui/time';
import { AuditFilterBar } from './audit-filter-bar';
import { AuditList } from './audit-list';
import { auditFilterOf } from './audit-search';

/** Read only, and reading it is an event of the trail itself. */
export function AuditTrailPage() {
  const { t } = useLingui();
  const search = useSearch({ from: '/desk/audit' });
  const navigate = useNavigate({ from: '/audit' });
  const filter = auditFilterOf(search, useContext(ZoneContext));
  const title = t`Audit`;
  return (
    <Page title={title} section={title}>
      <AuditFilterBar search={search} onChange={(next) => void navigate({ search: next, replace: true })} />
      <Events
        key={JSON.stringify(filter)}
        filter={filter}
        onClear={
          Object.values(search).some(Boolean) ? () => void navigate({ search: {}, replace: true }) : undefined
        }
      />
    </Page>
  );
}

interface EventsProps {
  readonly filter: ReturnType<typeof auditFilterOf>;
  readonly onClear?: () => void;
}

function Events({ filter, onClear }: EventsProps) {
  const { data, error, refetch, fetchMore } = useQuery(AuditTrailDocument, {
    variables: { filter },
    fetchPolicy: 'cache-and-network',
  });
  const page = data?.auditTrail;
  const asking = useRef<string | null>(null);
  const more = useCallback(() => {
    // The end of the list comes into view many times while one page is on its way.
    if (!page?.hasNextPage || asking.current === page.endCursor) return;
    asking.current = page.endCursor ?? null;
    void fetchMore({ variables: { after: page.endCursor }, updateQuery: joined }).catch(() => {
      asking.current = null;
    });
  }, [page, fetchMore]);

  if (!page) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading rows={12} />;
  if (page.items.length === 0) {
    return (
      <Empty
        title={onClear ? <Trans>Tidak ada peristiwa yang cocok</Trans> : <Trans>Belum ada peristiwa</Trans>}
        actions={
          onClear && (
            <Button onClick={onClear}>
              <Trans>Hapus filter</Trans>
            </Button>
          )
        }
      />
    );
  }
  return (
    <>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      <AuditList events={page.items} whole={!page.hasNextPage} onEnd={more} />
    </>
  );
}

function joined(
  { auditTrail: known }: AuditTrailQuery,
  { fetchMoreResult: { auditTrail: next } }: { fetchMoreResult: AuditTrailQuery },
): AuditTrailQuery {
  return { auditTrail: { ...next, items: [...known.items, ...next.items] } };
}
