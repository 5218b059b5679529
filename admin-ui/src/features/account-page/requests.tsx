import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';

import { replacementStatusWord } from '../../desk/replacement-words';
import { Card, Facts } from '../../ui/page';
import { Empty, Partial } from '../../ui/states';
import { Time } from '../../ui/time';
import { usePending } from './use-pending';

export function AccountRequests({ id }: { id: string }) {
  const { t } = useLingui();
  const { pending, unknown } = usePending(id);
  if (unknown) return <Partial />;
  if (!pending) {
    return (
      <Empty title={<Trans>Tidak ada permohonan yang berjalan</Trans>}>
        <Trans>Yang sudah selesai ada di Riwayat.</Trans>
      </Empty>
    );
  }
  return (
    <Card title={t`Penggantian email`}>
      <Facts
        facts={[
          [
            t`Nomor`,
            <Link key="ticket" to="/permohonan/$nomor" params={{ nomor: pending.ticket }} className="number">
              {pending.ticket}
            </Link>,
          ],
          [t`Keadaan`, replacementStatusWord(pending.status)],
          [t`Berlaku`, pending.effectiveAt ? <Time key="effective" at={pending.effectiveAt} /> : '–'],
        ]}
      />
    </Card>
  );
}
