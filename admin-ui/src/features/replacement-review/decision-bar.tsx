import { useLingui } from '@lingui/react/macro';

import { refusalOf } from '../../desk/allowed';
import { KeyButton } from '../../desk/key-button';
import styles from '../../desk/review.module.css';
import type { Asked } from '../../desk/verdict-rules';
import type { ReviewFieldsFragment } from '../../gql/graphql';
import { againstApproval } from './refusals';

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
