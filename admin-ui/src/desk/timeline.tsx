import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';

import type { AuditEventFieldsFragment } from '../gql/graphql';
import { Time } from '../ui/time';
import { changeWord, fieldWord } from './field-words';
import styles from './timeline.module.css';
import { useMay } from './viewer';

/** Newest first: who did what, when and why. The same list for an account and for a request. */
export function Timeline({ events }: { events: readonly AuditEventFieldsFragment[] }) {
  const { t } = useLingui();
  const mayTrace = useMay(['SUPERVISOR', 'ADMIN', 'AUDITOR']);
  return (
    <ol className={styles.list} aria-label={t`Riwayat`}>
      {events.map((event) => (
        <li key={event.id} className={styles.event}>
          <span className={styles.when}>
            <Time at={event.at} form="exact" />
          </span>
          <div>
            <p>
              <strong>{event.description}</strong> · {event.actor}
            </p>
            <Changes changes={event.changes} />
            {event.fields.length > 0 && <p className="dim">{event.fields.map(fieldWord).join(', ')}</p>}
            {event.reason && <p className="dim">{t`Alasan: ${event.reason}`}</p>}
          </div>
          {mayTrace && (
            <Link to="/audit" search={{ sekitar: event.at }} className={styles.trace}>
              {t`Peristiwa ±10 menit`}
            </Link>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Old to new, masked by the server. */
export function Changes({ changes }: { changes: AuditEventFieldsFragment['changes'] }) {
  return changes.length === 0 ? null : (
    <ul className={styles.changes}>
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          {fieldWord(field)}:{' '}
          {before != null && <span className="number">{changeWord(field, before)} → </span>}
          <span className="number">{after == null ? '–' : changeWord(field, after)}</span>
        </li>
      ))}
    </ul>
  );
}
