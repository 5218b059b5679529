import type { EntityManager } from 'typeorm';

import type { AgentOnDuty } from '../../office/agents.js';
import { Office } from '../../office/office.entity.js';
import { caseScope } from './desk-scope.js';
import { ReplacementRequest } from './replacement-request.entity.js';
import { ReplacementStatus } from './replacement-status.js';

/** A case as the desk reads it, with the office that decides. Cases not handed in lie with no office and are nobody's here. */
export type DeskCase = ReplacementRequest & {
  readonly office: Office;
  /** It left the agent's offices by now: what became of it may be known, what is in it may not. */
  readonly beyondReach?: boolean;
};

export const deskCases = (rows: EntityManager) =>
  rows
    .createQueryBuilder(ReplacementRequest, 'request')
    .innerJoinAndMapOne('request.office', Office, 'office', 'office.id = request.officeId');

const within = (rows: EntityManager, caller: AgentOnDuty) => {
  const { condition, parameters } = caseScope(caller);
  return deskCases(rows)
    .leftJoin(Office, 'second', 'second.id = request.secondOfficeId')
    .where(condition, parameters);
};

/** The case that each account has open, as far as this agent may see it. */
export async function openCases(
  rows: EntityManager,
  accountIds: readonly string[],
  caller: AgentOnDuty,
): Promise<DeskCase[]> {
  const query = within(rows, caller).andWhere('request.openKey IN (:...ids)', { ids: [...accountIds] });
  return (await query.getMany()) as DeskCase[];
}

/** By its id; null where it is not for this agent. */
export async function caseById(
  rows: EntityManager,
  id: string,
  caller: AgentOnDuty,
): Promise<DeskCase | null> {
  return (await within(rows, caller).andWhere('request.id = :id', { id }).getOne()) as DeskCase | null;
}

/** What an agent once had to do with: in full within reach, else only as what became of it. */
export async function knownCases(
  rows: EntityManager,
  cases: readonly DeskCase[],
  caller: AgentOnDuty,
): Promise<DeskCase[]> {
  const ids = cases.map(({ id }) => id);
  const query = within(rows, caller).andWhere('request.id IN (:...ids)', { ids: [...ids, ''] });
  const near = new Set((await query.select(['request.id']).getMany()).map(({ id }) => id));
  return cases.map((one) => (near.has(one.id) ? one : { ...one, beyondReach: true }));
}

/** Null: no such case, or not one this agent may see (R57). */
export async function findCase(
  rows: EntityManager,
  ticket: string,
  caller: AgentOnDuty,
): Promise<DeskCase | null> {
  const query = within(rows, caller).andWhere('request.ticket = :ticket', {
    ticket: ticket.trim().toUpperCase(),
  });
  return (await query.getOne()) as DeskCase | null;
}

/** Whose claim holds at this moment; an expired one is nobody's, without a job that would free it (5.5). */
export function holderOf(
  { claimedBy, claimUntil }: Pick<ReplacementRequest, 'claimedBy' | 'claimUntil'>,
  now: Date,
): string | null {
  return claimUntil && claimUntil > now ? claimedBy : null;
}

/** A case in review whose claim lapsed waits for anybody, and is shown so. */
export function statusShown(request: ReplacementRequest, now: Date): ReplacementStatus {
  const lapsed = request.status === ReplacementStatus.IN_REVIEW && holderOf(request, now) === null;
  return lapsed ? ReplacementStatus.SUBMITTED : request.status;
}
