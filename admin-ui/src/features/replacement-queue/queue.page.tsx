import { useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';

import { useClaimNext } from '../../desk/use-claim-next';
import { useMay } from '../../desk/viewer';
import type { QueueView } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { Page } from '../../ui/page';
import { useShortcut } from '../../ui/shortcuts';
import { QueueFilterBar } from './queue-filter-bar';
import { QueueRows } from './queue-rows';
import { type QueueSearch, queueFilterOf } from './queue-search';
import { QueueTabs } from './queue-tabs';

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
      actions={claims && <TakeNext view={tampilan === 'kedua' ? 'AWAITING_SECOND' : 'READY'} />}
    >
      <QueueTabs search={search} />
      <QueueFilterBar search={search} onChange={onSearch} />
      <QueueRows
        key={JSON.stringify(filter)}
        filter={filter}
        filtered={Object.values(filters).some(Boolean)}
        onClear={() => onSearch({ tampilan })}
      />
    </Page>
  );
}

function TakeNext({ view }: { view: QueueView }) {
  const { t } = useLingui();
  const { next, loading } = useClaimNext(view);
  const label = t`Ambil berikutnya`;
  useShortcut({ keys: 'n', label, scope: t`Antrean`, run: () => void next() });
  return (
    <Button kind="main" shortcut="N" loading={loading} onClick={() => void next()}>
      {label}
    </Button>
  );
}
