import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { RevealDocument, type RevealGroup, type RevealMutation } from '../gql/graphql';
import { RadioField } from '../ui/choice-fields';
import { ConfirmPanel } from '../ui/confirm-panel';
import { Notice } from '../ui/notice';
import { Row } from '../ui/page';
import { Failed } from '../ui/states';
import { TextField } from '../ui/text-fields';
import { unknownOutcome } from '../ui/unknown-outcome';
import { OTHER, SHORTEST_NOTE, useReasons } from './reveal-reasons';
import { RevealedValues } from './revealed-values';
import { useCommand } from './use-command';

type Revealed = Extract<RevealMutation['reveal'], { __typename: 'Revealed' }>;

interface RevealPanelProps {
  /** An account that was looked up, or a case in one's own hands. */
  readonly of: { readonly accountId: string } | { readonly ticket: string };
  readonly onDone: () => void;
}

/** Raw values for a minute, for a reason that is kept. They live in this component alone: no cache, no storage, no address. */
export function RevealPanel({ of, onDone }: RevealPanelProps) {
  const { t } = useLingui();
  const [group, setGroup] = useState<RevealGroup>('IDENTITY');
  const [reason, setReason] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const { run, loading, outcome, error, forget } = useCommand(RevealDocument, (data) => data.reveal);
  const written = reason === OTHER ? note.trim() : (reason ?? '');
  const short = reason === OTHER && written.length < SHORTEST_NOTE;

  const reveal = async () => {
    const answer = await run({ input: { ...of, group, reason: written } });
    if (answer?.__typename !== 'Revealed') return;
    setRevealed(answer);
    forget();
  };

  if (revealed) return <RevealedValues {...revealed} onGone={onDone} />;
  return (
    <ConfirmPanel
      title={t`Lihat data`}
      confirm={t`Tampilkan 60 detik`}
      loading={loading}
      refusal={!reason || short ? t`Pilih alasan terlebih dahulu.` : null}
      onConfirm={() => void reveal()}
      onCancel={onDone}
    >
      <p className="dim">
        <Trans>Tercatat dengan nama, alasan, dan waktu. Pemilik akun melihat bahwa datanya dibuka.</Trans>
      </p>
      <Row from="top">
        <GroupField value={group} onChange={setGroup} />
        <ReasonField value={reason} onChange={setReason} />
      </Row>
      {reason === OTHER && (
        <TextField
          label={t`Alasan lain`}
          hint={t`Paling sedikit ${SHORTEST_NOTE} karakter.`}
          value={note}
          onChange={setNote}
          maxLength={200}
        />
      )}
      {error !== undefined && <Failed error={error} />}
      {outcome && outcome.__typename !== 'Revealed' && (
        <Notice tone="warn" role="alert" title={refusal(outcome)} />
      )}
    </ConfirmPanel>
  );
}

function GroupField(props: { value: RevealGroup; onChange: (group: RevealGroup) => void }) {
  const { t } = useLingui();
  return (
    <RadioField<RevealGroup>
      {...props}
      label={t`Kelompok data`}
      options={[
        { value: 'IDENTITY', label: t`Identitas` },
        { value: 'CONTACT', label: t`Kontak` },
        { value: 'ADDRESS', label: t`Alamat` },
      ]}
    />
  );
}

function ReasonField(props: { value: string | null; onChange: (reason: string) => void }) {
  const { t } = useLingui();
  return <RadioField {...props} label={t`Alasan`} options={useReasons()} />;
}

function refusal(outcome: Exclude<RevealMutation['reveal'], { __typename: 'Revealed' }>): string {
  switch (outcome.__typename) {
    case 'FreshProofRequired':
    case 'TooManyRequests':
    case 'NotFound':
    case 'RevealRefused':
      return outcome.message;
    default:
      return unknownOutcome(outcome);
  }
}
