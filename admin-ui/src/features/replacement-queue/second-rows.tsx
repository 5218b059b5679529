import { Trans } from '@lingui/react/macro';
import { useContext } from 'react';

import { Empty } from '../../ui/states';
import { ZoneContext } from '../../ui/time';
import { NothingQueued } from './nothing-queued';
import { QueueRows } from './queue-rows';
import { queueFilterOf, type SecondSearch } from './queue-search';
import { SecondTable } from './second-table';

interface SecondRowsProps {
  readonly search: SecondSearch;
  readonly onClear: () => void;
}

export function SecondRows({ search, onClear }: SecondRowsProps) {
  const filtered = Object.values(search).some(Boolean);
  return (
    <QueueRows
      filter={queueFilterOf('AWAITING_SECOND', search, useContext(ZoneContext))}
      address={{ to: '/persetujuan', search }}
      table={(rows, outdated) => <SecondTable rows={rows} outdated={outdated} />}
      nothing={
        filtered ? (
          <NothingQueued filtered onClear={onClear} />
        ) : (
          <Empty title={<Trans>Tidak ada yang menunggu Anda.</Trans>}>
            <Trans>Permohonan yang perlu orang kedua muncul di sini.</Trans>
          </Empty>
        )
      }
    />
  );
}
