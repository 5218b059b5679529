import { BarChart, LineChart } from '@mantine/charts';

import styles from './charts.module.css';

export interface Series {
  /** The key of its numbers in each row. */
  readonly name: string;
  readonly label: string;
}

type Row = Readonly<Record<string, string | number>>;

interface ChartProps {
  readonly rows: readonly Row[];
  /** The key of what each row is called. */
  readonly by: string;
  readonly series: readonly Series[];
  /** Pressed: which row, and the name of the series. */
  readonly onPick?: (place: number, series: string) => void;
}

const COLOURS = ['var(--chart-first)', 'var(--chart-second)'];

/** Columns beside each other, one a row and series. */
export const Columns = (props: ChartProps) => (
  <Legend series={props.series}>
    <BarChart {...shared(props)} barProps={pickable(props)} maxBarWidth={36} />
  </Legend>
);

/** Bars that lie, for rows with long names. */
export const Bars = (props: ChartProps) => (
  <BarChart
    {...shared(props)}
    barProps={pickable(props)}
    orientation="vertical"
    gridAxis="y"
    maxBarWidth={22}
    withXAxis={false}
    withBarValueLabel
    valueLabelProps={{ fill: 'currentColor', formatter: (value) => value }}
    barChartProps={{ margin: { right: 32 } }}
    yAxisProps={{ width: 150 }}
  />
);

/** One line through what is there at the end of each row. */
export const Line = (props: ChartProps) => (
  <LineChart
    {...shared(props)}
    curveType="linear"
    withDots={props.rows.length <= 31}
    lineChartProps={{
      // The whole height above a day is that day's.
      onClick: ({ activeTooltipIndex }) =>
        activeTooltipIndex != null && props.onPick?.(Number(activeTooltipIndex), props.series[0]?.name ?? ''),
    }}
  />
);

const pickable =
  ({ onPick }: ChartProps) =>
  ({ name }: { name: string }) => ({
    className: onPick && styles.pickable,
    onClick: (_: unknown, place: number) => onPick?.(place, name),
  });

/** The readers of a screen have a sentence and a table: the drawing takes no focus and says nothing twice. */
const shared = ({ rows, by, series }: ChartProps) => ({
  data: rows.map((row) => ({ ...row })),
  dataKey: by,
  series: series.map(({ name, label }, place) => ({ name, label, color: COLOURS[place] ?? 'currentColor' })),
  classNames: { root: styles.chart, container: styles.container, grid: styles.grid, axis: styles.axis },
  accessibilityLayer: false,
  tickLine: 'none' as const,
  tooltipAnimationDuration: 0,
  yAxisProps: { allowDecimals: false, width: 36 },
  tooltipProps: { content: (hint: object) => <Hint {...hint} series={series} /> },
});

interface HintProps {
  readonly label?: string;
  readonly payload?: readonly { readonly dataKey?: unknown; readonly value?: number }[];
  readonly series: readonly Series[];
}

/** Under the pointer: the numbers of one row. */
function Hint({ label, payload = [], series }: HintProps) {
  return (
    <div className={styles.hint}>
      <p>{label}</p>
      {series.map((one) => (
        <p key={one.name}>
          {one.label}: {payload.find(({ dataKey }) => dataKey === one.name)?.value ?? 0}
        </p>
      ))}
    </div>
  );
}

function Legend({ series, children }: Pick<ChartProps, 'series'> & { children: React.ReactNode }) {
  return (
    <>
      <p className={styles.legend}>
        {series.map(({ name, label }, place) => (
          <span key={name} data-place={place}>
            {label}
          </span>
        ))}
      </p>
      {children}
    </>
  );
}
