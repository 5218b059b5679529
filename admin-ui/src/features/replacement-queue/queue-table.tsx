import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useContext } from 'react';

import { Due } from '../../desk/due';
import { replacementStatusWord, replacementTone } from '../../desk/replacement-words';
import { TierBadge } from '../../desk/tier-badge';
import { actorWord } from '../../desk/words';
import type { ReplacementQueueQuery } from '../../gql/graphql';
import { useNow } from '../../ui/clock';
import { type Column, DataTable, type Sort } from '../../ui/data-table';
import { dayOf } from '../../ui/date-field';
import { Unavailable } from '../../ui/states';
import { StatusBadge } from '../../ui/status-badge';
import { Time, ZoneContext } from '../../ui/time';
import type { OrderName } from './queue-search';
import { useRowKeys } from './use-row-keys';

export type QueueRow = ReplacementQueueQuery['replacementQueue']['items'][number];

interface QueueTableProps extends Ordering {
  readonly rows: readonly QueueRow[];
  readonly outdated: boolean;
  /** Under headings of urgency; what is over, or ordered by something else, has none. */
  readonly urgent: boolean;
}

interface Ordering {
  /** The list has an order of its own, and no other. */
  readonly ordered?: boolean;
  readonly order?: OrderName;
  readonly onOrder: (order: OrderName | undefined) => void;
}

const MINUTE_MS = 60_000;

export function QueueTable({ rows, outdated, urgent, ...ordering }: QueueTableProps) {
  const { t } = useLingui();
  const urgency = useUrgency();
  return (
    <div ref={useRowKeys()}>
      <DataTable
        caption={t`Antrean penggantian email`}
        columns={useColumns(ordering)}
        rows={rows}
        keyOf={({ ticket }) => ticket}
        outdated={outdated}
        groupOf={urgent ? urgency : undefined}
      />
    </div>
  );
}

function useColumns({ ordered, order, onOrder }: Ordering): Column<QueueRow>[] {
  const { t } = useLingui();
  const sort = (by: OrderName, direction: Sort['by']): Sort | undefined =>
    ordered
      ? undefined
      : {
          by: order === by ? direction : null,
          onSort: () => onOrder(order === by ? undefined : by),
        };
  return [
    { key: 'ticket', heading: t`Nomor`, names: true, cell: ({ ticket }) => <TicketLink ticket={ticket} /> },
    { key: 'applicant', heading: t`Pemohon`, cell: ({ applicant }) => applicant },
    {
      key: 'account',
      heading: t({ message: 'Akun', context: 'permohonan' }),
      cell: ({ account }) => account?.username ?? <Unavailable />,
    },
    { key: 'actor', heading: t`Jenis`, minor: true, cell: ({ actor }) => actorWord(actor) },
    {
      key: 'region',
      heading: t`Wilayah`,
      minor: true,
      wraps: true,
      cell: ({ account, office }) => account?.regionName ?? office.name,
    },
    { key: 'signals', heading: t`Sinyal`, cell: (row) => <Signals signals={row.signals} /> },
    {
      key: 'tier',
      heading: t`Risiko`,
      sort: sort('risiko', 'descending'),
      cell: ({ tier }) => <TierBadge tier={tier} />,
    },
    {
      key: 'since',
      heading: t({ message: 'Masuk', context: 'permohonan' }),
      minor: true,
      sort: sort('masuk', 'ascending'),
      cell: ({ submittedAt }) => (submittedAt ? <Time at={submittedAt} form="day" /> : '–'),
    },
    { key: 'due', heading: t`Sisa SLA`, sort: sort('sisa', 'ascending'), cell: (row) => <Due {...row} /> },
    {
      key: 'holder',
      heading: t({ message: 'Petugas', context: 'permohonan' }),
      cell: ({ claim }) => claim?.agent.fullName ?? '–',
    },
    {
      key: 'status',
      heading: t`Status`,
      cell: ({ status }) => (
        <StatusBadge tone={replacementTone(status)}>{replacementStatusWord(status)}</StatusBadge>
      ),
    },
  ];
}

export const TicketLink = ({ ticket }: { ticket: string }) => (
  <Link to="/permohonan/$nomor" params={{ nomor: ticket }} className="number">
    {ticket}
  </Link>
);

/** How many; in words for a reader and under a resting pointer. */
function Signals({ signals }: Pick<QueueRow, 'signals'>) {
  const sentences = signals.map(({ text }) => text).join(' ');
  if (signals.length === 0) return <span className="dim">–</span>;
  return (
    <span title={sentences}>
      <span aria-hidden="true">▲</span> {signals.length}
      <span className="unseen"> {sentences}</span>
    </span>
  );
}

/** Overdue, today, later: the order in which the server hands them out. */
function useUrgency(): (row: QueueRow) => string {
  const { t } = useLingui();
  const zone = useContext(ZoneContext);
  const now = useNow(MINUTE_MS);
  return ({ dueAt, overdue }) => {
    if (overdue) return t`Lewat`;
    return dueAt && dayOf(dueAt, zone) <= dayOf(now, zone) ? t`Hari ini` : t`Nanti`;
  };
}
