import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';

import type { ReviewFieldsFragment } from '../../gql/graphql';
import { TextArea } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { Card } from '../../ui/page';
import { useShortcut } from '../../ui/shortcuts';
import { Failed } from '../../ui/states';
import { Checklist } from './checklist';
import { ClaimNotice } from './claim-notice';
import { ComparisonTable } from './comparison-table';
import { DecisionBar } from './decision-bar';
import { Evidence } from './evidence';
import { FirstDecision } from './first-decision';
import { HistoryCard } from './history-card';
import { IdentityBar } from './identity-bar';
import styles from './review.module.css';
import { Signals } from './signals';
import { useClaim } from './use-claim';
import { useDecide } from './use-decide';
import { useDraft } from './use-draft';
import { type Asked, VerdictPanel } from './verdict-panel';

interface ReviewProps {
  readonly request: ReviewFieldsFragment;
  readonly onChanged: () => void;
}

/** One request with everything a decision needs; who holds it decides, everybody else reads. */
export function Review({ request, onChanged }: ReviewProps) {
  const mine = request.claim?.mine === true;
  const { claim, claiming } = useClaim(request.ticket, mine, onChanged);
  const { draft, change, tick } = useDraft(request);
  const { decide, skip, deciding, refusal, error } = useDecide(request, onChanged);
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <>
      <IdentityBar request={request} />
      <ClaimNotice request={request} claiming={claiming} onClaim={() => void claim()} />
      {refusal && <Notice tone="warn" role="alert" title={refusal} />}
      {error !== undefined && <Failed error={error} />}
      <div className={styles.sides}>
        <div className={styles.side}>
          <ComparisonTable comparison={request.comparison} />
          <Evidence documents={request.evidence} held={mine} onSeen={onChanged} />
          <HistoryCard ticket={request.ticket} />
        </div>
        <div className={styles.side}>
          {mine && asked && (
            <VerdictPanel
              asked={asked}
              second={request.status === 'AWAITING_SECOND_DECISION'}
              draft={draft}
              sending={deciding}
              onChange={change}
              onSend={(verdict, words) => void decide(verdict, words)}
              onCancel={() => setAsked(null)}
            />
          )}
          <Signals signals={request.signals} />
          {mine && <Checklist items={request.checklist} ticked={draft.checklist} onTick={tick} />}
          <FirstDecision request={request} ticked={draft.checklist} />
          {mine && !asked && <NoteCard value={draft.note ?? ''} onChange={(note) => change({ note })} />}
        </div>
      </div>
      {mine && (
        <DecisionBar
          request={request}
          ticked={draft.checklist}
          deciding={deciding}
          onApprove={() => void decide('APPROVE', { ...draft, reasonCode: null, messageToApplicant: null })}
          onAsk={setAsked}
          onSkip={() => void skip()}
        />
      )}
    </>
  );
}

function NoteCard(props: { value: string; onChange: (note: string) => void }) {
  const { t } = useLingui();
  const field = useRef<HTMLTextAreaElement>(null);
  const label = t`Catatan internal`;
  useShortcut({ keys: 'm', label, scope: t`Keputusan`, run: () => field.current?.focus() });
  return (
    <Card>
      <TextArea
        {...props}
        ref={field}
        label={label}
        hint={t`Untuk rekan; pemohon tidak membacanya.`}
        maxLength={1000}
      />
    </Card>
  );
}
