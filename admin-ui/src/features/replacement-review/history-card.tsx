import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { Button } from '../../ui/button';
import { useShortcut } from '../../ui/shortcuts';
import { ReviewHistory } from './history';

/** Asked for only when somebody wants to read it. */
export function HistoryCard({ ticket }: { ticket: string }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const turn = () => setOpen((now) => !now);
  useShortcut({ keys: 't', label: t`Riwayat`, scope: t`Halaman permohonan`, run: turn });
  return (
    <section aria-label={t`Riwayat`}>
      <Button kind="quiet" shortcut="T" onClick={turn}>
        {open ? t`Tutup riwayat` : t`Buka riwayat`}
      </Button>
      {open && <ReviewHistory ticket={ticket} />}
    </section>
  );
}
