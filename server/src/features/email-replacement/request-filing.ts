import type { EntityManager } from 'typeorm';

import { officeFor } from '../../office/jurisdiction.js';
import type { Office } from '../../office/office.entity.js';
import type { WorkingDays } from '../../office/working-days.js';
import { after, HOUR_MS, type Now } from '../../platform/clock.js';
import type { ReplacementRequest } from './replacement-request.entity.js';
import type { Assessment, RiskAssessments } from './risk-assessment.js';
import { RISK_RANK, RiskTier } from './risk-tier.js';
import { HOURS_SOONER } from './tier-rules.js';

export interface TargetDays {
  /** Working days by tier (CASE_TARGET_…_WORKDAYS). */
  readonly low: number;
  readonly others: number;
}

interface Needs {
  readonly risks: RiskAssessments;
  readonly workingDays: WorkingDays;
  readonly now: Now;
}

/** What the central office takes: cases of no known place. */
const NOWHERE = { actor: 'FOREIGN_ENTITY', regionCode: '' };

/** Where a case lies at the desk: which office, which tier, until when. Answers columns for the caller's own `move`. */
export class RequestFiling {
  constructor(
    private readonly needs: Needs,
    private readonly target: TargetDays,
  ) {}

  /** A case handed in, for the first time or after a return: what was left of its service time goes on. */
  async filed(rows: EntityManager, request: ReplacementRequest) {
    const assessment = await this.needs.risks.of(rows, request);
    const { account } = assessment.record;
    const office = await officeFor(rows, account ?? NOWHERE);
    const registryDueAt = request.registryAnswer === 'MATCH' ? null : this.needs.now();
    return {
      officeId: office.id,
      ...this.assessed(assessment),
      ...this.timed(assessment.tier, office, request.workMinutesLeft),
      registryDueAt,
      workMinutesLeft: null,
      secondOfficeId: null,
      firstDeciderId: null,
      escalatesAt: null,
    };
  }

  /** Tier and signals as they are now; the target time stays where it was promised. */
  assessed({ tier, signals }: Assessment, dueAt?: Date | null) {
    const urgent = dueAt ? { urgentAt: urgentBy(dueAt, tier) } : {};
    return { tier, riskRank: RISK_RANK[tier], signals: signals.join(','), ...urgent };
  }

  /** Target time of a case that begins now at this office. */
  timed(tier: RiskTier, { zone }: Pick<Office, 'zone'>, minutesLeft?: number | null) {
    const { workingDays, now } = this.needs;
    const days = tier === RiskTier.LOW ? this.target.low : this.target.others;
    const dueAt = workingDays.after(now(), minutesLeft ?? days * workingDays.minutesADay, zone);
    return { dueAt, urgentAt: urgentBy(dueAt, tier) };
  }

  /** Working minutes that remain when the clock stops for the applicant. */
  minutesLeft({ dueAt }: ReplacementRequest, { zone }: Pick<Office, 'zone'>): number | null {
    const { workingDays, now } = this.needs;
    return dueAt && workingDays.minutesBetween(now(), dueAt, zone);
  }
}

const urgentBy = (dueAt: Date, tier: RiskTier): Date => after(dueAt, -HOURS_SOONER[tier] * HOUR_MS);
