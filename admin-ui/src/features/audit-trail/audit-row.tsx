import { useLingui } from '@lingui/react/macro';
import { type MouseEvent, memo, type ReactNode } from 'react';

import { fieldWord } from '../../desk/field-words';
import { Changes } from '../../desk/timeline';
import type { AuditEventFieldsFragment } from '../../gql/graphql';
import { Time } from '../../ui/time';
import styles from './audit-list.module.css';
import type { AuditSearch } from './audit-search';

interface AuditRowProps {
  readonly event: AuditEventFieldsFragment;
  readonly index: number;
  readonly measure: (row: HTMLElement | null) => void;
  readonly onSearch: (search: AuditSearch) => void;
}

/** While somebody scrolls, the rows that stay are drawn once: this is what a slow computer feels. */
export const AuditRow = memo(function AuditRow({ event, index, measure, onSearch }: AuditRowProps) {
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
        <Subject event={event} onSearch={onSearch} />
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
        <SearchLink search={{ sekitar: event.at }} onSearch={onSearch}>
          {t`±10 mnt`}
        </SearchLink>
      </td>
    </tr>
  );
});

/** Leads to everything about the account or request; other things have no filter of their own. */
function Subject({
  event: { subject, subjectKind, subjectId, ticket },
  onSearch,
}: Pick<AuditRowProps, 'event' | 'onSearch'>) {
  const search = ticket ? { permohonan: ticket } : { akun: subjectId ?? '' };
  const leads = ticket || (subjectKind === 'ACCOUNT' && subjectId);
  const name = subject ?? ticket ?? '–';
  return leads ? (
    <SearchLink search={search} onSearch={onSearch}>
      {name}
    </SearchLink>
  ) : (
    name
  );
}

/** A link of the browser's own: the router's matches every route for each of them, at every row that comes into sight. */
function SearchLink({
  search,
  onSearch,
  children,
}: Pick<AuditRowProps, 'onSearch'> & { search: AuditSearch; children: ReactNode }) {
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onSearch(search);
  };
  return (
    <a href={`?${new URLSearchParams(search as Record<string, string>)}`} onClick={open}>
      {children}
    </a>
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
