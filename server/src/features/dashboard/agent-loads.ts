import type { EntityManager } from 'typeorm';

import { AgentView } from '../../office/agent.type.js';
import type { Agents } from '../../office/agents.js';
import type { WorkingDays } from '../../office/working-days.js';
import { AuditEvent } from '../../platform/audit/audit-event.entity.js';
import type { Database } from '../../platform/database/transact.js';
import type { Decided, Span } from './dashboard.service.js';
import type { AgentLoad } from './dashboard.type.js';
import { medianMinutes } from './median.js';

interface Needs {
  readonly db: Database;
  readonly agents: Agents;
  readonly workingDays: WorkingDays;
}

/** Who did how much, by name and without a ranking. */
export class AgentLoads {
  constructor(private readonly needs: Needs) {}

  async of(
    decisions: readonly Decided[],
    span: Span,
    { zone, only }: { zone: string; only: string | null },
  ): Promise<AgentLoad[]> {
    const { db, agents, workingDays } = this.needs;
    const [claimed, reveals] = [
      await perAgent(db.rows, 'CASE_CLAIMED', span),
      await perAgent(db.rows, 'DATA_REVEALED', span),
    ];
    const ids = new Set([...claimed.keys(), ...reveals.keys(), ...decisions.map(({ agentId }) => agentId)]);
    const known = await agents.all(only ? [only] : [...ids]);
    const loads = [...known.values()].map((onDuty) => {
      const { id } = onDuty.agent;
      const own = decisions.filter(({ agentId, takenBack }) => agentId === id && !takenBack);
      return {
        agent: new AgentView(onDuty),
        claimed: claimed.get(id) ?? 0,
        decided: own.length,
        returnedBySecond: own.filter(({ returnedBySecond }) => returnedBySecond).length,
        reveals: reveals.get(id) ?? 0,
        medianMinutes: medianMinutes(workingDays, zone, own),
      };
    });
    return loads.sort((a, b) => a.agent.fullName.localeCompare(b.agent.fullName, 'id'));
  }
}

async function perAgent(
  rows: EntityManager,
  event: string,
  { offices, from, to }: Span,
): Promise<Map<string, number>> {
  const query = rows
    .createQueryBuilder(AuditEvent, 'event')
    .select('event.actorId', 'agentId')
    .addSelect('COUNT(*)', 'n')
    .where('event.event = :event AND event.at >= :from AND event.at < :to', { event, from, to })
    .groupBy('event.actorId');
  if (offices !== 'ALL') query.andWhere('event.officeId IN (:...offices)', { offices: [...offices, ''] });
  const found: { agentId: string; n: unknown }[] = await query.getRawMany();
  return new Map(found.map(({ agentId, n }) => [agentId, Number(n)]));
}
