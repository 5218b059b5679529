import { Trans, useLingui } from '@lingui/react/macro';
import { IconRotateClockwise, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useState } from 'react';

import type { ReviewFieldsFragment } from '../../gql/graphql';
import { Button, IconButton } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { useShortcut } from '../../ui/shortcuts';
import styles from './review.module.css';
import { evidenceWord } from './review-words';

const ZOOMS = [100, 150, 200, 300] as const;
const FURTHEST = ZOOMS.length - 1;
const ICON = 18;

interface EvidenceViewerProps {
  readonly document: ReviewFieldsFragment['evidence'][number];
  /** Asks for a new address; one lives for a minute. */
  readonly onAgain: () => void;
}

export function EvidenceViewer({ document, onAgain }: EvidenceViewerProps) {
  const { t } = useLingui();
  if (document.held)
    return <Notice tone="warn" title={t`Berkas masih diperiksa pemindai. Coba lagi sebentar lagi.`} />;
  if (!document.contentType.startsWith('image/')) return <PdfLink document={document} />;
  return <Picture document={document} onAgain={onAgain} />;
}

/** It could run anything inside a browser, so it leaves as a file. */
function PdfLink({ document: { url, pages, kind } }: Pick<EvidenceViewerProps, 'document'>) {
  return (
    <p>
      <a href={url} download={`${kind.toLowerCase()}.pdf`}>
        <Trans>Unduh PDF ({pages ?? '?'} halaman)</Trans>
      </a>{' '}
      <span className="dim">
        <Trans>Tautan berlaku sebentar; setiap pembukaan tercatat.</Trans>
      </span>
    </p>
  );
}

function Picture({ document, onAgain }: EvidenceViewerProps) {
  const { t } = useLingui();
  // Kept: each new address in the page would load, and put on record, the same document again.
  const [url, setUrl] = useState(document.url);
  const [lost, setLost] = useState(false);
  const [zoom, setZoom] = useState(0);
  const [turned, setTurned] = useState(0);
  const closer = () => setZoom((now) => Math.min(now + 1, FURTHEST));
  const away = () => setZoom((now) => Math.max(now - 1, 0));
  const scope = t`Bukti`;
  useShortcut({ keys: '+', label: t`Perbesar`, scope, run: closer });
  useShortcut({ keys: '-', label: t`Perkecil`, scope, run: away });
  useShortcut({ keys: '0', label: t`Ukuran awal`, scope, run: () => setZoom(0) });
  if (lost)
    return <Lost onAgain={onAgain} onShow={document.url === url ? null : () => again(document.url)} />;
  function again(fresh: string) {
    setUrl(fresh);
    setLost(false);
  }
  return (
    <>
      <div className={styles.tools}>
        <IconButton label={t`Perkecil`} onClick={away}>
          <IconZoomOut size={ICON} />
        </IconButton>
        <span className="number">{ZOOMS[zoom]}%</span>
        <IconButton label={t`Perbesar`} onClick={closer}>
          <IconZoomIn size={ICON} />
        </IconButton>
        <IconButton label={t`Putar`} onClick={() => setTurned((now) => (now + 90) % 360)}>
          <IconRotateClockwise size={ICON} />
        </IconButton>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls has to be reachable by the keyboard. */}
      <section className={styles.pane} tabIndex={0} aria-label={evidenceWord(document.kind)}>
        <img
          src={url}
          alt={evidenceWord(document.kind)}
          data-zoom={ZOOMS[zoom]}
          data-turned={turned}
          onError={() => setLost(true)}
        />
      </section>
    </>
  );
}

/** The address was too old, or the line went down. */
function Lost({ onAgain, onShow }: { onAgain: () => void; onShow: (() => void) | null }) {
  const { t } = useLingui();
  const retry = (
    <Button onClick={onShow ?? onAgain}>
      <Trans>Muat lagi</Trans>
    </Button>
  );
  return <Notice tone="warn" role="alert" title={t`Gambar belum dapat dimuat.`} actions={retry} />;
}
