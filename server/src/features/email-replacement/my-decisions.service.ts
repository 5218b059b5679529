import type { EntityManager } from 'typeorm';

import type { SignedInAgent } from '../../office/agent-sessions.js';
import type { Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import { type DeskCase, deskCases, knownCases } from './desk-case.js';
import { readPlace, writePlace } from './queue-place.js';
import { ReplacementDecision } from './replacement-decision.entity.js';
import type { QueueRead } from './replacement-queue.service.js';

/** Cases by one's own decisions, each once, at its newest; also those that have left the office since. */
export class MyDecisionsService {
  constructor(
    private readonly db: Database,
    private readonly now: Now,
  ) {}

  async page(
    { first, after }: { first: number; after: string | null },
    caller: SignedInAgent,
  ): Promise<QueueRead> {
    const { agent } = caller;
    const { rows } = this.db;
    const { place, asOf } = readPlace(after, this.now());
    const query = newest(rows, agent.id).orderBy('mine.at', 'DESC').addOrderBy('mine.id', 'DESC');
    if (place)
      query.andWhere('mine.at <= :at AND (mine.at < :at OR mine.id < :id)', { at: place.at, id: place.id });
    const found = (await query.limit(first + 1).getMany()) as (DeskCase & { mine: ReplacementDecision })[];
    const items = found.slice(0, first);
    const last = items.at(-1)?.mine;
    return {
      items: await knownCases(rows, items, caller),
      endCursor: last ? writePlace({ phase: 0, at: last.at, id: last.id }, asOf) : null,
      hasNextPage: found.length > first,
      count: () => newest(rows, agent.id).getCount(),
    };
  }
}

const newest = (rows: EntityManager, agentId: string) =>
  deskCases(rows)
    .innerJoinAndMapOne('request.mine', ReplacementDecision, 'mine', 'mine.requestId = request.id')
    .where('mine.agentId = :agentId', { agentId })
    .andWhere(
      `NOT EXISTS (SELECT 1 FROM replacement_decisions later WHERE later.request_id = mine.request_id
        AND later.agent_id = mine.agent_id AND (later.at > mine.at OR (later.at = mine.at AND later.id > mine.id)))`,
    );
