import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';

import { KeyButton } from '../../desk/key-button';
import styles from '../../desk/review.module.css';
import type { Check } from './use-spot-check';

/** The verdicts that ask for words. */
export type CheckPanel = 'REJECT' | 'RETURN';

interface CheckBarProps {
  readonly check: Check;
  readonly ticked: readonly string[];
  readonly recording: boolean;
  readonly onApprove: () => void;
  readonly onAsk: (asked: CheckPanel) => void;
}

/** What the second reader would have decided. It changes nothing outside, so `A` may act on one key here too. */
export function CheckBar({ check, ticked, recording, onApprove, onAsk }: CheckBarProps) {
  const { t } = useLingui();
  const unseen = unseenIn(check);
  return (
    <fieldset className={styles.bar} aria-label={t`Keputusan`}>
      <KeyButton keys="b" label={t`Kembalikan`} refusal={unseen} onPress={() => onAsk('RETURN')} />
      <span className={styles.gap} />
      <KeyButton keys="r" label={t`Tolak…`} kind="danger" refusal={unseen} onPress={() => onAsk('REJECT')} />
      <KeyButton
        keys="a"
        label={t`Setujui`}
        kind="main"
        refusal={unseen ?? untickedIn(check, ticked)}
        loading={recording}
        onPress={onApprove}
      />
    </fieldset>
  );
}

/** Of whatever verdict: nobody says anything about documents they have not opened. */
const unseenIn = ({ evidence }: Check): string | null =>
  evidence.some(({ seenByMe }) => !seenByMe) ? t`Buka dahulu semua dokumen.` : null;

const untickedIn = ({ checklist }: Check, ticked: readonly string[]): string | null =>
  checklist.some(({ code, automatic }) => !automatic && !ticked.includes(code))
    ? t`Lengkapi daftar periksa.`
    : null;
