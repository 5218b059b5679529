import { useLingui } from '@lingui/react/macro';

import { refusalOf } from '../../desk/allowed';
import type { ReviewFieldsFragment } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { useShortcut } from '../../ui/shortcuts';
import { againstApproval } from './refusals';
import styles from './review.module.css';
import type { Asked } from './verdict-rules';

interface DecisionBarProps {
  readonly request: ReviewFieldsFragment;
  readonly ticked: readonly string[];
  readonly deciding: boolean;
  readonly onApprove: () => void;
  readonly onAsk: (asked: Asked) => void;
  readonly onSkip: () => void;
}

/** The outcomes. Only `A` acts on one key: nothing leaves the house before it can no longer be taken back. */
export function DecisionBar({ request, ticked, deciding, onApprove, onAsk, onSkip }: DecisionBarProps) {
  const { t } = useLingui();
  const { tier, status, allowedActions } = request;
  const second = status === 'AWAITING_SECOND_DECISION';
  const last = tier === 'LOW' || second;
  const against = (verdict: string) => refusalOf(allowedActions, verdict);
  const back = second ? t`Kembalikan ke petugas` : t`Kembalikan`;
  return (
    <fieldset className={styles.bar} aria-label={t`Keputusan`}>
      <KeyButton keys="b" label={back} refusal={against('RETURN')} onPress={() => onAsk('RETURN')} />
      <KeyButton
        keys="e"
        label={t`Eskalasi`}
        refusal={against('ESCALATE')}
        onPress={() => onAsk('ESCALATE')}
      />
      <KeyButton keys="s" label={t`Lewati`} refusal={null} onPress={onSkip} />
      <span className={styles.gap} />
      <KeyButton
        keys="r"
        label={t`Tolak…`}
        kind="danger"
        refusal={against('REJECT')}
        onPress={() => onAsk('REJECT')}
      />
      <KeyButton
        keys="a"
        label={last ? t`Setujui & lanjut` : t`Kirim ke persetujuan ke-2 & lanjut`}
        kind="main"
        refusal={againstApproval(request, ticked)}
        loading={deciding}
        onPress={onApprove}
      />
    </fieldset>
  );
}

interface KeyButtonProps {
  readonly keys: string;
  readonly label: string;
  readonly refusal: string | null;
  readonly onPress: () => void;
  readonly kind?: 'main' | 'danger';
  readonly loading?: boolean;
}

function KeyButton({ keys, label, refusal, onPress, kind, loading }: KeyButtonProps) {
  const { t } = useLingui();
  useShortcut({ keys, label, scope: t`Keputusan`, refusal, run: () => !loading && onPress() });
  return (
    <Button kind={kind} shortcut={keys.toUpperCase()} refusal={refusal} loading={loading} onClick={onPress}>
      {label}
    </Button>
  );
}
