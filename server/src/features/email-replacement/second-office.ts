import { type EntityManager, In, IsNull } from 'typeorm';

import { Agent } from '../../office/agent.entity.js';
import { AgentRole } from '../../office/agent-role.js';
import { Office } from '../../office/office.entity.js';
import { OfficeAssignment } from '../../office/office-assignment.entity.js';
import { RiskTier } from './risk-tier.js';

/** The office itself and those above it, nearest first. */
export async function officesUpwards(rows: EntityManager, office: Office): Promise<Office[]> {
  const code = office.regionCode;
  const seats = [...(code?.includes('.') ? [code.slice(0, 2)] : []), ...(code === null ? [] : ['CENTRAL'])];
  const above = await rows.findBy(Office, { seat: In(seats), validTo: IsNull() });
  return [office, ...seats.flatMap((seat) => above.filter((one) => one.seat === seat))];
}

/**
 * Where a second person is: the nearest office upwards in which somebody besides the first decider has the role. With
 * nobody anywhere it stays with the office, visible and overdue, for somebody to be appointed.
 */
export async function officeOfSecond(
  rows: EntityManager,
  office: Office,
  { tier, firstId }: { tier: RiskTier; firstId: string },
): Promise<Office> {
  const roles = tier === RiskTier.HIGH ? [AgentRole.SUPERVISOR] : [AgentRole.APPROVER, AgentRole.SUPERVISOR];
  const upwards = await officesUpwards(rows, office);
  const people = await rows
    .createQueryBuilder(OfficeAssignment, 'duty')
    .innerJoin(Agent, 'agent', 'agent.id = duty.currentFor AND agent.active = :active', { active: true })
    .where('duty.officeId IN (:...offices)', { offices: upwards.map(({ id }) => id) })
    .andWhere('duty.role IN (:...roles) AND duty.currentFor <> :firstId', { roles, firstId })
    .select(['duty.id', 'duty.officeId'])
    .getMany();
  const staffed = new Set(people.map(({ officeId }) => officeId));
  return upwards.find(({ id }) => staffed.has(id)) ?? office;
}
