import { type EntityManager, In } from 'typeorm';

import type { SignedInAgent } from '../../office/agent-sessions.js';
import type { Agents } from '../../office/agents.js';
import type { Database } from '../../platform/database/transact.js';
import { officesSeen } from './desk-scope.js';
import { ReplacementDecision } from './replacement-decision.entity.js';
import { ReplacementRequest } from './replacement-request.entity.js';
import { SpotCheck } from './spot-check.entity.js';
import { SpotCheckList } from './spot-check.input.js';
import { SpotCheckOutcome, type SpotCheckPage } from './spot-check.type.js';

interface Needs {
  readonly db: Database;
  readonly agents: Agents;
}

interface Asked {
  readonly list: SpotCheckList;
  readonly first: number;
  readonly after: string | null;
}

/** Second looks that were made, newest draw first; those not made yet are nobody's to see. */
export class SpotCheckOutcomes {
  constructor(private readonly needs: Needs) {}

  async page({ list, first, after }: Asked, caller: SignedInAgent): Promise<SpotCheckPage> {
    const { rows } = this.needs.db;
    const offices = await officesSeen(rows, caller);
    const query = rows
      .createQueryBuilder(SpotCheck, 'spot')
      .orderBy('spot.id', 'DESC')
      .limit(first + 1);
    const disagreeing = list === SpotCheckList.DISAGREEING;
    query.where({ outcome: In(disagreeing ? ['DISAGREES'] : ['AGREES', 'DISAGREES']) });
    if (disagreeing) query.andWhere('spot.settledAt IS NULL');
    if (after) query.andWhere('spot.id < :after', { after });
    if (offices !== 'ALL') query.andWhere('spot.officeId IN (:...offices)', { offices: [...offices, ''] });
    const found = await query.getMany();
    const shown = found.slice(0, first);
    return {
      items: await this.#shown(rows, shown),
      endCursor: shown.at(-1)?.id ?? null,
      hasNextPage: found.length > first,
    };
  }

  async one(id: string): Promise<SpotCheckOutcome> {
    const { rows } = this.needs.db;
    const [only] = await this.#shown(rows, await rows.findBy(SpotCheck, { id }));
    if (!only) throw new Error(`The spot check ${id} has no outcome.`);
    return only;
  }

  /** Three statements, however many. */
  async #shown(rows: EntityManager, checks: readonly SpotCheck[]): Promise<SpotCheckOutcome[]> {
    const { agents } = this.needs;
    const decided = await rows.findBy(ReplacementDecision, {
      id: In(checks.map(({ decisionId }) => decisionId)),
    });
    const firsts = new Map(decided.map((one) => [one.id, one]));
    const cases = await rows.find(ReplacementRequest, {
      select: { id: true, ticket: true },
      where: { id: In(checks.map(({ requestId }) => requestId)) },
    });
    const tickets = new Map(cases.map(({ id, ticket }) => [id, ticket]));
    const people = checks.flatMap(({ checkedBy, settledBy }) => [checkedBy ?? [], settledBy ?? []].flat());
    const known = await agents.all([...new Set([...people, ...decided.map(({ agentId }) => agentId)])]);
    return checks.flatMap((check) => {
      const first = firsts.get(check.decisionId);
      const firstBy = known.get(first?.agentId ?? '');
      const secondBy = known.get(check.checkedBy ?? '');
      const ticket = tickets.get(check.requestId) ?? '';
      const settledBy = known.get(check.settledBy ?? '') ?? null;
      if (!first || !firstBy || !secondBy) return [];
      return [new SpotCheckOutcome({ check, first, ticket, firstBy, secondBy, settledBy })];
    });
  }
}
