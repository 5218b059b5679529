import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';

import { replacementStatusWord, replacementTone, verdictWord } from '../../desk/replacement-words';
import { useViewer } from '../../desk/viewer';
import type { MyDecisionsQuery } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { useNow } from '../../ui/clock';
import { type Column, DataTable } from '../../ui/data-table';
import { StatusBadge } from '../../ui/status-badge';
import { Time, useTimeWords } from '../../ui/time';

type Decided = MyDecisionsQuery['myDecisions']['items'][number];

interface DecisionTableProps {
  readonly rows: readonly Decided[];
  readonly outdated: boolean;
  readonly onUndo: (ticket: string) => void;
}

const SECOND_MS = 1000;

export function DecisionTable({ rows, outdated, onUndo }: DecisionTableProps) {
  const { t } = useLingui();
  const { id } = useViewer();
  const now = useNow(SECOND_MS);
  const own = ({ decisions }: Decided) => decisions.findLast(({ agent }) => agent.id === id);
  const left = (row: Decided) => {
    const { undoUntil, voidedAt } = own(row) ?? {};
    return undoUntil && !voidedAt ? Date.parse(undoUntil) - now : 0;
  };
  const columns: Column<Decided>[] = [
    { key: 'at', heading: t`Waktu`, cell: (row) => <At at={own(row)?.at} /> },
    {
      key: 'ticket',
      heading: t`Nomor`,
      names: true,
      cell: ({ ticket }) => (
        <Link to="/permohonan/$nomor" params={{ nomor: ticket }} className="number">
          {ticket}
        </Link>
      ),
    },
    { key: 'verdict', heading: t`Hasil`, cell: (row) => <Verdict verdict={own(row)?.verdict} /> },
    { key: 'state', heading: t`Keadaan`, cell: (row) => <State row={row} left={left(row)} /> },
    {
      key: 'undo',
      heading: t`Tindakan`,
      cell: (row) =>
        left(row) > 0 && (
          <Button onClick={() => onUndo(row.ticket)}>
            <Trans context="keputusan">Batalkan</Trans>
          </Button>
        ),
    },
  ];
  return (
    <DataTable
      caption={t`Keputusan saya`}
      columns={columns}
      rows={rows}
      keyOf={({ ticket }) => ticket}
      outdated={outdated}
    />
  );
}

const At = ({ at }: { at?: string }) => (at ? <Time at={at} /> : '–');
const Verdict = ({ verdict }: { verdict?: Decided['decisions'][number]['verdict'] }) =>
  verdict ? verdictWord(verdict) : '–';

/** What became of it, which is not what was decided: it may wait for somebody, or for its time. */
function State({ row: { status, effectiveAt }, left }: { row: Decided; left: number }) {
  const { t } = useLingui();
  const words = useTimeWords();
  const seconds = Math.ceil(left / SECOND_MS);
  if (left > 0) return <StatusBadge tone="wait">{t`Bisa dibatalkan ${seconds} dtk`}</StatusBadge>;
  const at = effectiveAt ? words(effectiveAt) : '';
  const waiting = status === 'WAITING_PERIOD' && at;
  return (
    <StatusBadge tone={replacementTone(status)}>
      {waiting ? t`Masa tunggu s.d. ${at}` : replacementStatusWord(status)}
    </StatusBadge>
  );
}
