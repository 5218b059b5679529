import { ReplacementDecision } from '../../../server/src/features/email-replacement/replacement-decision.entity.js';
import { RiskTier } from '../../../server/src/features/email-replacement/risk-tier.js';
import { Verdict } from '../../../server/src/features/email-replacement/verdict.js';
import { after, HOUR_MS, SECOND_MS } from '../../../server/src/platform/clock.js';
import type { Database } from '../../../server/src/platform/database/transact.js';
import { newId } from '../../../server/src/platform/ids.js';
import { sourceOf } from './accounts.js';
import { TableText } from './bulk.js';
import type { CasePlan, Decider } from './case-plan.js';
import type { Subject } from './case-rows.js';
import type { MadeTrail } from './trail.js';

type Status = CasePlan['status'];

/** What was decided about a case, and what of it stands in the trail. */
export class CaseHistory {
  readonly #decisions;

  constructor(
    db: Database,
    private readonly trail: MadeTrail,
    private readonly deciders: readonly [Decider, Decider],
  ) {
    this.#decisions = new TableText(db, ReplacementDecision);
  }

  add(id: string, plan: CasePlan, subject: Subject): void {
    this.#decide(id, plan, subject);
    this.#record(id, plan, subject);
  }

  take(): (string | undefined)[] {
    return [this.#decisions.take()];
  }

  #decide(requestId: string, plan: CasePlan, { account, office }: Subject): void {
    const { decidedAt, tier } = plan;
    if (!decidedAt) return;
    for (const [place, verdict] of verdictsOf(plan).entries()) {
      const by = this.deciders[place] ?? this.deciders[0];
      const at = after(decidedAt, place * HOUR_MS);
      this.#decisions.add({
        ...{ id: newId(at), requestId, agentId: by.id, sessionId: `made-${by.id.slice(-12)}`, at },
        ...{ officeId: office.id, verdict, tier: RiskTier[tier], requestVersion: place + 1 },
        reasonCode: verdict === Verdict.REJECT ? 'IDENTITY_NOT_PROVEN' : null,
        ...{ accountVersion: account.version, undoUntil: after(at, 10 * SECOND_MS) },
        statusBefore: place === 0 ? 'IN_REVIEW' : 'AWAITING_SECOND_DECISION',
      });
    }
  }

  #record(caseId: string, plan: CasePlan, { account, person, office }: Subject): void {
    const { status, createdAt, submittedAt, decidedAt, endedAt } = plan;
    const about = { subjectKind: 'CASE', subjectId: caseId, caseId } as const;
    const applicant = { ...about, actorKind: 'ANONYMOUS', source: sourceOf(person.number) } as const;
    const [{ id: actorId, role }] = this.deciders;
    const agent = { ...about, actorKind: 'AGENT', actorId, role, officeId: office.id } as const;
    const system = { subjectKind: 'ACCOUNT', subjectId: account.id, caseId, actorKind: 'SYSTEM' } as const;
    this.trail.record({ ...applicant, event: 'CASE_REQUESTED', at: createdAt });
    if (submittedAt) this.trail.record({ ...applicant, event: 'CASE_SUBMITTED', at: submittedAt });
    if (decidedAt) this.trail.record({ ...agent, event: DECIDED[status] ?? 'CASE_APPROVED', at: decidedAt });
    const ended = ENDED[status];
    if (endedAt && ended) this.trail.record({ ...system, event: ended, at: endedAt });
  }
}

/** In order: MEDIUM and HIGH take a second person, who has not come yet while a case waits for one. */
function verdictsOf({ status, tier }: CasePlan): Verdict[] {
  if (status === 'RETURNED') return [Verdict.RETURN];
  if (status === 'AWAITING_SECOND_DECISION') return [Verdict.APPROVE];
  const last = status === 'REJECTED' ? Verdict.REJECT : Verdict.APPROVE;
  return tier === 'LOW' ? [last] : [Verdict.APPROVE, last];
}

const DECIDED: Partial<Record<Status, 'CASE_REJECTED' | 'CASE_RETURNED' | 'CASE_PROPOSED'>> = {
  REJECTED: 'CASE_REJECTED',
  RETURNED: 'CASE_RETURNED',
  AWAITING_SECOND_DECISION: 'CASE_PROPOSED',
};
const ENDED: Partial<Record<Status, 'CASE_APPLIED' | 'CASE_UNDONE' | 'CASE_WITHDRAWN' | 'CASE_EXPIRED'>> = {
  APPLIED: 'CASE_APPLIED',
  UNDONE: 'CASE_UNDONE',
  CANCELLED: 'CASE_WITHDRAWN',
  EXPIRED: 'CASE_EXPIRED',
};
