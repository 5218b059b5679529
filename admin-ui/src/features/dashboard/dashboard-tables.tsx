import { Trans, useLingui } from '@lingui/react/macro';

import { type Column, DataTable } from '../../ui/data-table';
import { Card, Stack } from '../../ui/page';
import type { DashboardFigures } from './figures';
import { labelWord } from './label-words';
import { minutesWords } from './minutes';

type Load = DashboardFigures['byAgent'][number];
type Day = DashboardFigures['perDay'][number];
type Count = DashboardFigures['byReason'][number];

/** By name and never by rank. Agents find themselves alone in it. */
export function DashboardTables({ dashboard }: { dashboard: DashboardFigures }) {
  const { t } = useLingui();
  return (
    <Stack>
      <Loads loads={dashboard.byAgent} />
      <Days days={dashboard.perDay} />
      <Counts title={t`Umur tunggakan`} counts={dashboard.backlogByAge} />
      <Counts title={t`Hasil per alasan`} counts={dashboard.byReason} />
    </Stack>
  );
}

function Loads({ loads }: { loads: readonly Load[] }) {
  const { t } = useLingui();
  const columns: Column<Load>[] = [
    { key: 'agent', heading: t`Petugas`, names: true, cell: ({ agent }) => agent.fullName },
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
  return <Part title={t`Petugas`} rows={loads} columns={columns} keyOf={({ agent }) => agent.id} />;
}

function Days({ days }: { days: readonly Day[] }) {
  const { t } = useLingui();
  const columns: Column<Day>[] = [
    { key: 'day', heading: t`Tanggal`, names: true, cell: ({ day }) => day.split('-').reverse().join('/') },
    {
      key: 'received',
      heading: t({ message: 'Masuk', context: 'permohonan' }),
      align: 'end',
      cell: ({ received }) => received,
    },
    { key: 'decided', heading: t`Diputus`, align: 'end', cell: ({ decided }) => decided },
    { key: 'backlog', heading: t`Tunggakan`, align: 'end', cell: ({ backlog }) => backlog },
  ];
  return <Part title={t`Per hari`} rows={days} columns={columns} keyOf={({ day }) => day} />;
}

function Counts({ title, counts }: { title: string; counts: readonly Count[] }) {
  const { t } = useLingui();
  const columns: Column<Count>[] = [
    { key: 'label', heading: title, names: true, cell: ({ label }) => labelWord(label) },
    { key: 'count', heading: t`Jumlah`, align: 'end', cell: ({ count }) => count },
  ];
  return <Part title={title} rows={counts} columns={columns} keyOf={({ label }) => label} />;
}

interface PartProps<Row> {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
}

function Part<Row>({ title, rows, columns, keyOf }: PartProps<Row>) {
  return (
    <Card>
      {/* The table is the landmark; a card of the same name would be a second one. */}
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className="dim">
          <Trans>Tidak ada data pada rentang ini.</Trans>
        </p>
      ) : (
        <DataTable caption={title} columns={columns} rows={rows} keyOf={keyOf} />
      )}
    </Card>
  );
}
