import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';

import { eventWord } from '../../desk/event-words';
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
        <span className={styles.sequence}>#{event.sequence}</span>
      </th>
      <td>{event.actor}</td>
      <td>{eventWord(event.event)}</td>
      <td>
        <Subject subject={event.subject} />
      </td>
      <td>{event.changes.length > 0 ? <Changes changes={event.changes} /> : '–'}</td>
      <td>{event.reason ?? '–'}</td>
      <td className="number">{event.ip ?? '–'}</td>
      <td>
        <Link to="/audit" search={{ sekitar: event.at }}>{t`±10 mnt`}</Link>
      </td>
    </tr>
  );
}

const ACCOUNT_ID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/;

/** Leads to everything about the thing where the subject names one that has an address. */
function Subject({ subject }: { subject?: string | null }) {
  const id = subject && ACCOUNT_ID.exec(subject)?.[0];
  if (!subject) return <>–</>;
  if (!id) return <>{subject}</>;
  return (
    <Link to="/audit" search={{ akun: id }} title={subject}>
      {subject.replace(id, `…${id.slice(-6)}`)}
    </Link>
  );
}
