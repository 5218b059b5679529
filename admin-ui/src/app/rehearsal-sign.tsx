import { useQuery } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';

import { SessionTimesDocument } from '../gql/graphql';
import styles from './top-bar.module.css';

/** Anywhere but in production: so that nobody takes a rehearsal for the desk, or the desk for a rehearsal. It comes with the times of the session. */
export function RehearsalSign() {
  const { data } = useQuery(SessionTimesDocument, { fetchPolicy: 'cache-only' });
  return data?.rehearsal ? (
    <span className={styles.rehearsal}>
      <Trans>Latihan</Trans>
      <span className="unseen">
        {': '}
        <Trans>data di sini rekaan dan tidak berlaku.</Trans>
      </span>
    </span>
  ) : null;
}
