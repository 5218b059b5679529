import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useContext, useState } from 'react';

import { IN_BACKGROUND } from '../../desk/session-times';
import { SpotCheckFiguresDocument, type SpotCheckFiguresQuery } from '../../gql/graphql';
import { now } from '../../ui/clock';
import { type Column, DataTable } from '../../ui/data-table';
import { dayOf } from '../../ui/date-field';
import { Card } from '../../ui/page';
import { Failed, Loading } from '../../ui/states';
import { ZoneContext } from '../../ui/time';

const DAYS = 30;
const DAY_MS = 86_400_000;

type Load = SpotCheckFiguresQuery['spotCheckFigures']['byDecider'][number];

/** How often two people agree, by first decider; by name and never by rank. */
export function CheckFigures() {
  const { t } = useLingui();
  const zone = useContext(ZoneContext);
  const [days] = useState(() => ({
    from: dayOf(now() - (DAYS - 1) * DAY_MS, zone),
    to: dayOf(now(), zone),
  }));
  const { data, error, refetch } = useQuery(SpotCheckFiguresDocument, {
    variables: days,
    fetchPolicy: 'cache-and-network',
    context: IN_BACKGROUND,
  });
  const figures = data?.spotCheckFigures;
  const title = t`Angka ${DAYS} hari terakhir`;
  const columns: Column<Load>[] = [
    { key: 'agent', heading: t`Pemutus pertama`, names: true, cell: ({ agent }) => agent.fullName },
    { key: 'decided', heading: t`Diputus`, align: 'end', cell: ({ decided }) => decided },
    { key: 'drawn', heading: t`Terundi`, align: 'end', cell: ({ drawn }) => drawn },
    { key: 'checked', heading: t`Diperiksa ulang`, align: 'end', cell: ({ checked }) => checked },
    { key: 'disagreed', heading: t`Berbeda`, align: 'end', cell: ({ disagreed }) => disagreed },
  ];
  return (
    <Card>
      {/* The table is the landmark; a card of the same name would be a second one. */}
      <h2>{title}</h2>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!figures && !error && <Loading rows={3} />}
      {figures && <Totals {...figures} />}
      {figures && figures.byDecider.length > 0 && (
        <DataTable
          caption={title}
          columns={columns}
          rows={figures.byDecider}
          keyOf={({ agent }) => agent.id}
          outdated={error !== undefined}
        />
      )}
    </Card>
  );
}

function Totals(figures: Omit<SpotCheckFiguresQuery['spotCheckFigures'], 'byDecider'>) {
  const { decided, drawn, waiting, checked, disagreed, unsettled } = figures;
  return (
    <p>
      <Trans>
        {decided} keputusan satu orang, {drawn} terundi: {checked} diperiksa ulang, {waiting} menunggu.{' '}
        {disagreed} berbeda, {unsettled} belum ditindaklanjuti.
      </Trans>
    </p>
  );
}
