import { byOwner } from '../../../server/src/account/trail.js';
import { ReplacementDecision } from '../../../server/src/features/email-replacement/replacement-decision.entity.js';
import { RiskTier } from '../../../server/src/features/email-replacement/risk-tier.js';
import { Verdict } from '../../../server/src/features/email-replacement/verdict.js';
import { after, HOUR_MS, SECOND_MS } from '../../../server/src/platform/clock.js';
import { newId } from '../../../server/src/platform/ids.js';
import { sourceOf } from './accounts.js';
import { type CasePlan, emailsOf } from './case-plan.js';
import type { Around, Subject } from './case-rows.js';
import { MadeLetters } from './letters.js';
import { TableText, type Written } from './table-text.js';

/** What was decided about a case, who was told of its effect, and what of it all stands in the trail. */
export class CaseHistory {
  readonly #decisions;
  readonly #letters;

  constructor(private readonly around: Pick<Around, 'making' | 'trail' | 'deciders'>) {
    this.#decisions = new TableText(around.making.shapes, ReplacementDecision);
    this.#letters = new MadeLetters(around.making);
  }

  add(id: string, plan: CasePlan, subject: Subject): void {
    const { trail } = this.around;
    const { createdAt, submittedAt } = plan;
    const source = sourceOf(subject.person.number);
    const applicant = { ...aboutCase(id), actorKind: 'ANONYMOUS', source } as const;
    trail.record({ ...applicant, event: 'CASE_REQUESTED', at: createdAt });
    if (submittedAt) trail.record({ ...applicant, event: 'CASE_SUBMITTED', at: submittedAt });
    this.#decide(id, plan, subject);
    this.#end(id, plan, subject);
  }

  take(): (Written | undefined)[] {
    return [this.#decisions.take(), ...this.#letters.take()];
  }

  /** Each decision with its event. */
  #decide(requestId: string, plan: CasePlan, { account, office }: Subject): void {
    const { trail, deciders } = this.around;
    const { decidedAt, tier } = plan;
    if (!decidedAt) return;
    const verdicts = verdictsOf(plan);
    for (const [place, verdict] of verdicts.entries()) {
      const by = deciders[place] ?? deciders[0];
      const at = after(decidedAt, (place + 1 - verdicts.length) * HOUR_MS);
      this.#decisions.add({
        ...{ id: newId(at), requestId, agentId: by.id, sessionId: `made-${by.id.slice(-12)}`, at },
        ...{ officeId: office.id, verdict, tier: RiskTier[tier], requestVersion: place + 1 },
        reasonCode: verdict === Verdict.REJECT ? 'IDENTITY_NOT_PROVEN' : null,
        ...{ accountVersion: account.version, undoUntil: after(at, 10 * SECOND_MS) },
        statusBefore: place === 0 ? 'IN_REVIEW' : 'AWAITING_SECOND_DECISION',
      });
      const agent = { actorKind: 'AGENT', actorId: by.id, role: by.role, officeId: office.id } as const;
      const event = eventOf(verdict, tier !== 'LOW' && place === 0);
      trail.record({ ...aboutCase(requestId), ...agent, event, at });
    }
  }

  #end(caseId: string, plan: CasePlan, subject: Subject): void {
    const { trail } = this.around;
    const { status, appliedAt, endedAt } = plan;
    const { id: subjectId } = subject.account;
    const system = { subjectKind: 'ACCOUNT', subjectId, caseId, actorKind: 'SYSTEM' } as const;
    if (appliedAt) {
      trail.record({ ...system, event: 'CASE_APPLIED', at: appliedAt });
      this.#tell('REPLACEMENT_APPLIED', [emailsOf(plan, subject.person).wished], subject, appliedAt);
      this.#tell('REPLACEMENT_FORMER_EMAIL', [emailsOf(plan, subject.person).former], subject, appliedAt);
    }
    if (!endedAt) return;
    if (status === 'CANCELLED') trail.record({ ...system, event: 'CASE_WITHDRAWN', at: endedAt });
    if (status === 'EXPIRED') trail.record({ ...system, event: 'CASE_EXPIRED', at: endedAt });
    if (status !== 'UNDONE') return;
    const owner = byOwner(subjectId, { source: sourceOf(subject.person.number) });
    trail.record({ ...owner, caseId, event: 'CASE_UNDONE', at: endedAt });
    this.#tell('REPLACEMENT_UNDONE', Object.values(emailsOf(plan, subject.person)), subject, endedAt);
  }

  /** By these emails; what is no way back, but a notice, also goes to the phone. */
  #tell(kind: string, emails: readonly string[], { account, person }: Subject, at: Date): void {
    const told = { kind, accountId: account.id, regionCode: account.regionCode, at };
    for (const to of emails) this.#letters.add({ ...told, channel: 'EMAIL', to });
    if (person.phone && kind !== 'REPLACEMENT_FORMER_EMAIL')
      this.#letters.add({ ...told, channel: 'WHATSAPP', to: person.phone });
  }
}

const aboutCase = (id: string) => ({ subjectKind: 'CASE', subjectId: id, caseId: id }) as const;

/** In order: MEDIUM and HIGH take a second person, who has not come yet while a case waits for one. */
function verdictsOf({ status, tier }: CasePlan): Verdict[] {
  if (status === 'RETURNED') return [Verdict.RETURN];
  if (status === 'AWAITING_SECOND_DECISION') return [Verdict.APPROVE];
  const last = status === 'REJECTED' ? Verdict.REJECT : Verdict.APPROVE;
  return tier === 'LOW' ? [last] : [Verdict.APPROVE, last];
}

function eventOf(verdict: Verdict, firstOfTwo: boolean) {
  if (verdict === Verdict.REJECT) return 'CASE_REJECTED';
  if (verdict === Verdict.RETURN) return 'CASE_RETURNED';
  return firstOfTwo ? 'CASE_PROPOSED' : 'CASE_APPROVED';
}
