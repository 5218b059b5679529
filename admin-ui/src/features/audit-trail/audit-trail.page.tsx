import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useContext, useDeferredValue } from 'react';

import { AuditTrailDocument } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { Page } from '../../ui/page';
import { Empty, Failed, Loading } from '../../ui/states';
import { ZoneContext } from '../../ui/time';
import { AuditFilterBar } from './audit-filter-bar';
import { AuditList } from './audit-list';
import { type AuditSearch, auditFilterOf } from './audit-search';
import { useOlder } from './use-older';

/** Read only, and reading it is an event of the trail itself. */
export function AuditTrailPage() {
  const { t } = useLingui();
  const search = useSearch({ from: '/desk/audit' });
  const navigate = useNavigate({ from: '/audit' });
  const filter = auditFilterOf(search, useContext(ZoneContext));
  const find = useCallback((next: AuditSearch) => void navigate({ search: next }), [navigate]);
  const title = t`Audit`;
  return (
    <Page title={title} section={title}>
      <AuditFilterBar search={search} onChange={(next) => void navigate({ search: next, replace: true })} />
      <Events
        key={JSON.stringify(filter)}
        filter={filter}
        onSearch={find}
        onClear={
          Object.values(search).some(Boolean) ? () => void navigate({ search: {}, replace: true }) : undefined
        }
      />
    </Page>
  );
}

/** Twice what fits on the page: more would take a slow line a turn longer. */
const FIRST = 40;

interface EventsProps {
  readonly filter: ReturnType<typeof auditFilterOf>;
  readonly onClear?: () => void;
  readonly onSearch: (search: AuditSearch) => void;
}

function Events({ filter, onClear, onSearch }: EventsProps) {
  const { data, error, refetch } = useQuery(AuditTrailDocument, {
    variables: { filter, first: FIRST },
    fetchPolicy: 'cache-and-network',
  });
  const { page, more } = useOlder(filter, useDeferredValue(data?.auditTrail));

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
      <AuditList
        events={page.items}
        whole={!page.hasNextPage}
        onEnd={() => void more()}
        onSearch={onSearch}
      />
    </>
  );
}
