import { useLingui } from '@lingui/react/macro';

import { replacementStatusWord, replacementTone, verdictWord } from '../../desk/replacement-words';
import { TierBadge } from '../../desk/tier-badge';
import { useViewer } from '../../desk/viewer';
import { type Column, DataTable } from '../../ui/data-table';
import { StatusBadge } from '../../ui/status-badge';
import { Time } from '../../ui/time';
import { type QueueRow, TicketLink } from './queue-table';
import styles from './second-table.module.css';
import { useRowKeys } from './use-row-keys';

/** The decision that waits to be judged: the last one that still counts. */
const firstOf = ({ decisions }: QueueRow) => decisions.findLast(({ voidedAt }) => !voidedAt);

export function SecondTable({ rows, outdated }: { rows: readonly QueueRow[]; outdated: boolean }) {
  const { t } = useLingui();
  const columns: Column<QueueRow>[] = [
    { key: 'ticket', heading: t`Nomor`, names: true, cell: ({ ticket }) => <TicketLink ticket={ticket} /> },
    { key: 'first', heading: t`Pemutus pertama`, cell: (row) => firstOf(row)?.agent.fullName ?? '–' },
    { key: 'verdict', heading: t`Hasil pertama`, cell: (row) => <FirstVerdict row={row} /> },
    { key: 'tier', heading: t`Risiko`, cell: ({ tier }) => <TierBadge tier={tier} /> },
    { key: 'why', heading: t`Mengapa perlu kedua`, cell: (row) => <Why row={row} /> },
    { key: 'since', heading: t`Menunggu sejak`, minor: true, cell: (row) => <At at={firstOf(row)?.at} /> },
    { key: 'until', heading: t`Batas SLA`, cell: ({ escalatesAt }) => <At at={escalatesAt} /> },
    { key: 'status', heading: t`Status`, cell: (row) => <SecondStatus row={row} /> },
  ];
  return (
    <div ref={useRowKeys()}>
      <DataTable
        caption={t`Persetujuan kedua`}
        columns={columns}
        rows={rows}
        keyOf={({ ticket }) => ticket}
        outdated={outdated}
      />
    </div>
  );
}

function FirstVerdict({ row }: { row: QueueRow }) {
  const verdict = firstOf(row)?.verdict;
  return verdict ? verdictWord(verdict) : '–';
}

const Why = ({ row: { signals } }: { row: QueueRow }) => (
  <span className={styles.why}>{signals[0]?.text ?? '–'}</span>
);

const At = ({ at }: { at?: string | null }) => (at ? <Time at={at} /> : '–');

/** One's own cases are listed, but locked: nobody is the second person to oneself. */
function SecondStatus({ row }: { row: QueueRow }) {
  const { t } = useLingui();
  const { id } = useViewer();
  if (firstOf(row)?.agent.id === id) return <span className="dim">{t`Anda pemutus pertama`}</span>;
  return <StatusBadge tone={replacementTone(row.status)}>{replacementStatusWord(row.status)}</StatusBadge>;
}
