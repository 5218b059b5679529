import { useLingui } from '@lingui/react/macro';
import { useCallback, useRef, useState } from 'react';

import { DocumentTab } from '../../desk/document-tab';
import styles from '../../desk/evidence.module.css';
import { OneDocument } from '../../desk/one-document';
import { useShortcut } from '../../ui/shortcuts';
import type { Check } from './use-spot-check';

interface CheckEvidenceProps {
  readonly documents: Check['evidence'];
  /** Asks for the marks and addresses as they are now. */
  readonly onRefresh: () => void;
  readonly whole: boolean;
  readonly onWhole: () => void;
}

/** The documents one at a time, and nothing that happened since: the trail would tell the verdict. */
export function CheckEvidence({ documents, onRefresh, whole, onWhole }: CheckEvidenceProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState(0);
  // One and the same as long as the document is open, or each answer would put the same look on record again.
  const latest = useRef(onRefresh);
  latest.current = onRefresh;
  const seen = useCallback(() => latest.current(), []);
  const turn = (by: number) => () =>
    setOpen(Math.min(Math.max(0, open + by), Math.max(0, documents.length - 1)));
  const scope = t`Bukti`;
  useShortcut({ keys: '[', label: t`Dokumen sebelumnya`, scope, run: turn(-1) });
  useShortcut({ keys: ']', label: t`Dokumen berikutnya`, scope, run: turn(1) });
  const document = documents[open];
  return (
    <section aria-label={scope} className={styles.evidence}>
      <div className={styles.documents}>
        {documents.map((one, index) => (
          <DocumentTab key={one.id} document={one} open={index === open} onOpen={() => setOpen(index)} />
        ))}
      </div>
      <OneDocument {...{ document, whole, onWhole }} key={document?.id} held onSeen={seen} />
    </section>
  );
}
