import { useLingui } from '@lingui/react/macro';

import type { DocumentFieldsFragment } from '../gql/graphql';
import styles from './evidence.module.css';
import { evidenceWord } from './review-words';

interface DocumentTabProps {
  readonly document: DocumentFieldsFragment;
  readonly open: boolean;
  readonly onOpen: () => void;
}

export function DocumentTab({ document: { kind, seenByMe }, open, onOpen }: DocumentTabProps) {
  const { t } = useLingui();
  return (
    <button type="button" className={styles.document} aria-pressed={open} onClick={onOpen}>
      {evidenceWord(kind)}
      {!seenByMe && <span title={t`Belum dilihat`}> ●</span>}
      {!seenByMe && <span className="unseen">{t`Belum dilihat`}</span>}
    </button>
  );
}
