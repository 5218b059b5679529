import { useApolloClient } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useCallback, useEffect, useState } from 'react';

import { MarkEvidenceSeenDocument, type ReviewFieldsFragment } from '../../gql/graphql';
import { useShortcut } from '../../ui/shortcuts';
import { Empty } from '../../ui/states';
import { EvidenceViewer } from './evidence-viewer';
import styles from './review.module.css';
import { evidenceWord } from './review-words';

type Document = ReviewFieldsFragment['evidence'][number];

interface EvidenceProps {
  readonly documents: readonly Document[];
  /** Only whoever holds the case may look. */
  readonly held: boolean;
  readonly onSeen: () => void;
}

/** The documents of the case. Opening one is on record; the first opens by itself, once the case is one's own. */
export function Evidence({ documents, held, onSeen }: EvidenceProps) {
  const { t } = useLingui();
  const client = useApolloClient();
  const [chosen, setChosen] = useState(0);
  const open = documents[chosen];
  const unseen = held && open && !open.seenByMe ? open.id : null;
  const note = useCallback(
    (evidenceId: string) =>
      client
        .mutate({ mutation: MarkEvidenceSeenDocument, variables: { evidenceId }, fetchPolicy: 'no-cache' })
        .then(onSeen)
        // It stays marked as unseen, and the button says so; opening it again tries again.
        .catch(() => undefined),
    [client, onSeen],
  );
  useEffect(() => {
    if (unseen) void note(unseen);
  }, [unseen, note]);
  const turn = (by: number) => () =>
    setChosen((now) => Math.min(Math.max(0, now + by), documents.length - 1));
  useShortcut({ keys: '[', label: t`Dokumen sebelumnya`, scope: t`Bukti`, run: turn(-1) });
  useShortcut({ keys: ']', label: t`Dokumen berikutnya`, scope: t`Bukti`, run: turn(1) });
  if (documents.length === 0) return <Empty title={<Trans>Belum ada dokumen</Trans>} />;
  return (
    <section aria-label={t`Bukti`} className={styles.evidence}>
      <div className={styles.documents}>
        {documents.map(({ id, kind, seenByMe }, index) => (
          <button
            key={id}
            type="button"
            className={styles.document}
            aria-pressed={index === chosen}
            onClick={() => setChosen(index)}
          >
            {evidenceWord(kind)}
            {!seenByMe && <span title={t`Belum dilihat`}> ●</span>}
            {!seenByMe && <span className="unseen">{t`Belum dilihat`}</span>}
          </button>
        ))}
      </div>
      {held && open ? (
        <EvidenceViewer key={open.id} document={open} onAgain={onSeen} />
      ) : (
        <Empty title={<Trans>Dokumen hanya untuk pemegang permohonan ini</Trans>}>
          <Trans>Ambil permohonan ini untuk membukanya.</Trans>
        </Empty>
      )}
    </section>
  );
}
