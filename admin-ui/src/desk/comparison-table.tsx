import { Trans, useLingui } from '@lingui/react/macro';
import type { ComparedFieldsFragment } from '../gql/graphql';
import { type Column, DataTable } from '../ui/data-table';
import { StatusBadge } from '../ui/status-badge';
import { Time } from '../ui/time';
import { fieldWord } from './field-words';
import styles from './review.module.css';
import { unwanted, verdictTone, verdictWords } from './review-words';

type Compared = ComparedFieldsFragment;

/** Verdicts before values: the server compared what stands here as masks only. */
export function ComparisonTable({ comparison }: { comparison: readonly Compared[] }) {
  const { t } = useLingui();
  const columns: Column<Compared>[] = [
    { key: 'field', heading: t`Data`, names: true, cell: ({ field }) => fieldWord(field) },
    { key: 'recorded', heading: t`Tercatat`, cell: ({ recorded }) => <Value>{recorded}</Value> },
    { key: 'claimed', heading: t`Diajukan`, cell: ({ claimed }) => <Value>{claimed}</Value> },
    { key: 'verdict', heading: t`Hasil`, cell: (row) => <Verdict row={row} /> },
  ];
  return (
    <div className={styles.comparison}>
      <DataTable
        caption={t`Perbandingan data`}
        columns={columns}
        rows={comparison}
        keyOf={({ field }) => field}
      />
    </div>
  );
}

const Value = ({ children }: { children?: string | null }) => (
  <span className="number">{children ?? '–'}</span>
);

function Verdict({ row }: { row: Compared }) {
  const { t } = useLingui();
  const noted = row.field === 'birthDate' && row.verdict === 'NOT_COMPARABLE';
  return (
    <span className={unwanted(row) ? styles.unwanted : undefined}>
      <StatusBadge tone={verdictTone(row)}>{verdictWords(row)}</StatusBadge>{' '}
      {row.checkedAt && (
        <span className="dim">
          <Trans>
            diperiksa <Time at={row.checkedAt} form="time" />
          </Trans>
        </span>
      )}
      {noted && <span className="dim">{t`Tanggal pada NIK berbeda; bisa sah.`}</span>}
    </span>
  );
}
