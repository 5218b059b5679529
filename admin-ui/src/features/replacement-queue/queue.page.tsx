import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useContext } from 'react';

import { type QueueCounts, useQueueCounts } from '../../desk/use-queue-counts';
import { useMay } from '../../desk/viewer';
import { Page } from '../../ui/page';
import { ZoneContext } from '../../ui/time';
import { NothingQueued } from './nothing-queued';
import { QueueFilterBar } from './queue-filter-bar';
import { QueueRows } from './queue-rows';
import { isFigureView, ORDERS, type QueueSearch, queueFilterOf, viewOf } from './queue-search';
import { QueueTable } from './queue-table';
import { QueueTabs, useViewWords } from './queue-tabs';
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
  const counts = useQueueCounts();
  const { tampilan = 'siap', urut, ...filters } = search;
  const filter = queueFilterOf(viewOf(tampilan), filters, useContext(ZoneContext));
  const claims = useMay(['AGENT', 'APPROVER', 'SUPERVISOR']);
  const past = isFigureView(tampilan) && (tampilan !== 'terbuka' || filters.pada !== undefined);
  const clear = () => onSearch({ tampilan: search.tampilan, urut });
  return (
    <Page
      title={t`Antrean penggantian email`}
      section={t`Antrean`}
      place={useViewWords()[tampilan]}
      aside={<Standing counts={counts} decides={claims} />}
      actions={claims && <TakeNext view={tampilan === 'kedua' ? 'AWAITING_SECOND' : 'READY'} />}
    >
      <QueueTabs search={search} counts={counts} />
      <QueueFilterBar
        search={filters}
        onChange={(changed) => onSearch({ ...search, ...changed })}
        onClear={clear}
      />
      <QueueRows
        filter={filter}
        orderBy={urut && ORDERS[urut]}
        address={{ to: '/antrean', search }}
        table={(rows, outdated) => (
          <QueueTable
            rows={rows}
            outdated={outdated}
            urgent={tampilan !== 'selesai' && !past && !urut}
            ordered={past}
            order={urut}
            onOrder={(order) => onSearch({ ...search, urut: order })}
          />
        )}
        nothing={<NothingQueued filtered={Object.values(filters).some(Boolean)} onClear={clear} />}
      />
    </Page>
  );
}

/** How the desk stands, beside its name. */
function Standing({ counts, decides }: { counts: QueueCounts | null; decides: boolean }) {
  return (
    <>
      {counts && <Counted {...counts} />}
      {decides && (
        <Link to="/keputusan-saya">
          <Trans>Lihat keputusan saya</Trans>
        </Link>
      )}
    </>
  );
}

function Counted({ ready, overdue }: QueueCounts) {
  const { t } = useLingui();
  return (
    <span className="dim">
      {t`${ready} siap`} ·{' '}
      <Link to="/antrean" search={{ lewat: true }}>
        {t`${overdue} lewat SLA`}
      </Link>
    </span>
  );
}
