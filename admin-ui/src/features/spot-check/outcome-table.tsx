import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';

import { verdictWord } from '../../desk/replacement-words';
import { useMay, useViewer } from '../../desk/viewer';
import type { SpotOutcomeFieldsFragment } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { type Column, DataTable } from '../../ui/data-table';
import { StatusBadge } from '../../ui/status-badge';
import { Time } from '../../ui/time';

type Outcome = SpotOutcomeFieldsFragment;

interface OutcomeTableProps {
  readonly caption: string;
  readonly rows: readonly Outcome[];
  readonly outdated: boolean;
  readonly onSettle: (id: string) => void;
}

export function OutcomeTable({ caption, rows, outdated, onSettle }: OutcomeTableProps) {
  const { t } = useLingui();
  const columns: Column<Outcome>[] = [
    { key: 'ticket', heading: t`Nomor`, names: true, cell: ({ ticket }) => <Ticket ticket={ticket} /> },
    { key: 'decider', heading: t`Pemutus pertama`, cell: ({ decidedBy }) => decidedBy.fullName },
    { key: 'first', heading: t`Hasil pertama`, cell: ({ firstVerdict }) => verdictWord(firstVerdict) },
    { key: 'checker', heading: t`Pemeriksa ulang`, cell: ({ checkedBy }) => checkedBy.fullName },
    { key: 'second', heading: t`Hasil kedua`, cell: ({ secondVerdict }) => verdictWord(secondVerdict) },
    { key: 'note', heading: t`Catatan`, minor: true, cell: ({ note }) => note ?? '–' },
    { key: 'at', heading: t`Diperiksa`, minor: true, cell: ({ checkedAt }) => <Time at={checkedAt} /> },
    { key: 'state', heading: t`Keadaan`, cell: (row) => <State row={row} onSettle={onSettle} /> },
  ];
  return (
    <DataTable caption={caption} columns={columns} rows={rows} keyOf={({ id }) => id} outdated={outdated} />
  );
}

const Ticket = ({ ticket }: { ticket: string }) => (
  <Link to="/permohonan/$nomor" params={{ nomor: ticket }}>
    {ticket}
  </Link>
);

function State({ row, onSettle }: { row: Outcome; onSettle: (id: string) => void }) {
  const { t } = useLingui();
  const { id: me } = useViewer();
  const supervisor = useMay(['SUPERVISOR']);
  const { id, agrees, decidedBy, checkedBy, settledBy, settledAt, settledNote } = row;
  if (agrees) return <StatusBadge tone="good">{t`Sama`}</StatusBadge>;
  if (settledBy)
    return (
      <>
        <Trans>
          Ditindaklanjuti {settledBy.fullName} {settledAt && <Time at={settledAt} />}
        </Trans>
        <p className="dim">{settledNote}</p>
      </>
    );
  const own = me === decidedBy.id || me === checkedBy.id;
  return (
    <>
      <StatusBadge tone="warn">{t`Berbeda`}</StatusBadge>{' '}
      {own && <span className="dim">{t`Menyangkut Anda; untuk pengawas lain.`}</span>}
      {supervisor && !own && <Button onClick={() => onSettle(id)}>{t`Tindak lanjuti`}</Button>}
    </>
  );
}
