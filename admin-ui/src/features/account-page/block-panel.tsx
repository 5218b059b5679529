import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { useCommand } from '../../desk/use-command';
import { BlockAccountDocument, type BlockAccountMutation, UnblockAccountDocument } from '../../gql/graphql';
import { useAnnouncements } from '../../ui/announce';
import { ConfirmPanel } from '../../ui/confirm-panel';
import { Notice } from '../../ui/notice';
import { Failed } from '../../ui/states';
import { TextArea, TextField } from '../../ui/text-fields';
import { unknownOutcome } from '../../ui/unknown-outcome';

interface BlockPanelProps {
  readonly act: 'BLOCK' | 'UNBLOCK';
  readonly accountId: string;
  readonly onDone: () => void;
  readonly onChanged: () => void;
}

/** Two people: the first records it, the second, with the same decision number, makes it so. */
export function BlockPanel({ act, accountId, onDone, onChanged }: BlockPanelProps) {
  const { t } = useLingui();
  const { show } = useAnnouncements();
  const [decisionNumber, setDecisionNumber] = useState('');
  const [reason, setReason] = useState('');
  const block = useCommand(BlockAccountDocument, (data) => data.blockAccount);
  const unblock = useCommand(UnblockAccountDocument, (data) => data.unblockAccount);
  const { run, loading, outcome, error } = act === 'BLOCK' ? block : unblock;
  const title = act === 'BLOCK' ? t`Blokir akun` : t`Buka blokir akun`;

  const confirm = async () => {
    const answer = await run({ input: { accountId, decisionNumber, reason } });
    if (answer?.__typename !== 'AccountChanged') return;
    show({ text: act === 'BLOCK' ? t`Akun diblokir.` : t`Blokir dibuka.` });
    onChanged();
    onDone();
  };

  return (
    <ConfirmPanel
      title={title}
      confirm={title}
      danger={act === 'BLOCK'}
      loading={loading}
      refusal={decisionNumber.trim() && reason.trim() ? null : t`Isi nomor keputusan dan alasan.`}
      dirty={decisionNumber !== '' || reason !== ''}
      onConfirm={() => void confirm()}
      onCancel={onDone}
    >
      <p className="dim">
        <Trans>Perlu dua orang: setelah Anda, pengawas lain mengirim keputusan yang sama.</Trans>
      </p>
      <TextField
        label={t`Nomor keputusan`}
        value={decisionNumber}
        onChange={setDecisionNumber}
        maxLength={100}
      />
      <TextArea label={t`Alasan`} value={reason} onChange={setReason} maxLength={500} />
      {error !== undefined && <Failed error={error} />}
      {outcome && outcome.__typename !== 'AccountChanged' && (
        <Notice tone="wait" role="alert" title={refusal(outcome)} />
      )}
    </ConfirmPanel>
  );
}

type Refused = Exclude<BlockAccountMutation['blockAccount'], { __typename: 'AccountChanged' }>;

function refusal(outcome: Refused): string {
  switch (outcome.__typename) {
    case 'ChangeRefused':
    case 'FreshProofRequired':
    case 'NotFound':
      return outcome.message;
    default:
      return unknownOutcome(outcome);
  }
}
