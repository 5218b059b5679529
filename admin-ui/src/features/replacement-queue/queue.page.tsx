import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';

import { useMay } from '../../desk/viewer';
import { Page } from '../../ui/page';
import { NothingQueued } from './nothing-queued';
import { QueueFilterBar } from './queue-filter-bar';
import { QueueRows } from './queue-rows';
import { type QueueSearch, queueFilterOf } from './queue-search';
import { QueueTable } from './queue-table';
import { QueueTabs } from './queue-tabs';
import { TakeNext } from './take-next';

export function QueuePage() {
  const search = useSearch({ from: '/desk/antrean' });
  const navigate = useNavigate({ from: '/antrean' });
  return <Queue search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />;
}

interface QueueProps {
  readonly search: QueueSearch;
  readonly onSearch: (search: QueueSearch) => void;
}

/** The list is for finding; what comes next the server hands out. */
export function Queue({ search, onSearch }: QueueProps) {
  const { t } = useLingui();
  const filter = queueFilterOf(search);
  const { tampilan, ...filters } = search;
  const claims = useMay(['AGENT', 'APPROVER', 'SUPERVISOR']);
  return (
    <Page
      title={t`Antrean penggantian email`}
      section={t`Antrean`}
      aside={
        claims && (
          <Link to="/keputusan-saya">
            <Trans>Lihat keputusan saya</Trans>
          </Link>
        )
      }
      actions={claims && <TakeNext view={tampilan === 'kedua' ? 'AWAITING_SECOND' : 'READY'} />}
    >
      <QueueTabs search={search} />
      <QueueFilterBar search={search} onChange={onSearch} />
      <QueueRows
        key={JSON.stringify(filter)}
        filter={filter}
        table={(rows, outdated) => (
          <QueueTable rows={rows} outdated={outdated} urgent={tampilan !== 'selesai'} />
        )}
        nothing={
          <NothingQueued
            filtered={Object.values(filters).some(Boolean)}
            onClear={() => onSearch({ tampilan })}
          />
        }
      />
    </Page>
  );
}
