import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { ComparisonTable } from '../../desk/comparison-table';
import styles from '../../desk/review.module.css';
import type { ReviewFieldsFragment } from '../../gql/graphql';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Failed } from '../../ui/states';
import type { Act } from './act';
import { Beside } from './beside';
import { CaseActions } from './case-actions';
import { ClaimNotice } from './claim-notice';
import { DecisionBar } from './decision-bar';
import { DeskAct } from './desk-act';
import { Evidence } from './evidence';
import { IdentityBar } from './identity-bar';
import { useClaim } from './use-claim';
import { type Deciding, useDecide } from './use-decide';
import { type Drafting, useDraft } from './use-draft';

interface ReviewProps {
  readonly request: ReviewFieldsFragment;
  /** Why newer data could not be had. */
  readonly error?: unknown;
  readonly onChanged: () => void;
}

/** One request with everything a decision needs; who holds it decides, everybody else reads. */
export function Review({ request, error, onChanged }: ReviewProps) {
  const { t } = useLingui();
  const { ticket, claim } = request;
  const mine = claim?.mine === true;
  const { claim: take, extend, claiming } = useClaim(request, onChanged);
  const drafting = useDraft(request);
  const deciding = useDecide(request, onChanged);
  const [act, setAct] = useState<Act | null>(null);
  const next = () => void deciding.next();
  return (
    <Page
      title={ticket}
      section={t`Antrean`}
      fits
      aside={<IdentityBar request={request} />}
      actions={<CaseActions request={request} onAct={setAct} onNext={next} />}
    >
      <ClaimNotice
        request={request}
        claiming={claiming}
        onClaim={() => void take()}
        onExtend={() => void extend()}
        onTakeOver={() => setAct('TAKE_OVER')}
        onNext={next}
      />
      {error !== undefined && <Failed error={error} onRetry={onChanged} />}
      {deciding.refusal && <Notice tone="warn" role="alert" title={deciding.refusal} />}
      {deciding.error !== undefined && <Failed error={deciding.error} />}
      <Sides request={request} onChanged={onChanged}>
        {act && <DeskAct act={act} ticket={ticket} onDone={() => setAct(null)} />}
        <Beside
          {...drafting}
          request={request}
          mine={mine}
          taken={act !== null}
          sending={deciding.deciding}
          onSend={(verdict, words) => void deciding.decide(verdict, words)}
        />
      </Sides>
      {mine && <Outcomes {...deciding} request={request} drafting={drafting} />}
    </Page>
  );
}

interface SidesProps {
  readonly request: ReviewFieldsFragment;
  readonly onChanged: () => void;
  /** Beside the evidence. */
  readonly children: ReactNode;
}

function Sides({ request, onChanged, children }: SidesProps) {
  const [whole, setWhole] = useState(false);
  return (
    <div className={styles.sides}>
      <div className={styles.side} data-whole={whole}>
        {!whole && <ComparisonTable comparison={request.comparison} />}
        <Evidence
          request={request}
          held={request.claim?.mine === true}
          onSeen={onChanged}
          whole={whole}
          onWhole={() => setWhole(!whole)}
        />
      </div>
      <div className={styles.beside}>{children}</div>
    </div>
  );
}

interface OutcomesProps extends Pick<Deciding, 'decide' | 'skip' | 'deciding'> {
  readonly request: ReviewFieldsFragment;
  readonly drafting: Drafting;
}

function Outcomes({ request, drafting: { draft, change }, decide, skip, deciding }: OutcomesProps) {
  const bare = { ...draft, reasonCode: null, messageToApplicant: null };
  return (
    <DecisionBar
      request={request}
      ticked={draft.checklist}
      deciding={deciding}
      onApprove={() => void decide('APPROVE', bare)}
      onAsk={(verdict) => change({ verdict })}
      onSkip={() => void skip()}
    />
  );
}
