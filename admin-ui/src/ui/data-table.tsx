import type { ReactNode } from 'react';

import styles from './data-table.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
  /** Left out below 1280 px: nice to have, wanted by nobody in a hurry. */
  readonly minor?: boolean;
  readonly align?: 'end';
  /** Words that may go on in a second line; all others keep to one. */
  readonly wraps?: boolean;
  /** The cell names the row, for readers that go cell by cell. */
  readonly names?: boolean;
  readonly sort?: Sort;
}

/** What a column can be ordered by; pressed again, the list goes back to its own order. */
export interface Sort {
  readonly by: 'ascending' | 'descending' | null;
  readonly onSort: () => void;
}

export interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The last good rows while newer ones could not be had. */
  readonly outdated?: boolean;
  readonly selected?: string;
  readonly onRow?: (row: Row) => void;
  /** A heading above the rows that share it; they come in that order. */
  readonly groupOf?: (row: Row) => string;
}

/** Plain cells in a pane that scrolls sideways by itself, so that the page never does. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, outdated, groupOf = () => '' } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls has to be reachable by the keyboard.
    <section className={styles.pane} aria-label={caption} tabIndex={0} data-outdated={outdated}>
      <table className={styles.table}>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, ...heading }) => (
              <Heading key={key} {...heading} />
            ))}
          </tr>
        </thead>
        {groupsOf(rows, groupOf).map(({ heading, members }) => (
          <tbody key={heading}>
            {heading && (
              <tr className={styles.group}>
                <th scope="rowgroup" colSpan={columns.length}>
                  {heading}
                </th>
              </tr>
            )}
            {members.map((row) => (
              <TableRow key={props.keyOf(row)} {...props} row={row} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

type HeadingProps = Pick<Column<never>, 'heading' | 'minor' | 'align' | 'sort'>;

function Heading({ heading, minor, align, sort }: HeadingProps) {
  return (
    <th scope="col" data-minor={minor} data-align={align} aria-sort={sort?.by ?? undefined}>
      {sort ? (
        <button type="button" className={styles.sort} onClick={sort.onSort}>
          {heading}
          <span aria-hidden="true">{sort.by ? ARROWS[sort.by] : '↕'}</span>
        </button>
      ) : (
        heading
      )}
    </th>
  );
}

const ARROWS = { ascending: '↑', descending: '↓' } as const;

/** Rows next to each other under the same heading. */
function groupsOf<Row>(rows: readonly Row[], groupOf: (row: Row) => string) {
  const groups: { heading: string; members: Row[] }[] = [];
  for (const row of rows) {
    const heading = groupOf(row);
    const last = groups.at(-1);
    if (last?.heading === heading) last.members.push(row);
    else groups.push({ heading, members: [row] });
  }
  return groups;
}

function TableRow<Row>({ row, columns, keyOf, selected, onRow }: DataTableProps<Row> & { row: Row }) {
  return (
    <tr
      data-selected={selected === keyOf(row) || undefined}
      data-clickable={onRow !== undefined || undefined}
      onClick={onRow && (() => onRow(row))}
    >
      {columns.map((column) => (
        <Cell key={column.key} column={column} row={row} />
      ))}
    </tr>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { names, minor, align, wraps, cell } = column;
  const looks = { 'data-minor': minor, 'data-align': align, 'data-wraps': wraps };
  return names ? (
    <th scope="row" {...looks}>
      {cell(row)}
    </th>
  ) : (
    <td {...looks}>{cell(row)}</td>
  );
}
