import { useLingui } from '@lingui/react/macro';
import {
  IconArrowAutofitWidth,
  IconContrast2,
  IconMaximize,
  IconMinimize,
  IconRotateClockwise,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';

import { IconButton } from '../ui/button';
import { useShortcut } from '../ui/shortcuts';
import styles from './evidence.module.css';

interface PictureToolsProps {
  readonly zoom: number;
  readonly contrast: number;
  readonly closer: () => void;
  readonly away: () => void;
  readonly reset: () => void;
  readonly turn: () => void;
  readonly starker: () => void;
  readonly whole: boolean;
  readonly onWhole: () => void;
}

const ICON = 18;

export function PictureTools(props: PictureToolsProps) {
  const { t } = useLingui();
  const { zoom, contrast, closer, away, reset, turn, starker, whole, onWhole } = props;
  const scope = t`Bukti`;
  const [nearer, farther, asWide] = [t`Perbesar`, t`Perkecil`, t`Selebar bidang`];
  const full = whole ? t`Tampilkan perbandingan lagi` : t`Dokumen setinggi halaman`;
  useShortcut({ keys: '+', label: nearer, scope, run: closer });
  useShortcut({ keys: '-', label: farther, scope, run: away });
  useShortcut({ keys: '0', label: asWide, scope, run: reset });
  useShortcut({ keys: 'z', label: full, scope, run: onWhole });
  return (
    <fieldset className={styles.tools} aria-label={t`Alat dokumen`}>
      <IconButton label={farther} shortcut="-" onClick={away}>
        <IconZoomOut size={ICON} />
      </IconButton>
      <output className="number">{zoom === 0 ? t`Utuh` : `${zoom}%`}</output>
      <IconButton label={nearer} shortcut="+" onClick={closer}>
        <IconZoomIn size={ICON} />
      </IconButton>
      <IconButton label={asWide} shortcut="0" onClick={reset}>
        <IconArrowAutofitWidth size={ICON} />
      </IconButton>
      <IconButton label={t`Putar`} onClick={turn}>
        <IconRotateClockwise size={ICON} />
      </IconButton>
      <IconButton label={t`Kontras ${contrast}%`} pressed={contrast > 100} onClick={starker}>
        <IconContrast2 size={ICON} />
      </IconButton>
      <IconButton label={full} shortcut="Z" pressed={whole} onClick={onWhole}>
        {whole ? <IconMinimize size={ICON} /> : <IconMaximize size={ICON} />}
      </IconButton>
    </fieldset>
  );
}
