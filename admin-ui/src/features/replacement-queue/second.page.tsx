import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';

import { Page } from '../../ui/page';
import { QueueFilterBar } from './queue-filter-bar';
import type { SecondSearch } from './queue-search';
import { SecondRows } from './second-rows';
import { TakeNext } from './take-next';

export function SecondPage() {
  const search = useSearch({ from: '/desk/persetujuan' });
  const navigate = useNavigate({ from: '/persetujuan' });
  return <Second search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />;
}

interface SecondProps {
  readonly search: SecondSearch;
  readonly onSearch: (search: SecondSearch) => void;
}

/** What one person has decided and a second has to judge. */
export function Second({ search, onSearch }: SecondProps) {
  const { t } = useLingui();
  return (
    <Page
      title={t`Persetujuan kedua`}
      section={t`Persetujuan`}
      aside={
        <Link to="/keputusan-saya">
          <Trans>Lihat keputusan saya</Trans>
        </Link>
      }
      actions={<TakeNext view="AWAITING_SECOND" />}
    >
      <QueueFilterBar
        brief
        search={search}
        onChange={(changed) => onSearch({ ...search, ...changed })}
        onClear={() => onSearch({})}
      />
      <SecondRows search={search} onClear={() => onSearch({})} />
    </Page>
  );
}
