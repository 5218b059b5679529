import { Trans, useLingui } from '@lingui/react/macro';

import { type Column, DataTable } from '../../ui/data-table';
import { Card } from '../../ui/page';
import type { DashboardFigures } from './figures';
import { minutesWords } from './minutes';

type Load = DashboardFigures['byAgent'][number];

/** By name and never by rank. Agents find themselves alone in it. */
export function LoadTable({ loads }: { loads: readonly Load[] }) {
  const { t } = useLingui();
  const title = t`Petugas`;
  const columns: Column<Load>[] = [
    { key: 'agent', heading: title, names: true, cell: ({ agent }) => agent.fullName },
    { key: 'claimed', heading: t`Diambil`, align: 'end', cell: ({ claimed }) => claimed },
    { key: 'decided', heading: t`Diputus`, align: 'end', cell: ({ decided }) => decided },
    {
      key: 'median',
      heading: t`Median (jam kerja)`,
      align: 'end',
      cell: ({ medianMinutes }) => minutesWords(medianMinutes),
    },
    { key: 'back', heading: t`Dikembalikan ke-2`, align: 'end', cell: (load) => load.returnedBySecond },
    { key: 'reveals', heading: t`Buka data`, align: 'end', cell: ({ reveals }) => reveals },
  ];
  return (
    <Card>
      {/* The table is the landmark; a card of the same name would be a second one. */}
      <h2>{title}</h2>
      {loads.length === 0 ? (
        <p className="dim">
          <Trans>Tidak ada data pada rentang ini.</Trans>
        </p>
      ) : (
        <DataTable caption={title} columns={columns} rows={loads} keyOf={({ agent }) => agent.id} />
      )}
    </Card>
  );
}
