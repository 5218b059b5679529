import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';

import { ReasonChoice, ReasonsAwaited } from '../../desk/reason-choice';
import { useReasons } from '../../desk/use-reasons';
import { lacking, needsNote, type Reason } from '../../desk/verdict-rules';
import type { Verdict } from '../../gql/graphql';
import { ConfirmPanel } from '../../ui/confirm-panel';
import { TextArea } from '../../ui/text-fields';
import type { CheckPanel } from './check-bar';
import type { Words } from './use-record';

interface CheckVerdictProps {
  readonly asked: CheckPanel;
  readonly words: Words;
  readonly sending: boolean;
  readonly onChange: (changed: Partial<Words>) => void;
  readonly onSend: (verdict: Verdict, reasonCode: string | null) => void;
  readonly onCancel: () => void;
}

/** Rejecting, also as fraud, and returning. No letter: the applicant hears nothing of a second look. */
export function CheckVerdict({ asked, words, sending, onChange, onSend, onCancel }: CheckVerdictProps) {
  const { t } = useLingui();
  const note = useRef<HTMLTextAreaElement>(null);
  // Judged as the first person judged it.
  const question = { asked, second: false };
  const { reasons, error, again } = useReasons(question);
  const chosen = reasons?.find(({ code }) => code === words.reasonCode);
  const title = asked === 'REJECT' ? t`Tolak permohonan` : t`Kembalikan`;
  const choose = ({ code, verdict }: Reason) => {
    onChange({ reasonCode: code });
    if (needsNote(question, verdict)) note.current?.focus();
  };
  return (
    <ConfirmPanel
      title={title}
      confirm={t`Catat hasil`}
      danger={asked === 'REJECT'}
      loading={sending}
      waiting={!reasons}
      refusal={lacking(question, chosen?.verdict, words.note)}
      onConfirm={() => chosen && onSend(chosen.verdict, chosen.code)}
      onCancel={onCancel}
    >
      {!reasons && <ReasonsAwaited scope={title} error={error} onRetry={again} />}
      {reasons && (
        <>
          <ReasonChoice scope={title} reasons={reasons} chosen={chosen} onChoose={choose} />
          <TextArea
            ref={note}
            label={t`Catatan internal`}
            value={words.note}
            onChange={(text) => onChange({ note: text })}
            maxLength={1000}
            rows={2}
          />
        </>
      )}
    </ConfirmPanel>
  );
}
