import { Trans } from '@lingui/react/macro';

import styles from './evidence.module.css';
import type { Document } from './picture';
import { evidenceWord } from './review-words';

interface PdfDocumentProps {
  readonly document: Document;
  readonly onOpened: () => void;
}

/** It could run anything inside a browser, so it leaves as a file (R79). Seen is what was fetched, not what was offered. */
export function PdfDocument({ document: { url, pages, kind, seenByMe }, onOpened }: PdfDocumentProps) {
  const name = evidenceWord(kind);
  return (
    <div className={styles.file}>
      <p>
        <strong>{name}</strong> · PDF
      </p>
      <p>
        <a href={url} download={`${kind.toLowerCase()}.pdf`} onClick={onOpened}>
          <Trans>Unduh PDF ({pages ?? '?'} halaman)</Trans>
        </a>
      </p>
      <p className="dim">
        <Trans>
          PDF tidak ditampilkan di sini karena dapat memuat program. Buka dengan aplikasi PDF, lalu hapus
          berkasnya. Tautan berlaku sebentar; setiap pembukaan tercatat.
        </Trans>
      </p>
      {!seenByMe && (
        <p className="dim">
          <Trans>Dihitung sudah dilihat setelah diunduh.</Trans>
        </p>
      )}
    </div>
  );
}
