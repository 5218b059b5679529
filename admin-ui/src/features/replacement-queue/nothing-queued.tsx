import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';

import { Button } from '../../ui/button';
import { Empty } from '../../ui/states';

/** A filter that matches nothing is something else than an empty queue. */
export function NothingQueued({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  return filtered ? (
    <Empty
      title={<Trans>Tidak ada permohonan yang cocok.</Trans>}
      actions={
        <Button onClick={onClear}>
          <Trans>Hapus filter</Trans>
        </Button>
      }
    />
  ) : (
    <Empty
      title={<Trans>Antrean kosong.</Trans>}
      actions={
        <Link to="/keputusan-saya">
          <Trans>Lihat keputusan saya</Trans>
        </Link>
      }
    >
      <Trans>Permohonan baru akan muncul di sini.</Trans>
    </Empty>
  );
}
