import { useLingui } from '@lingui/react/macro';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import type { DashboardQuery } from '../../gql/graphql';
import styles from './figures.module.css';
import { minutesWords } from './minutes';

export type DashboardFigures = DashboardQuery['dashboard'];

/** Each leads to what it counts, where there is a list of it. */
export function Figures({ dashboard }: { dashboard: DashboardFigures }) {
  const { t, i18n } = useLingui();
  const { received, open, overdue, awaitingSecond, medianDecisionMinutes, failedDeliveries } = dashboard;
  const number = (value: number) => i18n.number(value);
  return (
    <dl className={styles.figures}>
      <Figure name={t({ message: 'Masuk', context: 'permohonan' })}>{number(received)}</Figure>
      <Figure name={t`Terbuka`} to={{ to: '/antrean' }}>
        {number(open)}
      </Figure>
      <Figure name={t`Lewat SLA`} to={{ to: '/antrean', search: { lewat: true } }}>
        {number(overdue)}
      </Figure>
      <Figure name={t`Menunggu ke-2`} to={{ to: '/antrean', search: { tampilan: 'kedua' } }}>
        {number(awaitingSecond)}
      </Figure>
      <Figure name={t`Median (jam kerja)`}>{minutesWords(medianDecisionMinutes)}</Figure>
      <Figure name={t`Gagal kirim`} to={{ to: '/pengiriman', search: { status: 'FAILED' } }}>
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
