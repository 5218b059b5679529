import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

import { type Column, DataTable } from '../../ui/data-table';
import { Card } from '../../ui/page';
import styles from './charted.module.css';
import type { Charts } from './use-charts';
import { useInSight } from './use-in-sight';

interface ChartedProps<Row> {
  readonly title: string;
  /** What the drawing shows, in one sentence. */
  readonly summary: string;
  readonly charts: Charts | 'COMING' | 'FAILED';
  readonly draw: (charts: Charts) => ReactNode;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** A drawing for the eye, a sentence and a table for everybody; the table opens by itself where no drawing can be had. */
export function Charted<Row>({ title, summary, charts, draw, ...table }: ChartedProps<Row>) {
  const failed = charts === 'FAILED';
  const { place, seen } = useInSight(charts !== 'COMING');
  return (
    <Card>
      {/* The table is the landmark; a card of the same name would be a second one. */}
      <h2>{title}</h2>
      {table.rows.length === 0 ? (
        <p className="dim">
          <Trans>Tidak ada data pada rentang ini.</Trans>
        </p>
      ) : (
        <>
          <p className="dim">{summary}</p>
          {failed && (
            <p role="status">
              <Trans>
                Grafik belum dapat dimuat. Angkanya ada di tabel; muat ulang halaman untuk mencoba lagi.
              </Trans>
            </p>
          )}
          {!failed && (
            <div ref={place} className={styles.drawing} aria-hidden="true">
              {seen && charts !== 'COMING' && draw(charts)}
            </div>
          )}
          <details className={styles.table} open={failed}>
            <summary>
              <Trans>Lihat sebagai tabel</Trans>
              <span className="unseen">: {title}</span>
            </summary>
            <DataTable caption={title} {...table} />
          </details>
        </>
      )}
    </Card>
  );
}
