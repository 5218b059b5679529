import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { DocumentTab } from '../../desk/document-tab';
import styles from '../../desk/evidence.module.css';
import { OneDocument } from '../../desk/one-document';
import type { ReviewFieldsFragment } from '../../gql/graphql';
import { Key } from '../../ui/key';
import { useShortcut } from '../../ui/shortcuts';
import { CaseDeliveries } from './case-deliveries';
import { ReviewHistory } from './history';

interface EvidenceProps {
  readonly request: ReviewFieldsFragment;
  /** Only whoever holds the case may look at documents. */
  readonly held: boolean;
  readonly onSeen: () => void;
  /** The whole column for it, or as much as the comparison leaves. */
  readonly whole: boolean;
  readonly onWhole: () => void;
}

type Open = number | 'HISTORY' | 'DELIVERIES';

/** What a case stands on: its documents one at a time, what happened to it, what was sent. */
export function Evidence({ request, held, onSeen, whole, onWhole }: EvidenceProps) {
  const { t } = useLingui();
  const { ticket, evidence: documents } = request;
  const [open, setOpen] = useState<Open>(0);
  const [last, setLast] = useState(0);
  const show = (next: Open) => {
    if (typeof next === 'number') setLast(next);
    setOpen(next);
  };
  const turn = (by: number) => () =>
    show(Math.min(Math.max(0, last + by), Math.max(0, documents.length - 1)));
  const turnTo = (other: 'HISTORY' | 'DELIVERIES') => () => show(open === other ? last : other);
  const scope = t`Bukti`;
  useShortcut({ keys: '[', label: t`Dokumen sebelumnya`, scope, run: turn(-1) });
  useShortcut({ keys: ']', label: t`Dokumen berikutnya`, scope, run: turn(1) });
  useShortcut({ keys: 't', label: t`Riwayat`, scope, run: turnTo('HISTORY') });
  const document = typeof open === 'number' ? documents[open] : undefined;
  return (
    <section aria-label={t`Bukti`} className={styles.evidence}>
      <div className={styles.documents}>
        {documents.map((one, index) => (
          <DocumentTab key={one.id} document={one} open={index === open} onOpen={() => show(index)} />
        ))}
        <span className={styles.rule} aria-hidden="true" />
        <Other open={open === 'HISTORY'} onOpen={turnTo('HISTORY')}>
          {t`Riwayat`} <Key>T</Key>
        </Other>
        <Other open={open === 'DELIVERIES'} onOpen={turnTo('DELIVERIES')}>
          {t`Pengiriman`}
        </Other>
      </div>
      {typeof open === 'number' && (
        <OneDocument {...{ document, held, onSeen, whole, onWhole }} key={document?.id} />
      )}
      {open === 'HISTORY' && <ReviewHistory ticket={ticket} />}
      {open === 'DELIVERIES' && <CaseDeliveries ticket={ticket} />}
    </section>
  );
}

function Other(props: { open: boolean; onOpen: () => void; children: ReactNode }) {
  return (
    <button type="button" className={styles.document} aria-pressed={props.open} onClick={props.onOpen}>
      {props.children}
    </button>
  );
}
