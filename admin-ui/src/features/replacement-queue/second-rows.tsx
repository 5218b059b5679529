import { Trans } from '@lingui/react/macro';

import { Empty } from '../../ui/states';
import { QueueRows } from './queue-rows';
import { SecondTable } from './second-table';

const WAITING = { view: 'AWAITING_SECOND' } as const;

export const SecondRows = () => (
  <QueueRows
    filter={WAITING}
    table={(rows, outdated) => <SecondTable rows={rows} outdated={outdated} />}
    nothing={
      <Empty title={<Trans>Tidak ada yang menunggu Anda.</Trans>}>
        <Trans>Permohonan yang perlu orang kedua muncul di sini.</Trans>
      </Empty>
    }
  />
);
