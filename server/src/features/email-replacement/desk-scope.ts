import type { EntityManager } from 'typeorm';

import { AgentRole } from '../../office/agent-role.js';
import type { AgentOnDuty } from '../../office/agents.js';
import { officeScope } from '../../office/jurisdiction.js';
import { Office } from '../../office/office.entity.js';
import type { Scope } from '../../platform/database/scope.js';

/** ALL, or the offices by name: a page is then read along one index for each of them. */
export type OfficesSeen = 'ALL' | readonly string[];

/** The offices whose queue an agent sees. One statement, and none where it is the own office. */
export async function officesSeen(rows: EntityManager, caller: AgentOnDuty): Promise<OfficesSeen> {
  const { condition, parameters } = officeScope(caller, 'office');
  if (caller.role === AgentRole.ADMIN) return [];
  if (Object.keys(parameters).length === 0) return 'ALL';
  if (!('scopeBelow' in parameters)) return [caller.office.id];
  const query = rows.createQueryBuilder(Office, 'office').select(['office.id']);
  return (await query.where(condition, parameters).getMany()).map(({ id }) => id);
}

/**
 * The cases an agent may open: those of the offices in scope, and those that such an office decides second. On the
 * aliases `office` and `second` of `offices`.
 */
export function caseScope(caller: AgentOnDuty): Scope {
  const [own, second] = [officeScope(caller, 'office'), officeScope(caller, 'second')];
  return { condition: `((${own.condition}) OR (${second.condition}))`, parameters: own.parameters };
}
