import type { QueryDeepPartialEntity } from 'typeorm';

import type { AuditEventName } from '../../platform/audit/audit-events.js';
import { after, DAY_MS, HOUR_MS } from '../../platform/clock.js';
import { isSecond } from './claim-rules.js';
import type { ReplacementRequest } from './replacement-request.entity.js';
import { ReplacementStatus } from './replacement-status.js';
import { RiskTier } from './risk-tier.js';
import { Verdict } from './verdict.js';

export type VoidReason = 'RETURNED_BY_SECOND' | 'TRANSFERRED';

/** Where a verdict leads, and what changes with it; who sends and writes what is `decision-effects.ts`. */
export interface Step {
  readonly to: ReplacementStatus;
  readonly set: QueryDeepPartialEntity<ReplacementRequest>;
  readonly event: AuditEventName;
  /** Earlier decisions end with it. */
  readonly voids?: VoidReason;
}

/** What a step needs to know besides the case, read before. */
export interface Deciding {
  readonly verdict: Verdict;
  readonly agentId: string;
  readonly now: Date;
  readonly undoUntil: Date;
  readonly waitH: number;
  readonly returnD: number;
  readonly reasonCode: string | null;
  readonly messageToApplicant: string | null;
  readonly minutesLeft: number | null;
  /** Office of the second decision, and when that is overdue. */
  readonly second: { readonly officeId: string; readonly escalatesAt: Date };
  /** Where an escalation goes: the office above, or the same where there is none. */
  readonly above: { readonly officeId: string; readonly dueAt: Date; readonly urgentAt: Date };
}

export function stepOf(request: ReplacementRequest, deciding: Deciding): Step {
  switch (deciding.verdict) {
    case Verdict.APPROVE:
      return isSecond(request) || request.tier === RiskTier.LOW
        ? approved(request, deciding)
        : proposed(deciding);
    case Verdict.RETURN:
      return isSecond(request) ? returnedToFirst() : returnedToApplicant(deciding);
    case Verdict.ESCALATE:
      return escalated(deciding);
    default:
      return rejected(request, deciding);
  }
}

function approved(request: ReplacementRequest, { now, undoUntil, waitH }: Deciding): Step {
  // An old channel that confirmed need not be waited for. The job puts off what waits until the notices are out (R53).
  const waits = request.otherChannelConfirmedAt === null || request.tier === RiskTier.HIGH;
  const effectiveAt = waits ? after(undoUntil, waitH * HOUR_MS) : undoUntil;
  const set = { approvedAt: now, effectiveAt };
  return { to: ReplacementStatus.WAITING_PERIOD, set, event: 'CASE_APPROVED' };
}

const proposed = ({ agentId, second }: Deciding): Step => ({
  to: ReplacementStatus.AWAITING_SECOND_DECISION,
  set: { firstDeciderId: agentId, secondOfficeId: second.officeId, escalatesAt: second.escalatesAt },
  event: 'CASE_PROPOSED',
});

const returnedToFirst = (): Step => ({
  to: ReplacementStatus.SUBMITTED,
  set: { firstDeciderId: null },
  event: 'CASE_RETURNED',
  voids: 'RETURNED_BY_SECOND',
});

const returnedToApplicant = ({ now, returnD, messageToApplicant, minutesLeft }: Deciding): Step => ({
  to: ReplacementStatus.RETURNED,
  set: { expiresAt: after(now, returnD * DAY_MS), messageToApplicant, workMinutesLeft: minutesLeft },
  event: 'CASE_RETURNED',
});

const escalated = ({ now, above }: Deciding): Step => ({
  to: ReplacementStatus.SUBMITTED,
  set: { ...above, escalatedAt: now, firstDeciderId: null, secondOfficeId: null },
  event: 'CASE_ESCALATED',
  voids: 'TRANSFERRED',
});

function rejected({ dueAt, urgentAt }: ReplacementRequest, deciding: Deciding): Step {
  const { reasonCode, messageToApplicant } = deciding;
  // The target time stays in the row in case the rejection is taken back.
  const set = { endReason: reasonCode, messageToApplicant, dueAt, urgentAt };
  return { to: ReplacementStatus.REJECTED, set, event: 'CASE_REJECTED' };
}
