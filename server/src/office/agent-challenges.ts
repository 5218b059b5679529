import { type EntityManager, In, IsNull, LessThan } from 'typeorm';

import { after, type Now } from '../platform/clock.js';
import { newToken } from '../platform/crypto/random-token.js';
import type { Seal } from '../platform/crypto/seal.js';
import type { SecretHash } from '../platform/crypto/secret-hash.js';
import type { Database } from '../platform/database/transact.js';
import { transition } from '../platform/database/transition.js';
import { newId } from '../platform/ids.js';
import type { Agent } from './agent.entity.js';
import { AgentChallenge, type ChallengeKind } from './agent-challenge.entity.js';

interface Needs {
  readonly db: Database;
  readonly hash: SecretHash;
  readonly seal: Seal;
  readonly now: Now;
}

const PURPOSE = 'AGENT_CHALLENGE';

/** The steps between an invitation or a password and a session: each opens the next one, once. */
export class AgentChallenges {
  constructor(private readonly needs: Needs) {}

  /** What its holder gets; made before the unit of work. `seed` is what an enrolment proposes. */
  prepare(kind: ChallengeKind, ttlMs: number, seed?: string) {
    const createdAt = this.needs.now();
    return {
      id: newId(createdAt),
      kind,
      token: newToken(),
      seed,
      createdAt,
      expiresAt: after(createdAt, ttlMs),
    };
  }

  /** Ends the agent's earlier ones of this kind, so that only the newest is good. */
  async issue(
    tx: EntityManager,
    { id: agentId, version }: Pick<Agent, 'id' | 'version'>,
    prepared: ReturnType<AgentChallenges['prepare']>,
  ): Promise<void> {
    const { token, seed, ...row } = prepared;
    // This very command, once more: its COMMIT got through and only the answer was lost.
    if (await tx.existsBy(AgentChallenge, { id: row.id })) return;
    await tx.update(
      AgentChallenge,
      { agentId, kind: row.kind, spentAt: IsNull() },
      { spentAt: this.needs.now() },
    );
    const seedSealed = seed ? this.needs.seal.close(seed, `agent-challenge:${row.id}`) : null;
    const hash = this.needs.hash.of(PURPOSE, token);
    await tx.insert(AgentChallenge, { ...row, agentId, agentVersion: version, hash, seedSealed });
  }

  /** Unspent and in time; unknown, used and late ones are all null. */
  async find(token: string, ...kinds: ChallengeKind[]): Promise<AgentChallenge | null> {
    const hash = In(this.needs.hash.all(PURPOSE, token));
    const found = await this.needs.db.rows.findOneBy(AgentChallenge, {
      hash,
      kind: In(kinds),
      spentAt: IsNull(),
    });
    return found && found.expiresAt > this.needs.now() ? found : null;
  }

  /** True for exactly one command, however many race. */
  spend(tx: EntityManager, { id }: AgentChallenge, spentBy: string): Promise<boolean> {
    const spent = { spentAt: this.needs.now(), spentBy };
    return transition(tx, AgentChallenge, { id, spentAt: IsNull() }, spent);
  }

  /** Whether an earlier run of this command got its COMMIT through although the answer was lost: then all of it is done. */
  hasSpent(tx: EntityManager, { id }: AgentChallenge, spentBy: string): Promise<boolean> {
    return tx.existsBy(AgentChallenge, { id, spentBy });
  }

  seedOf({ id, seedSealed }: AgentChallenge): string | null {
    return seedSealed ? this.needs.seal.open(seedSealed, `agent-challenge:${id}`) : null;
  }

  /** Deletes what expired before `before`. */
  async forget(tx: EntityManager, before: Date): Promise<void> {
    await tx.delete(AgentChallenge, { expiresAt: LessThan(before) });
  }
}
