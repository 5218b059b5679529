import type { EntityManager } from 'typeorm';

import type { FigureSpan } from './desk-figures.js';
import { ReplacementDecision } from './replacement-decision.entity.js';
import { ReplacementRequest } from './replacement-request.entity.js';

/** What a median and an agent's line need of one decision. */
export interface DecidedRow {
  readonly agentId: string;
  readonly officeId: string;
  readonly submittedAt: Date;
  readonly at: Date;
  readonly returnedBySecond: boolean;
  readonly takenBack: boolean;
}

/** A median needs each value. Of a longer span the newest so many stand for the rest. */
const MOST = 5000;

export async function decisionRows(
  rows: EntityManager,
  { offices, from, to }: FigureSpan,
): Promise<DecidedRow[]> {
  const query = rows
    .createQueryBuilder(ReplacementDecision, 'decision')
    .innerJoinAndMapOne('decision.request', ReplacementRequest, 'request', 'request.id = decision.requestId')
    .select(['decision.id', 'decision.agentId', 'decision.officeId', 'decision.at', 'decision.voidReason'])
    .addSelect(['request.id', 'request.submittedAt'])
    .where('decision.at >= :from AND decision.at < :to', { from, to })
    .orderBy('decision.at', 'DESC')
    .limit(MOST);
  if (offices !== 'ALL') query.andWhere('decision.officeId IN (:...offices)', { offices: [...offices, ''] });
  const found = (await query.getMany()) as (ReplacementDecision & { request: ReplacementRequest })[];
  return found.map(({ agentId, officeId, at, voidReason, request }) => ({
    ...{ agentId, officeId, at },
    submittedAt: request.submittedAt ?? at,
    returnedBySecond: voidReason === 'RETURNED_BY_SECOND',
    takenBack: voidReason === 'TAKEN_BACK',
  }));
}
