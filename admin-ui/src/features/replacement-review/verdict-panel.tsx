import { useQuery } from '@apollo/client/react';
import { t } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';

import { DecisionReasonsDocument, type DecisionReasonsQuery, type Verdict } from '../../gql/graphql';
import { ConfirmPanel } from '../../ui/confirm-panel';
import { RadioField, TextArea } from '../../ui/fields';
import { usePreferences } from '../../ui/preferences';
import { Failed, Loading } from '../../ui/states';
import styles from './review.module.css';
import type { Draft } from './use-draft';

export type Asked = 'REJECT' | 'RETURN' | 'ESCALATE';

interface VerdictPanelProps {
  readonly asked: Asked;
  /** The second person returns to the first, with words instead of a reason. */
  readonly second: boolean;
  readonly draft: Draft;
  readonly sending: boolean;
  readonly onChange: (changed: Partial<Draft>) => void;
  readonly onSend: (verdict: Verdict, words: Draft) => void;
  readonly onCancel: () => void;
}

const LEAST_NOTE = 10;

/** Rejecting, returning and escalating, beside the evidence and never over it. */
export function VerdictPanel(props: VerdictPanelProps) {
  const { t } = useLingui();
  const { asked, draft, sending, onChange, onSend, onCancel } = props;
  const { data, error, refetch } = useQuery(DecisionReasonsDocument);
  const reasons = reasonsFor(props, data?.decisionReasons ?? []);
  const chosen = reasons.find(({ code }) => code === draft.reasonCode);
  const verdict = chosen?.verdict ?? asked;
  const titles = { REJECT: t`Tolak permohonan`, RETURN: t`Kembalikan`, ESCALATE: t`Eskalasi` };
  const message = chosen ? draft.messageToApplicant : null;
  const send = { ...draft, reasonCode: chosen?.code ?? null, messageToApplicant: message };
  return (
    <ConfirmPanel
      title={titles[asked]}
      confirm={titles[asked]}
      danger={asked === 'REJECT'}
      loading={sending}
      refusal={lacking(props, chosen?.verdict)}
      onConfirm={() => onSend(verdict, send)}
      onCancel={onCancel}
    >
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={3} />}
      {reasons.length > 0 && (
        <RadioField
          label={t`Alasan`}
          value={chosen?.code ?? null}
          options={reasons.map(({ code, text }) => ({ value: code, label: text }))}
          onChange={(reasonCode) => onChange({ reasonCode })}
        />
      )}
      {chosen && <Letter {...chosen} added={draft.messageToApplicant ?? ''} onAdd={onChange} />}
      <TextArea
        label={asked === 'ESCALATE' ? t`Pertanyaan untuk atasan` : t`Catatan internal`}
        value={draft.note ?? ''}
        onChange={(note) => onChange({ note })}
        maxLength={1000}
        rows={2}
      />
    </ConfirmPanel>
  );
}

type Reason = DecisionReasonsQuery['decisionReasons'][number];
type Question = Pick<VerdictPanelProps, 'asked' | 'second' | 'draft'>;

const byWords = ({ asked, second }: Question): boolean =>
  asked === 'ESCALATE' || (asked === 'RETURN' && second);

function reasonsFor(question: Question, all: readonly Reason[]): readonly Reason[] {
  const verdicts: readonly Verdict[] =
    question.asked === 'REJECT' ? ['REJECT', 'REJECT_AS_FRAUD'] : [question.asked];
  return byWords(question) ? [] : all.filter(({ verdict }) => verdicts.includes(verdict));
}

/** What the form lacks before the server would take it. */
function lacking(question: Question, chosen: Verdict | undefined): string | null {
  const wordy = byWords(question) || chosen === 'REJECT_AS_FRAUD';
  if (!byWords(question) && !chosen) return t`Pilih alasan terlebih dahulu.`;
  const short = wordy && (question.draft.note ?? '').trim().length < LEAST_NOTE;
  return short ? t`Catatan paling sedikit ${LEAST_NOTE} karakter.` : null;
}

interface LetterProps {
  readonly letterId: string;
  readonly letterEn: string;
  readonly added: string;
  readonly onAdd: (changed: Partial<Draft>) => void;
}

/** What the applicant will read; only what stands below it is the agent's. */
function Letter({ letterId, letterEn, added, onAdd }: LetterProps) {
  const { t } = useLingui();
  const { language } = usePreferences();
  return (
    <>
      <div className={styles.letter} lang={language}>
        <p className="dim">
          <Trans>Yang dibaca pemohon:</Trans>
        </p>
        <p>{language === 'en' ? letterEn : letterId}</p>
      </div>
      <TextArea
        label={t`Tambahan untuk pemohon`}
        value={added}
        onChange={(messageToApplicant) => onAdd({ messageToApplicant })}
        maxLength={500}
        rows={2}
      />
    </>
  );
}
