import { useLingui } from '@lingui/react/macro';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import type { DashboardQuery } from '../../gql/graphql';
import type { CasesBehind } from './cases-behind';
import styles from './figures.module.css';
import { minutesWords } from './minutes';

export type DashboardFigures = DashboardQuery['dashboard'];

/** Each leads to what it counts; where nobody decided there is no middle, and nothing behind it. */
export function Figures({ dashboard, behind }: { dashboard: DashboardFigures; behind: CasesBehind }) {
  const { t, i18n } = useLingui();
  const { received, open, overdue, awaitingSecond, medianDecisionMinutes, failedDeliveries } = dashboard;
  const number = (value: number) => i18n.number(value);
  return (
    <dl className={styles.figures}>
      <Figure name={t({ message: 'Masuk', context: 'permohonan' })} to={behind.received()}>
        {number(received)}
      </Figure>
      <Figure name={t`Terbuka`} to={behind.open()}>
        {number(open)}
      </Figure>
      <Figure name={t`Lewat SLA`} to={behind.overdue()}>
        {number(overdue)}
      </Figure>
      <Figure name={t`Menunggu ke-2`} to={behind.awaitingSecond()}>
        {number(awaitingSecond)}
      </Figure>
      <Figure name={t`Median (jam kerja)`} to={medianDecisionMinutes == null ? undefined : behind.decided()}>
        {minutesWords(medianDecisionMinutes)}
      </Figure>
      <Figure name={t`Gagal kirim`} to={behind.failed()}>
        {number(failedDeliveries)}
      </Figure>
    </dl>
  );
}

function Figure({ name, to, children }: { name: string; to?: LinkProps; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{to ? <Link {...to}>{children}</Link> : children}</dd>
    </div>
  );
}
