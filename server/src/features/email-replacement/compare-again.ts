import type { EntityManager } from 'typeorm';

import type { SignedInAgent } from '../../office/agent-sessions.js';
import { byAgent } from '../../office/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { Now } from '../../platform/clock.js';
import type { Context } from '../../platform/graphql/context.js';
import { UNCLAIMED } from './case-claims.js';
import type { CaseState } from './case-state.js';
import { isSecond } from './claim-rules.js';
import { type DeskCase, deskCases } from './desk-case.js';
import { voidDecisions } from './replacement-decisions.js';
import { move, ReplacementStatus } from './replacement-status.js';
import { hasMovedOn } from './risk-assessment.js';
import { RISK_RANK, RiskTier } from './risk-tier.js';
import { Verdict } from './verdict.js';

interface Needs {
  readonly audit: Audit;
  readonly now: Now;
}

/** The account is not what it was compared with, or the address went to somebody else: all decisions are void (5.1, R62). */
export class CompareAgain {
  constructor(private readonly needs: Needs) {}

  /** Only an approval would build on what changed; a rejection may stand. */
  isDue({ request, assessment, caller, holder }: CaseState, verdict: Verdict): boolean {
    const { account } = assessment.record;
    if (verdict !== Verdict.APPROVE || !account || holder !== caller.agent.id) return false;
    const taken = assessment.signals.includes('ADDRESS_TAKEN') && isSecond(request);
    return taken || hasMovedOn(request, account);
  }

  /** Back to the beginning, weighed as HIGH, with the account as it is now to compare with. */
  async start(
    tx: EntityManager,
    row: DeskCase,
    { assessment }: CaseState,
    { caller, from }: { caller: SignedInAgent; from: Context },
  ): Promise<DeskCase> {
    const now = this.needs.now();
    const signals = new Set([...assessment.signals, 'COMPARE_AGAIN']);
    const set = {
      ...UNCLAIMED,
      accountVersion: assessment.record.account?.version ?? null,
      signals: [...signals].join(','),
      ...{ tier: RiskTier.HIGH, riskRank: RISK_RANK.HIGH, firstDeciderId: null },
    };
    if (!(await move(tx, row, ReplacementStatus.SUBMITTED, { now, set }))) return row;
    await voidDecisions(tx, row.id, 'ACCOUNT_CHANGED', now);
    const subject = { subjectKind: 'CASE', subjectId: row.id, caseId: row.id };
    await this.needs.audit.record(tx, { ...byAgent(caller, from), ...subject, event: 'CASE_COMPARE_AGAIN' });
    return (await deskCases(tx).where('request.id = :id', { id: row.id }).getOne()) as DeskCase;
  }
}
