import { Trans, useLingui } from '@lingui/react/macro';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { useMay } from '../../desk/viewer';

import { type Column, DataTable } from '../../ui/data-table';
import { Card } from '../../ui/page';
import type { CasesBehind } from './cases-behind';
import type { DashboardFigures } from './figures';
import { minutesWords } from './minutes';

type Load = DashboardFigures['byAgent'][number];

/** By name and never by rank. Agents find themselves alone in it. */
export function LoadTable({ loads, behind }: { loads: readonly Load[]; behind: CasesBehind }) {
  const { t } = useLingui();
  const title = t`Petugas`;
  const columns = useColumns(title, behind);
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

function useColumns(title: string, behind: CasesBehind): Column<Load>[] {
  const { t } = useLingui();
  // The trail itself is not for agents: to them these two stay numbers.
  const reads = useMay(['SUPERVISOR', 'AUDITOR']);
  const column = (
    key: string,
    heading: string,
    of: (load: Load) => ReactNode,
    to?: (load: Load) => LinkProps,
  ) => ({
    ...{ key, heading, align: 'end' as const },
    cell: (load: Load) => (to ? <Link {...to(load)}>{of(load)}</Link> : of(load)),
  });
  const decided = ({ agent }: Load) => behind.decidedBy(agent.id);
  const did = (event: string) => (reads ? ({ agent }: Load) => behind.doneBy(agent.id, event) : undefined);
  return [
    { key: 'agent', heading: title, names: true, cell: ({ agent }) => agent.fullName },
    column('claimed', t`Diambil`, ({ claimed }) => claimed, did('CASE_CLAIMED')),
    column('decided', t`Diputus`, (load) => load.decided, decided),
    column('median', t`Median (jam kerja)`, ({ medianMinutes }) => minutesWords(medianMinutes), decided),
    column(
      'back',
      t`Dikembalikan ke-2`,
      (load) => load.returnedBySecond,
      ({ agent }) => behind.decidedBy(agent.id, 'RETURNED_BY_SECOND'),
    ),
    column('reveals', t`Buka data`, ({ reveals }) => reveals, did('DATA_REVEALED')),
  ];
}
