import type { EntityManager } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import { Office } from '../../office/office.entity.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { Now } from '../../platform/clock.js';
import { voidDecisions } from './replacement-decisions.js';
import type { ReplacementRequest } from './replacement-request.entity.js';
import { move, ReplacementStatus } from './replacement-status.js';
import type { RequestFiling } from './request-filing.js';
import { RISK_RANK, RiskTier } from './risk-tier.js';
import type { SignalCode } from './signals.js';

export type WhyAgain = 'ACCOUNT_CHANGED' | 'ADDRESS_TAKEN';

interface Needs {
  readonly filing: RequestFiling;
  readonly audit: Audit;
  readonly now: Now;
}

const NO_DECISION = {
  approvedAt: null,
  effectiveAt: null,
  firstDeciderId: null,
  escalatesAt: null,
  claimedBy: null,
  claimUntil: null,
};

/** Back to the queue as HIGH: what was decided was about an account, or an address, that is no longer the same. */
export class ReplacementRetreat {
  constructor(private readonly needs: Needs) {}

  async compareAgain(tx: EntityManager, request: ReplacementRequest, why: WhyAgain): Promise<boolean> {
    const { filing, audit, now } = this.needs;
    const { id, accountId, officeId, workMinutesLeft } = request;
    const account = await tx.findOneBy(Account, { id: accountId ?? '' });
    const accountVersion = account?.version ?? null; // what it is compared with from now on
    const office = await tx.findOneByOrFail(Office, { id: officeId ?? '' });
    const signal: SignalCode = 'COMPARE_AGAIN';
    const signals = [...new Set([...request.signals.split(',').filter(Boolean), signal])].join(',');
    const high = { tier: RiskTier.HIGH, riskRank: RISK_RANK.HIGH, signals };
    const set = {
      ...NO_DECISION,
      accountVersion,
      ...high,
      ...filing.timed(RiskTier.HIGH, office, workMinutesLeft),
    };
    if (!(await move(tx, request, ReplacementStatus.SUBMITTED, { now: now(), set }))) return false;
    await voidDecisions(tx, id, why, now());
    const what = { subjectKind: 'CASE', subjectId: id, caseId: id, reasonCode: why };
    await audit.record(tx, { actorKind: 'SYSTEM', event: 'CASE_COMPARE_AGAIN', ...what });
    return true;
  }
}
