import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { tellOfCase } from '../../desk/case-news';
import { claimRefusal } from '../../desk/claim-words';
import { shortReason } from '../../desk/short-reason';
import { useCommand } from '../../desk/use-command';
import { TakeOverClaimDocument } from '../../gql/graphql';
import { ConfirmPanel } from '../../ui/confirm-panel';
import { Notice } from '../../ui/notice';
import { Failed } from '../../ui/states';
import { TextArea } from '../../ui/text-fields';

interface TakeOverPanelProps {
  readonly ticket: string;
  readonly onTaken: () => void;
  readonly onCancel: () => void;
}

/** A supervisor takes a case out of somebody's hands, for a reason that both offices can read. */
export function TakeOverPanel({ ticket, onTaken, onCancel }: TakeOverPanelProps) {
  const { t } = useLingui();
  const [reason, setReason] = useState('');
  const { run, loading, outcome, error } = useCommand(TakeOverClaimDocument, (data) => data.takeOverClaim);
  const refused = outcome && claimRefusal(outcome);
  const takeOver = async () => {
    const answer = await run({ input: { ticket, reason: reason.trim() } });
    if (answer?.__typename !== 'RequestClaimed') return;
    tellOfCase(ticket);
    onTaken();
  };
  const title = t`Ambil alih permohonan`;
  return (
    <ConfirmPanel
      title={title}
      confirm={title}
      loading={loading}
      refusal={shortReason(reason)}
      onConfirm={() => void takeOver()}
      onCancel={onCancel}
    >
      <p className="dim">
        <Trans>Klaim petugas itu berakhir seketika. Alasan Anda tercatat.</Trans>
      </p>
      <TextArea label={t`Alasan`} value={reason} onChange={setReason} maxLength={500} />
      {refused && <Notice tone="warn" role="alert" title={refused} />}
      {error !== undefined && <Failed error={error} />}
    </ConfirmPanel>
  );
}
