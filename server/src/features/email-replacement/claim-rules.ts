import { AgentRole } from '../../office/agent-role.js';
import type { AgentOnDuty } from '../../office/agents.js';
import type { Refusal } from './desk-refusals.js';
import type { ReplacementRequest } from './replacement-request.entity.js';
import { ReplacementStatus } from './replacement-status.js';
import { RiskTier } from './risk-tier.js';

const FIRST: ReadonlySet<AgentRole> = new Set([AgentRole.AGENT, AgentRole.APPROVER]);

/** States in which somebody may hold a case. */
export const CLAIMABLE: readonly ReplacementStatus[] = [
  ReplacementStatus.SUBMITTED,
  ReplacementStatus.IN_REVIEW,
  ReplacementStatus.AWAITING_SECOND_DECISION,
];

export const isSecond = ({ status }: Pick<ReplacementRequest, 'status'>): boolean =>
  status === ReplacementStatus.AWAITING_SECOND_DECISION;

/** Whether this person may decide what is due on this case, by role and by not having decided first; null: yes. */
export function mayNotDecide(
  { agent, role }: AgentOnDuty,
  request: Pick<ReplacementRequest, 'status' | 'tier' | 'firstDeciderId'>,
): Refusal | null {
  if (!CLAIMABLE.includes(request.status)) return 'NOT_OPEN';
  if (!isSecond(request)) return FIRST.has(role) ? null : 'ROLE_FIRST';
  // Asked first: somebody who changed roles since is still the same person.
  if (request.firstDeciderId === agent.id) return 'SAME_PERSON';
  if (role === AgentRole.SUPERVISOR) return null;
  return role === AgentRole.APPROVER && request.tier !== RiskTier.HIGH ? null : 'ROLE_SECOND';
}
