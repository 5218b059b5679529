import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import type { Ready } from './photo.ts';

interface PreviewProps {
  readonly ready: Ready;
  readonly name: string;
  readonly onTurn: () => void;
}

/** As it will be sent; pressed, in full size, because "is it readable" cannot be told from a thumbnail. */
export function Preview({ ready, name, onTurn }: PreviewProps) {
  const { t } = useLingui();
  const [large, setLarge] = useState(false);
  if (!ready.shown)
    return (
      <p>
        <Trans>Berkas:</Trans> <strong>{name}</strong>
      </p>
    );
  return (
    <>
      <button
        type="button"
        className={large ? 'preview large' : 'preview'}
        aria-label={large ? t`Perkecil gambar` : t`Perbesar gambar`}
        onClick={() => setLarge(!large)}
      >
        <img src={ready.shown} alt={t`Dokumen yang akan diunggah`} />
      </button>
      <button type="button" onClick={onTurn}>
        <Trans>Putar gambar</Trans>
      </button>
    </>
  );
}
