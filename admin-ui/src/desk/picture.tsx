import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import type { DocumentFieldsFragment } from '../gql/graphql';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import styles from './evidence.module.css';
import { PictureTools } from './picture-tools';
import { evidenceWord } from './review-words';
import { useLooks } from './use-looks';

export type Document = DocumentFieldsFragment;

interface PictureProps {
  readonly document: Document;
  /** It stands there whole: one that did not load was seen by nobody. */
  readonly onShown: () => void;
  /** Asks for a new address; one lives for a minute. */
  readonly onAgain: () => void;
  readonly whole: boolean;
  readonly onWhole: () => void;
}

export function Picture({ document, onShown, onAgain, whole, onWhole }: PictureProps) {
  // Kept: each new address in the page would load, and put on record, the same document again.
  const [url, setUrl] = useState(document.url);
  const [lost, setLost] = useState(false);
  const { zoom, turned, contrast, ...turns } = useLooks();
  if (lost)
    return <Lost onAgain={onAgain} onShow={document.url === url ? null : () => again(document.url)} />;
  function again(fresh: string) {
    setUrl(fresh);
    setLost(false);
  }
  return (
    <>
      <PictureTools {...turns} zoom={zoom} contrast={contrast} whole={whole} onWhole={onWhole} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls has to be reachable by the keyboard. */}
      <section className={styles.pane} tabIndex={0} aria-label={evidenceWord(document.kind)}>
        <img
          src={url}
          alt={evidenceWord(document.kind)}
          data-zoom={zoom}
          data-turned={turned}
          data-contrast={contrast}
          onLoad={onShown}
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
