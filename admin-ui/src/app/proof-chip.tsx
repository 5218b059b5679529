import { useLingui } from '@lingui/react/macro';

import { useProof } from '../desk/proof';
import { useSessionTimes } from '../desk/use-session-times';
import { useNow } from '../ui/clock';
import styles from './top-bar.module.css';

const MINUTE_MS = 60_000;
const SOON_MS = 5 * MINUTE_MS;

/** How long the last TOTP code still counts for deciding and revealing; renews it at a convenient moment. */
export function ProofChip() {
  const { t } = useLingui();
  const times = useSessionTimes();
  const { ask } = useProof();
  const now = useNow(MINUTE_MS / 4);
  if (!times) return null;
  const left = Date.parse(times.decideUntil) - now;
  const minutes = Math.ceil(left / MINUTE_MS);
  const renew = () => void ask(t`Perpanjang verifikasi agar keputusan berikutnya tidak tertunda.`);
  return (
    <button type="button" className={styles.chip} data-soon={left < SOON_MS} onClick={renew}>
      {left > 0 ? t`Verifikasi: ${minutes} mnt` : t`Verifikasi habis`}
    </button>
  );
}
