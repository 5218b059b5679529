import { Trans, useLingui } from '@lingui/react/macro';
import { type MouseEvent, useState } from 'react';

import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import styles from './evidence.module.css';
import { fetchAndSave } from './fetch-and-save';
import type { Document } from './picture';
import { evidenceWord } from './review-words';

interface PdfDocumentProps {
  readonly document: Document;
  readonly onOpened: () => void;
  /** Asks for a new address; one lives for a minute. */
  readonly onAgain: () => void;
}

/** It could run anything inside a browser, so it leaves as a file (R79). Seen is what was fetched, not what was offered. */
export function PdfDocument({ document, onOpened, onAgain }: PdfDocumentProps) {
  const { t } = useLingui();
  const { url, pages, kind, seenByMe } = document;
  const [lost, setLost] = useState(false);
  const name = evidenceWord(kind);
  const file = `${kind.toLowerCase()}.pdf`;
  const save = async (press: MouseEvent) => {
    press.preventDefault();
    const arrived = await fetchAndSave(url, file);
    setLost(!arrived);
    if (arrived) onOpened();
  };
  const again = () => {
    setLost(false);
    onAgain();
  };
  const retry = (
    <Button onClick={again}>
      <Trans>Minta tautan baru</Trans>
    </Button>
  );
  return (
    <div className={styles.file}>
      <p>
        <strong>{name}</strong> · PDF
      </p>
      <p>
        <a href={url} download={file} onClick={(press) => void save(press)}>
          <Trans>Unduh PDF ({pages ?? '?'} halaman)</Trans>
        </a>
      </p>
      {lost && <Notice tone="warn" role="alert" title={t`PDF belum dapat diunduh.`} actions={retry} />}
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
