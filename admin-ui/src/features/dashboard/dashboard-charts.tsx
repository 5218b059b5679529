import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';

import type { Column } from '../../ui/data-table';
import { Charted } from './charted';
import styles from './charted.module.css';
import { dayWords } from './day-words';
import type { DashboardFigures } from './figures';
import { labelWord } from './label-words';
import { backlogSummary, flowSummary, oldSummary, reasonSummary } from './summaries';
import { type Charts, useCharts } from './use-charts';

type Day = DashboardFigures['perDay'][number];
type Count = DashboardFigures['byReason'][number];

interface Drawn {
  readonly dashboard: DashboardFigures;
  readonly charts: Charts | 'COMING' | 'FAILED';
}

/** What came and went, what is left, how old it is, and how it ended. */
export function DashboardCharts({ dashboard }: { dashboard: DashboardFigures }) {
  const charts = useCharts();
  return (
    <div className={styles.grid}>
      <Flow dashboard={dashboard} charts={charts} />
      <Backlog dashboard={dashboard} charts={charts} />
      <Ages dashboard={dashboard} charts={charts} />
      <Reasons dashboard={dashboard} charts={charts} />
    </div>
  );
}

function Flow({ dashboard: { perDay }, charts }: Drawn) {
  const { t } = useLingui();
  const received = t({ message: 'Masuk', context: 'permohonan' });
  const decided = t`Diputus`;
  const series = [
    { name: 'received', label: received },
    { name: 'decided', label: decided },
  ];
  return (
    <Charted
      title={t`Masuk dan diputus per hari`}
      summary={flowSummary(perDay)}
      charts={charts}
      draw={({ Columns }) => <Columns rows={perDay.map(drawn)} by="called" series={series} />}
      rows={perDay}
      keyOf={({ day }) => day}
      columns={[
        dayColumn(t`Tanggal`),
        { key: 'received', heading: received, align: 'end', cell: (day) => day.received },
        { key: 'decided', heading: decided, align: 'end', cell: (day) => day.decided },
      ]}
    />
  );
}

function Backlog({ dashboard: { perDay }, charts }: Drawn) {
  const { t } = useLingui();
  const heading = t`Tunggakan`;
  return (
    <Charted
      title={t`Tunggakan per hari`}
      summary={backlogSummary(perDay)}
      charts={charts}
      draw={({ Line }) => (
        <Line rows={perDay.map(drawn)} by="called" series={[{ name: 'backlog', label: heading }]} />
      )}
      rows={perDay}
      keyOf={({ day }) => day}
      columns={[
        dayColumn(t`Tanggal`),
        { key: 'backlog', heading, align: 'end', cell: ({ backlog }) => backlog },
      ]}
    />
  );
}

function Ages({ dashboard: { backlogByAge }, charts }: Drawn) {
  const { t } = useLingui();
  const title = t`Umur tunggakan`;
  const series = [{ name: 'count', label: t`Jumlah` }];
  return (
    <Charted
      title={title}
      summary={oldSummary(backlogByAge)}
      charts={charts}
      draw={({ Bars }) => <Bars rows={backlogByAge.map(named)} by="called" series={series} />}
      rows={backlogByAge}
      keyOf={({ label }) => label}
      columns={[labelColumn(title), countColumn(t`Jumlah`, '/antrean')]}
    />
  );
}

function Reasons({ dashboard: { byReason }, charts }: Drawn) {
  const { t } = useLingui();
  const title = t`Hasil per alasan`;
  const series = [{ name: 'count', label: t`Jumlah` }];
  return (
    <Charted
      title={title}
      summary={reasonSummary(byReason)}
      charts={charts}
      draw={({ Bars }) => <Bars rows={byReason.map(named)} by="called" series={series} />}
      rows={byReason}
      keyOf={({ label }) => label}
      columns={[labelColumn(title), countColumn(t`Jumlah`, '/antrean', 'selesai')]}
    />
  );
}

const drawn = (day: Day) => ({ ...day, called: dayWords(day.day) });
const named = ({ label, count }: Count) => ({ called: labelWord(label), count });

const dayColumn = (heading: string): Column<Day> => ({
  ...{ key: 'day', heading, names: true },
  cell: ({ day }) => day.split('-').reverse().join('/'),
});
const labelColumn = (heading: string): Column<Count> => ({
  ...{ key: 'label', heading, names: true },
  cell: ({ label }) => labelWord(label),
});
/** Each number leads to the cases it is among. */
const countColumn = (heading: string, to: '/antrean', tampilan?: 'selesai'): Column<Count> => ({
  ...{ key: 'count', heading, align: 'end' },
  cell: ({ count }) => (
    <Link to={to} search={{ tampilan }}>
      {count}
    </Link>
  ),
});
