import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { ReasonChoice, ReasonsAwaited } from '../../desk/reason-choice';
import { useReasons } from '../../desk/use-reasons';
import { lacking, needsNote, type Question, type Reason } from '../../desk/verdict-rules';
import type { Verdict } from '../../gql/graphql';
import { ConfirmPanel } from '../../ui/confirm-panel';
import { TextArea } from '../../ui/text-fields';
import { Letter } from './letter';
import type { Draft } from './use-draft';

interface VerdictPanelProps extends Question {
  readonly draft: Draft;
  readonly sending: boolean;
  readonly onChange: (changed: Partial<Draft>) => void;
  readonly onSend: (verdict: Verdict, words: Draft) => void;
  readonly onCancel: () => void;
}

/** Rejecting, returning and escalating, beside the evidence and never over it. */
export function VerdictPanel(props: VerdictPanelProps) {
  const { t } = useLingui();
  const { asked, draft, sending, onChange, onSend, onCancel } = props;
  const { reasons, error, again } = useReasons(props);
  const note = useRef<HTMLTextAreaElement>(null);
  const chosen = reasons?.find(({ code }) => code === draft.reasonCode);
  const titles = { REJECT: t`Tolak permohonan`, RETURN: t`Kembalikan`, ESCALATE: t`Eskalasi` };
  const message = chosen ? draft.messageToApplicant : null;
  const send = { ...draft, reasonCode: chosen?.code ?? null, messageToApplicant: message };
  const choose = ({ code, verdict }: Reason) => {
    onChange({ reasonCode: code });
    // What has to be written next: the hands are on the keys already.
    if (needsNote(props, verdict)) note.current?.focus();
  };
  return (
    <ConfirmPanel
      title={titles[asked]}
      confirm={titles[asked]}
      danger={asked === 'REJECT'}
      loading={sending}
      waiting={!reasons}
      refusal={lacking(props, chosen?.verdict, draft.note)}
      onConfirm={() => onSend(chosen?.verdict ?? asked, send)}
      onCancel={onCancel}
    >
      {!reasons && <ReasonsAwaited scope={titles[asked]} error={error} onRetry={again} />}
      {reasons && reasons.length > 0 && (
        <ReasonChoice scope={titles[asked]} reasons={reasons} chosen={chosen} onChoose={choose} />
      )}
      {chosen && <Letter {...chosen} added={draft.messageToApplicant ?? ''} onAdd={onChange} />}
      {reasons && (
        <TextArea
          ref={note}
          label={asked === 'ESCALATE' ? t`Pertanyaan untuk atasan` : t`Catatan internal`}
          value={draft.note}
          onChange={(text) => onChange({ note: text })}
          maxLength={1000}
          rows={2}
        />
      )}
    </ConfirmPanel>
  );
}
