import { useLingui } from '@lingui/react/macro';
import { Link, type LinkProps, useNavigate } from '@tanstack/react-router';

import type { Column } from '../../ui/data-table';
import type { CasesBehind } from './cases-behind';
import { Charted } from './charted';
import styles from './charted.module.css';
import { dayWords } from './day-words';
import type { DashboardFigures } from './figures';
import { labelWord } from './label-words';
import { backlogSummary, flowSummary, oldSummary, reasonSummary } from './summaries';
import { type Charts, useCharts } from './use-charts';

type Day = DashboardFigures['perDay'][number];
type Age = DashboardFigures['backlogByAge'][number];
type Count = DashboardFigures['byReason'][number];

interface Drawn {
  readonly dashboard: DashboardFigures;
  readonly behind: CasesBehind;
  readonly charts: Charts | 'COMING' | 'FAILED';
}

/** A press on a part of a drawing goes where its number in the table goes. */
function usePick<Row>(rows: readonly Row[], to: (row: Row, series: string) => LinkProps) {
  const navigate = useNavigate();
  return (place: number, series: string) => {
    const row = rows[place];
    if (row) void navigate(to(row, series) as never);
  };
}

/** What came and went, what is left, how old it is, and how it ended. */
export function DashboardCharts(shown: Omit<Drawn, 'charts'>) {
  const charts = useCharts();
  return (
    <div className={styles.grid}>
      <Flow {...shown} charts={charts} />
      <Backlog {...shown} charts={charts} />
      <Ages {...shown} charts={charts} />
      <Reasons {...shown} charts={charts} />
    </div>
  );
}

function Flow({ dashboard: { perDay }, behind, charts }: Drawn) {
  const { t } = useLingui();
  const pick = usePick(perDay, ({ day }, series) =>
    series === 'decided' ? behind.decidedOn(day) : behind.receivedOn(day),
  );
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
      draw={({ Columns }) => <Columns rows={perDay.map(drawn)} by="called" series={series} onPick={pick} />}
      rows={perDay}
      keyOf={({ day }) => day}
      columns={[
        dayColumn(t`Tanggal`),
        leading('received', received, (day: Day) => [day.received, behind.receivedOn(day.day)]),
        leading('decided', decided, (day: Day) => [day.decided, behind.decidedOn(day.day)]),
      ]}
    />
  );
}

function Backlog({ dashboard: { perDay }, behind, charts }: Drawn) {
  const { t } = useLingui();
  const pick = usePick(perDay, ({ day }) => behind.openOn(day));
  const heading = t`Tunggakan`;
  return (
    <Charted
      title={t`Tunggakan per hari`}
      summary={backlogSummary(perDay)}
      charts={charts}
      draw={({ Line }) => (
        <Line
          rows={perDay.map(drawn)}
          by="called"
          series={[{ name: 'backlog', label: heading }]}
          onPick={pick}
        />
      )}
      rows={perDay}
      keyOf={({ day }) => day}
      columns={[
        dayColumn(t`Tanggal`),
        leading('backlog', heading, ({ day, backlog }: Day) => [backlog, behind.openOn(day)]),
      ]}
    />
  );
}

function Ages({ dashboard: { backlogByAge }, behind, charts }: Drawn) {
  const { t } = useLingui();
  const pick = usePick(backlogByAge, behind.ofAge);
  const title = t`Umur tunggakan`;
  const series = [{ name: 'count', label: t`Jumlah` }];
  return (
    <Charted
      title={title}
      summary={oldSummary(backlogByAge)}
      charts={charts}
      draw={({ Bars }) => <Bars rows={backlogByAge.map(named)} by="called" series={series} onPick={pick} />}
      rows={backlogByAge}
      keyOf={({ label }) => label}
      columns={[
        labelColumn(title),
        leading('count', t`Jumlah`, (age: Age) => [age.count, behind.ofAge(age)]),
      ]}
    />
  );
}

function Reasons({ dashboard: { byReason }, behind, charts }: Drawn) {
  const { t } = useLingui();
  const pick = usePick(byReason, ({ label }) => behind.withOutcome(label));
  const title = t`Hasil per alasan`;
  const series = [{ name: 'count', label: t`Jumlah` }];
  return (
    <Charted
      title={title}
      summary={reasonSummary(byReason)}
      charts={charts}
      draw={({ Bars }) => <Bars rows={byReason.map(named)} by="called" series={series} onPick={pick} />}
      rows={byReason}
      keyOf={({ label }) => label}
      columns={[
        labelColumn(title),
        leading('count', t`Jumlah`, ({ label, count }: Count) => [count, behind.withOutcome(label)]),
      ]}
    />
  );
}

const drawn = (day: Day) => ({ ...day, called: dayWords(day.day) });
const named = ({ label, count }: Pick<Count, 'label' | 'count'>) => ({ called: labelWord(label), count });

const dayColumn = (heading: string): Column<Day> => ({
  ...{ key: 'day', heading, names: true },
  cell: ({ day }) => day.split('-').reverse().join('/'),
});
const labelColumn = (heading: string): Column<Pick<Count, 'label'>> => ({
  ...{ key: 'label', heading, names: true },
  cell: ({ label }) => labelWord(label),
});
/** Each number leads to the cases it counts. */
const leading = <Row,>(
  key: string,
  heading: string,
  of: (row: Row) => readonly [number, LinkProps],
): Column<Row> => ({
  ...{ key, heading, align: 'end' },
  cell: (row) => {
    const [count, to] = of(row);
    return <Link {...to}>{count}</Link>;
  },
});
