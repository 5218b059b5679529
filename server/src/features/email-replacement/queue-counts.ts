import type { EntityManager } from 'typeorm';

import type { AgentOnDuty } from '../../office/agents.js';
import { officeScope } from '../../office/jurisdiction.js';
import type { QueueCounts } from './replacement-queue.result.js';

/**
 * All counts of the rail and the tabs in one statement. Each walks an index over open cases only: closed ones, which
 * grow for ever, are never touched.
 */
export async function countQueue(rows: EntityManager, caller: AgentOnDuty, now: Date): Promise<QueueCounts> {
  const { condition, parameters } = officeScope(caller, 'o');
  const offices = `(SELECT o.id FROM offices o WHERE ${condition})`;
  const count = (where: string) => `(SELECT COUNT(*) FROM replacement_requests r WHERE ${where})`;
  const own = (where: string) => count(`r.office_id IN ${offices} AND ${where}`);
  const asSecond = count(
    `r.second_office_id IN ${offices} AND r.office_id NOT IN ${offices} AND r.status = 'AWAITING_SECOND_DECISION'`,
  );
  const text = `SELECT
    ${own(`r.status = 'SUBMITTED'`)} + ${own(`r.status = 'IN_REVIEW' AND r.claim_until <= :now`)} AS ready,
    ${count('r.claimed_by = :agentId AND r.claim_until > :now')} AS mine,
    ${own(`r.status = 'AWAITING_SECOND_DECISION'`)} + ${asSecond} AS awaitingSecond,
    ${own(`r.status = 'RETURNED'`)} AS returned,
    ${own(`r.status = 'WAITING_PERIOD'`)} AS waitingPeriod,
    ${own(`r.status IN ('SUBMITTED', 'IN_REVIEW', 'AWAITING_SECOND_DECISION') AND r.due_at <= :now`)} AS overdue`;
  const given = { ...parameters, now, agentId: caller.agent.id };
  const [sql, values] = rows.dataSource.driver.escapeQueryWithParameters(text, given);
  const [counted] = await rows.query(sql, values);
  return Object.fromEntries(
    Object.entries(counted).map(([name, value]) => [name, Number(value)]),
  ) as unknown as QueueCounts;
}
