import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';

import { fieldWord } from '../../desk/field-words';
import { Changes } from '../../desk/timeline';
import type { AuditEventFieldsFragment } from '../../gql/graphql';
import { Time } from '../../ui/time';
import styles from './audit-list.module.css';

interface AuditRowProps {
  readonly event: AuditEventFieldsFragment;
  readonly index: number;
  readonly measure: (row: HTMLElement | null) => void;
}

export function AuditRow({ event, index, measure }: AuditRowProps) {
  const { t } = useLingui();
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <th scope="row">
        <Time at={event.at} form="exact" />
        <span className={styles.sequence}>{event.sequence ? `#${event.sequence}` : t`belum disegel`}</span>
      </th>
      <td>{event.actor}</td>
      <td>
        {event.description}
        <Outcome result={event.result} reasonCode={event.reasonCode} />
      </td>
      <td>
        <Subject event={event} />
      </td>
      <td>
        {event.changes.length > 0 ? (
          <Changes changes={event.changes} />
        ) : (
          event.fields.map(fieldWord).join(', ') || '–'
        )}
      </td>
      <td>{event.reason ?? '–'}</td>
      <td className="number">{event.ip ?? '–'}</td>
      <td>
        <Link to="/audit" search={{ sekitar: event.at }}>{t`±10 mnt`}</Link>
      </td>
    </tr>
  );
}

/** Leads to everything about the account or request; other things have no filter of their own. */
function Subject({
  event: { subject, subjectKind, subjectId, ticket },
}: {
  event: AuditEventFieldsFragment;
}) {
  const search = ticket ? { permohonan: ticket } : { akun: subjectId ?? undefined };
  const leads = ticket || (subjectKind === 'ACCOUNT' && subjectId);
  const name = subject ?? ticket ?? '–';
  return leads ? (
    <Link to="/audit" search={search}>
      {name}
    </Link>
  ) : (
    name
  );
}

/** Said only of what did not go through. */
function Outcome({ result, reasonCode }: { result: string; reasonCode?: string | null }) {
  const { t } = useLingui();
  if (result === 'ok') return null;
  const word = result === 'refused' ? t`ditolak` : t`gagal`;
  return (
    <span className={styles.sequence}>
      {word}
      {reasonCode && ` · ${reasonCode}`}
    </span>
  );
}
