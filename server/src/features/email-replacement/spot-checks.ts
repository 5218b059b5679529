import { type EntityManager, IsNull, MoreThan, type SelectQueryBuilder } from 'typeorm';

import { newId } from '../../platform/ids.js';
import type { CaseState } from './case-state.js';
import type { Compared } from './comparison.js';
import { deskCases } from './desk-case.js';
import type { OfficesSeen } from './desk-scope.js';
import { ReplacementDecision } from './replacement-decision.entity.js';
import { ReplacementStatus } from './replacement-status.js';
import { RiskTier } from './risk-tier.js';
import { SpotCheck } from './spot-check.entity.js';
import type { SpotDraw } from './spot-draw.js';

const { APPLIED, REJECTED, UNDONE, WAITING_PERIOD } = ReplacementStatus;

/** Both verdicts are drawn from: among approvals alone the second reader would know the first one's answer. */
const ENDING: readonly ReplacementStatus[] = [WAITING_PERIOD, REJECTED];

/** Ready for a second look: it took effect, and can no longer be taken back. */
const IN_EFFECT = [APPLIED, REJECTED, UNDONE];

/** One person alone decides a LOW case: of some of them another looks again without knowing what was decided (5.1). */
export class SpotChecks {
  constructor(private readonly lots: SpotDraw) {}

  /** In the unit of the decision itself; nobody is told. */
  async draw(
    tx: EntityManager,
    { request, assessment }: CaseState,
    to: ReplacementStatus,
    { decisionId, at }: { decisionId: string; at: Date },
  ): Promise<void> {
    if (request.tier !== RiskTier.LOW || !ENDING.includes(to)) return;
    const lot = this.lots.of(request.id);
    const drawn = lot.draw < lot.drawBelow;
    await tx.insert(SpotCheck, {
      ...{ id: newId(at), requestId: request.id, decisionId, officeId: request.officeId ?? '' },
      ...{ ...lot, drawnAt: at, waitingSince: drawn ? at : null },
      comparison: drawn ? JSON.stringify(assessment.comparison) : null,
    });
  }
}

/** What the first person compared. */
export const comparedThen = ({ comparison }: SpotCheck): Compared[] => JSON.parse(comparison ?? '[]');

/** Whose look at this case is under way; whoever has it may open its documents. */
export const holdsSpotCheck = (
  rows: EntityManager,
  { requestId, agentId, now }: { requestId: string; agentId: string; now: Date },
): Promise<boolean> =>
  rows.existsBy(SpotCheck, {
    ...{ requestId, takenBy: agentId, takenUntil: MoreThan(now) },
    checkedAt: IsNull(),
  });

/** Checks that somebody other than the first decider may take, longest waiting first. */
export function readySpotChecks(
  rows: EntityManager,
  { agentId, offices, now }: { agentId: string; offices: OfficesSeen; now: Date },
): SelectQueryBuilder<SpotCheck> {
  const query = rows
    .createQueryBuilder(SpotCheck, 'spot')
    .innerJoin(ReplacementDecision, 'first', 'first.id = spot.decisionId')
    .where('spot.waitingSince IS NOT NULL AND (spot.takenUntil IS NULL OR spot.takenUntil <= :now)', { now })
    .andWhere('first.voidedAt IS NULL AND first.undoUntil <= :now AND first.agentId <> :agentId', { agentId })
    .andWhere(
      `EXISTS (SELECT 1 FROM replacement_requests r WHERE r.id = spot.request_id
        AND r.status IN (:...inEffect) AND r.evidence_erased_at IS NULL)`,
      { inEffect: IN_EFFECT },
    )
    .orderBy('spot.waitingSince', 'ASC')
    .addOrderBy('spot.id', 'ASC');
  return offices === 'ALL'
    ? query
    : query.andWhere('spot.officeId IN (:...offices)', { offices: [...offices, ''] });
}

/** The case behind a check, whatever became of it. */
export const caseBehind = (rows: EntityManager, { requestId }: SpotCheck) =>
  deskCases(rows).where('request.id = :requestId', { requestId }).getOneOrFail();
