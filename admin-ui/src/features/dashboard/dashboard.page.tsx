import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useContext, useDeferredValue, useState } from 'react';

import { OfficeFilter } from '../../desk/office-filter';
import { useOfficesInReach } from '../../desk/offices';
import { IN_BACKGROUND } from '../../desk/session-times';
import { DashboardDocument } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { now } from '../../ui/clock';
import { Page, Row } from '../../ui/page';
import { Failed, Loading } from '../../ui/states';
import { Tabs } from '../../ui/tabs';
import { Time, ZoneContext } from '../../ui/time';
import { casesBehind } from './cases-behind';
import { DashboardCharts } from './dashboard-charts';
import { Figures } from './figures';
import { LoadTable } from './load-table';
import { daysOf, RANGE_NAMES, type RangeName } from './range';

export function DashboardPage() {
  const { rentang = 'hari', kantor } = useSearch({ from: '/desk/dasbor' });
  return <Dashboard key={`${rentang} ${kantor}`} range={rentang} officeId={kantor} />;
}

interface DashboardProps {
  readonly range: RangeName;
  /** Absent: all that the agent sees. */
  readonly officeId?: string;
}

/** Numbers that lead to their cases. They stand still until somebody asks again: nobody compares figures that move. */
export function Dashboard({ range, officeId }: DashboardProps) {
  const { t } = useLingui();
  const zone = useZoneOf(officeId);
  const [asked] = useState(now);
  const days = daysOf(range, asked, zone);
  const { data, error, refetch } = useQuery(DashboardDocument, {
    variables: { ...days, officeId },
    fetchPolicy: 'cache-and-network',
    context: IN_BACKGROUND,
  });
  const dashboard = useDeferredValue(data?.dashboard);
  const behind = casesBehind({ ...days, zone, kantor: officeId });
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
      <Row from="middle">
        <Ranges officeId={officeId} />
        <Offices range={range} officeId={officeId} />
      </Row>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!dashboard && !error && <Loading rows={8} />}
      {dashboard && <Figures dashboard={dashboard} behind={behind} />}
      {dashboard && <LoadTable loads={dashboard.byAgent} behind={behind} />}
      {dashboard && <DashboardCharts dashboard={dashboard} behind={behind} />}
    </Page>
  );
}

/** Days are those of the office that is looked at. */
function useZoneOf(officeId: string | undefined): string {
  const own = useContext(ZoneContext);
  const { offices } = useOfficesInReach(officeId !== undefined);
  return offices.find(({ id }) => id === officeId)?.zone ?? own;
}

function Offices({ range, officeId }: DashboardProps) {
  const navigate = useNavigate();
  const search = (kantor: string | undefined) => ({ rentang: range === 'hari' ? undefined : range, kantor });
  const choose = (kantor: string | undefined) =>
    void navigate({ to: '/dasbor', search: search(kantor), replace: true });
  return <OfficeFilter value={officeId} onChange={choose} />;
}

function Ranges({ officeId }: Pick<DashboardProps, 'officeId'>) {
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
        to: { to: '/dasbor', search: { rentang: name === 'hari' ? undefined : name, kantor: officeId } },
        label: words[name],
      }))}
    />
  );
}
