import { useQuery } from '@apollo/client/react';
import { t } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { backToList } from '../../desk/case-list';
import { tellOfCase } from '../../desk/case-news';
import { claimRefusal } from '../../desk/claim-words';
import { shortReason } from '../../desk/short-reason';
import { useCommand } from '../../desk/use-command';
import { TransferOfficesDocument, TransferRequestDocument } from '../../gql/graphql';
import { useAnnouncements } from '../../ui/announce';
import { ComboField } from '../../ui/combo-field';
import { ConfirmPanel } from '../../ui/confirm-panel';
import { Notice } from '../../ui/notice';
import { Failed } from '../../ui/states';
import { TextArea } from '../../ui/text-fields';

/** To the office that can judge it. Claim and decisions end there, and the case leaves this desk. */
export function TransferPanel({ ticket, onCancel }: { ticket: string; onCancel: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { show } = useAnnouncements();
  const [officeId, setOfficeId] = useState('');
  const [reason, setReason] = useState('');
  const { data, error: missing, refetch } = useQuery(TransferOfficesDocument);
  const { run, loading, outcome, error } = useCommand(
    TransferRequestDocument,
    (data) => data.transferRequest,
  );
  const refused = outcome && claimRefusal(outcome);
  const offices = (data?.offices ?? []).filter(({ active }) => active);
  const transfer = async () => {
    const answer = await run({ input: { ticket, officeId, reason: reason.trim() } });
    if (answer?.__typename !== 'RequestClaimed') return;
    tellOfCase(ticket);
    const to = offices.find(({ id }) => id === officeId)?.name ?? '';
    show({ text: t`${ticket} dialihkan ke ${to}.` });
    await navigate(backToList());
  };
  const title = t`Alihkan kantor`;
  return (
    <ConfirmPanel
      title={title}
      confirm={title}
      loading={loading}
      refusal={officeId ? shortReason(reason) : choose()}
      onConfirm={() => void transfer()}
      onCancel={onCancel}
    >
      <p className="dim">
        <Trans>Klaim dan keputusan sebelumnya gugur; kedua kantor melihat alasannya.</Trans>
      </p>
      {missing && <Failed error={missing} onRetry={() => void refetch()} />}
      <ComboField
        label={t`Kantor tujuan`}
        value={officeId}
        options={offices.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setOfficeId}
      />
      <TextArea label={t`Alasan`} value={reason} onChange={setReason} maxLength={500} />
      {refused && <Notice tone="warn" role="alert" title={refused} />}
      {error !== undefined && <Failed error={error} />}
    </ConfirmPanel>
  );
}

const choose = (): string => t`Pilih kantor tujuan.`;
