import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useSearch } from '@tanstack/react-router';
import { useContext, useState } from 'react';

import { IN_BACKGROUND } from '../../desk/session-times';
import { DashboardDocument } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { now } from '../../ui/clock';
import { Page } from '../../ui/page';
import { Failed, Loading } from '../../ui/states';
import { Tabs } from '../../ui/tabs';
import { Time, ZoneContext } from '../../ui/time';
import { DashboardCharts } from './dashboard-charts';
import { Figures } from './figures';
import { LoadTable } from './load-table';
import { daysOf, RANGE_NAMES, type RangeName } from './range';

export function DashboardPage() {
  const { rentang = 'hari' } = useSearch({ from: '/desk/dasbor' });
  return <Dashboard key={rentang} range={rentang} />;
}

/** Numbers that lead to their cases. They stand still until somebody asks again: nobody compares figures that move. */
export function Dashboard({ range }: { range: RangeName }) {
  const { t } = useLingui();
  const zone = useContext(ZoneContext);
  const [days] = useState(() => daysOf(range, now(), zone));
  const { data, error, refetch } = useQuery(DashboardDocument, {
    variables: days,
    fetchPolicy: 'cache-and-network',
    context: IN_BACKGROUND,
  });
  const dashboard = data?.dashboard;
  const title = t`Dasbor`;
  return (
    <Page
      title={title}
      section={title}
      actions={
        <>
          {dashboard && (
            <span className="dim">
              <Trans>
                data per <Time at={dashboard.asOf} />
              </Trans>
            </span>
          )}
          <Button onClick={() => void refetch()}>
            <Trans>Segarkan</Trans>
          </Button>
        </>
      }
    >
      <Ranges />
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!dashboard && !error && <Loading rows={8} />}
      {dashboard && <Figures dashboard={dashboard} />}
      {dashboard && <LoadTable loads={dashboard.byAgent} />}
      {dashboard && <DashboardCharts dashboard={dashboard} />}
    </Page>
  );
}

function Ranges() {
  const { t } = useLingui();
  const words: Record<RangeName, string> = {
    hari: t`Hari ini`,
    '7hari': t`7 hari`,
    '30hari': t`30 hari`,
    triwulan: t`Triwulan`,
  };
  return (
    <Tabs
      label={t`Rentang waktu`}
      tabs={RANGE_NAMES.map((name) => ({
        to: { to: '/dasbor', search: { rentang: name === 'hari' ? undefined : name } },
        label: words[name],
      }))}
    />
  );
}
