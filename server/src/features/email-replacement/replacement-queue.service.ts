import type { EntityManager } from 'typeorm';

import { AgentRole } from '../../office/agent-role.js';
import type { SignedInAgent } from '../../office/agent-sessions.js';
import type { Now } from '../../platform/clock.js';
import type { Scope } from '../../platform/database/scope.js';
import type { Database } from '../../platform/database/transact.js';
import { type DeskCase, deskCases } from './desk-case.js';
import { officesSeen } from './desk-scope.js';
import { always, branchesOf, type Order, orderFor } from './queue-branches.js';
import { readPlace, writePlace } from './queue-place.js';
import { countStatement, type Place, pageStatement } from './queue-statements.js';
import type { QueueFilter, QueueOrder } from './replacement-queue.input.js';

export interface QueueAsked {
  readonly filter: QueueFilter;
  readonly orderBy: QueueOrder;
  readonly first: number;
  readonly after: string | null;
}

export interface QueueRead {
  readonly items: DeskCase[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
  readonly count: () => Promise<number>;
}

/** As many as there may be others who take the next one in this very moment. */
const CANDIDATES = 20;

/** Pages of the queue: keyset only, each along one index, so that the last page costs what the first does. */
export class ReplacementQueueService {
  constructor(
    private readonly db: Database,
    private readonly now: Now,
  ) {}

  async page({ filter, orderBy, first, after }: QueueAsked, caller: SignedInAgent): Promise<QueueRead> {
    const { rows } = this.db;
    const { asOf, place } = readPlace(after, this.now());
    const order = orderFor(filter.view, orderBy, asOf);
    const offices = await officesSeen(rows, caller);
    const onlyOwn = caller.role === AgentRole.AGENT || caller.role === AgentRole.APPROVER;
    const seen = { offices, agentId: caller.agent.id, now: this.now(), onlyOwn };
    const branches = branchesOf(filter, order.phases, seen);
    if (branches.length === 0)
      return { items: [], endCursor: null, hasNextPage: false, count: async () => 0 };
    const found = await read(rows, order, pageStatement(branches, order, first + 1, place));
    const items = found.slice(0, first);
    const last = items.at(-1);
    return {
      items: items.map(({ row }) => row),
      endCursor: last ? writePlace(last.place, asOf) : null,
      hasNextPage: found.length > first,
      // Phases part what is there, so together they hold all of it: one count along the index instead of one a phase.
      count: () => count(rows, countStatement(branchesOf(filter, [always], seen))),
    };
  }

  /** The first of them that somebody may take, a handful: whoever is faster leaves the next to the others. */
  async candidates(filter: QueueFilter, orderBy: QueueOrder, caller: SignedInAgent): Promise<DeskCase[]> {
    return (await this.page({ filter, orderBy, first: CANDIDATES, after: null }, caller)).items;
  }
}

interface Found {
  readonly row: DeskCase;
  readonly place: Place;
}

const PROPERTY = { urgent_at: 'urgentAt', due_at: 'dueAt', submitted_at: 'submittedAt' } as const;

async function read(rows: EntityManager, order: Order, page: Scope): Promise<Found[]> {
  const query = deskCases(rows)
    .innerJoin(`(${page.condition})`, 'page', 'page.id = request.id')
    .setParameters(page.parameters)
    .addSelect('page.phase', 'page_phase');
  const { entities, raw } = await query.getRawAndEntities();
  const found = entities.map((entity, number): Found => {
    const row = entity as DeskCase;
    const at = row[PROPERTY[order.column]] ?? row.createdAt;
    return { row, place: { phase: Number(raw[number].page_phase), at, id: row.id } };
  });
  // A join promises no order.
  const sign = order.direction === 'ASC' ? 1 : -1;
  return found.sort(({ place: a }, { place: b }) => a.phase - b.phase || sign * byTimeAndId(a, b));
}

const byTimeAndId = (a: Place, b: Place): number => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1);

async function count(rows: EntityManager, { condition, parameters }: Scope): Promise<number> {
  const { driver } = rows.dataSource;
  const [text, values] = driver.escapeQueryWithParameters(condition, { ...parameters });
  const [{ total }] = await rows.query(text, values);
  return Number(total);
}
