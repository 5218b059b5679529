import { Trans, useLingui } from '@lingui/react/macro';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';

import type { AuditEventFieldsFragment } from '../../gql/graphql';
import styles from './audit-list.module.css';
import { AuditRow } from './audit-row';
import type { AuditSearch } from './audit-search';

const ROW_PX = 48;
const AHEAD = 6;
/** What is drawn before the pane was measured; anything else would draw all of it again at once. */
const FIRST = { width: 0, height: 400 };

interface AuditListProps {
  readonly events: readonly AuditEventFieldsFragment[];
  /** Nothing older is left on the server. */
  readonly whole: boolean;
  readonly onEnd: () => void;
  readonly onSearch: (search: AuditSearch) => void;
}

/** Only the rows in sight are on the page, however many there are; two empty ones keep the room of the others. */
export function AuditList({ events, whole, onEnd, onSearch }: AuditListProps) {
  const { t } = useLingui();
  const pane = useRef<HTMLElement>(null);
  const list = useVirtualizer({
    count: events.length,
    getScrollElement: () => pane.current,
    estimateSize: () => ROW_PX,
    overscan: AHEAD,
    initialRect: FIRST,
    getItemKey: (index) => events[index]?.id ?? index,
  });
  const shown = list.getVirtualItems();
  const last = shown.at(-1);
  useEffect(() => {
    if ((last?.index ?? 0) >= events.length - AHEAD) onEnd();
  }, [last?.index, events.length, onEnd]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls has to be reachable by the keyboard.
    <section ref={pane} className={styles.pane} tabIndex={0} aria-label={t`Jejak audit`}>
      {/* The rows that are not there count, too: a reader says "row 4,000 of 100,000". */}
      <table className={styles.table} aria-rowcount={whole ? events.length + 1 : -1}>
        <caption className="unseen">{t`Jejak audit`}</caption>
        <Headings />
        <tbody>
          <Room height={shown[0]?.start ?? 0} />
          {shown.map(({ index, key }) => {
            const event = events[index];
            return (
              event && (
                <AuditRow
                  key={key}
                  event={event}
                  index={index}
                  measure={list.measureElement}
                  onSearch={onSearch}
                />
              )
            );
          })}
          <Room height={list.getTotalSize() - (last?.end ?? 0)} />
        </tbody>
      </table>
      {!whole && (
        <p className={styles.more}>
          <Trans>Memuat yang lebih lama…</Trans>
        </p>
      )}
    </section>
  );
}

const Room = ({ height }: { height: number }) =>
  height > 0 ? (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in an empty row takes the focus.
    <tr aria-hidden="true" className={styles.room}>
      <td colSpan={8} style={{ height }} />
    </tr>
  ) : null;

function Headings() {
  const { t } = useLingui();
  const headings = [
    t`Waktu`,
    t`Pelaku`,
    t`Tindakan`,
    t`Objek`,
    t`Perubahan`,
    t`Alasan`,
    t`IP`,
    t`Sekitarnya`,
  ];
  return (
    <thead>
      <tr aria-rowindex={1}>
        {headings.map((heading) => (
          <th key={heading} scope="col">
            {heading}
          </th>
        ))}
      </tr>
    </thead>
  );
}
