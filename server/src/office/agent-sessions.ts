import { createHash } from 'node:crypto';

import { type EntityManager, In, IsNull, LessThan, Not } from 'typeorm';

import { after, type Now, SECOND_MS } from '../platform/clock.js';
import { newToken } from '../platform/crypto/random-token.js';
import { forUpdate } from '../platform/database/dialect.js';
import type { Database } from '../platform/database/transact.js';
import { transition } from '../platform/database/transition.js';
import { newId } from '../platform/ids.js';
import { Agent } from './agent.entity.js';
import { AgentSession, type AgentSessionEnd } from './agent-session.entity.js';
import type { AgentOnDuty } from './agents.js';
import { Office } from './office.entity.js';
import { OfficeAssignment } from './office-assignment.entity.js';

export interface AgentSessionLimits {
  readonly idleMs: number;
  readonly maxMs: number;
  /** Live sessions of one agent; the oldest ends when one more begins. */
  readonly count: number;
  /** Shortest time between two notes that a session was seen. */
  readonly touchMs: number;
}

export interface SignedInAgent extends AgentOnDuty {
  readonly session: AgentSession;
}

/** Good now; or over, and why; `null` where no session ever had this token. */
export type SessionChecked = SignedInAgent | { readonly over: AgentSessionEnd } | null;

/** A request that was under way while its session got a new token still belongs to it. */
const FORMER_TOKEN_MS = 10 * SECOND_MS;

/** Opaque tokens of 256 random bits; the table holds their digests (R63). */
export class AgentSessions {
  constructor(
    private readonly db: Database,
    private readonly limits: AgentSessionLimits,
    private readonly now: Now,
  ) {}

  /** Id and token stand before the unit of work, so that running it twice opens one session. */
  prepare(): { id: string; token: string; expiresAt: Date } {
    const now = this.now();
    return { id: newId(now), token: newToken(), expiresAt: after(now, this.limits.maxMs) };
  }

  async open(
    tx: EntityManager,
    { id, token, expiresAt }: ReturnType<AgentSessions['prepare']>,
    { agent, role, office }: AgentOnDuty,
    origin: { readonly source: string; readonly device: string },
  ): Promise<void> {
    const now = this.now();
    // Sign-ins of one agent take turns here, or each would miss the sessions that the others are opening.
    await tx.findOne(Agent, { select: { id: true }, where: { id: agent.id }, lock: forUpdate(tx) });
    const live = await this.live(agent.id, tx);
    const beyond = live.slice(this.limits.count - 1).map((one) => one.id);
    if (beyond.length > 0) await this.#end(tx, { id: In(beyond) }, 'TOO_MANY');
    const whose = { agentId: agent.id, agentVersion: agent.version, role, officeId: office.id };
    const from = { source: origin.source, device: origin.device.slice(0, 100) || null };
    const times = { createdAt: now, lastSeenAt: now, provenAt: now, expiresAt };
    await tx.insert(AgentSession, { id, tokenHash: digest(token), ...whose, ...from, ...times });
    await tx.update(Agent, { id: agent.id }, { lastSeenAt: now });
  }

  /** One statement, so that role, office and state are looked at every time (R59). `background` calls are no activity (R65). */
  async check(token: string, background: boolean): Promise<SessionChecked> {
    const now = this.now();
    const session = await this.#find(digest(token), now);
    if (!session) return null;
    const over = this.#overBecause(session, now);
    if (over) return { over };
    if (!background && after(session.lastSeenAt, this.limits.touchMs) <= now) await this.#touch(session, now);
    const { agent, assignment, office } = session;
    return { session, agent, role: assignment.role, office };
  }

  /** The session goes on under `token`, proven fresh now; false: it ended meanwhile, or went on under another. */
  renew(tx: EntityManager, { id, tokenHash }: AgentSession, token: string): Promise<boolean> {
    const now = this.now();
    const renewed = { tokenHash: digest(token), provenAt: now, lastSeenAt: now };
    const former = { formerTokenHash: tokenHash, formerUntil: after(now, FORMER_TOKEN_MS) };
    const live = { id, tokenHash, endedAt: IsNull() };
    return transition(tx, AgentSession, live, { ...renewed, ...former });
  }

  /** Whether an earlier run of this command renewed it already and only the answer was lost. */
  isRenewed(tx: EntityManager, { id }: AgentSession, token: string): Promise<boolean> {
    return tx.existsBy(AgentSession, { id, tokenHash: digest(token) });
  }

  /** Newest first. */
  live(agentId: string, rows: EntityManager = this.db.rows): Promise<AgentSession[]> {
    const order = { createdAt: 'DESC', id: 'DESC' } as const;
    return rows.find(AgentSession, { where: { agentId, endedAt: IsNull() }, order });
  }

  /** False: not theirs, or over already. */
  async end(tx: EntityManager, { id, agentId }: AgentSession, reason: AgentSessionEnd): Promise<boolean> {
    return (await this.#end(tx, { id, agentId }, reason)) === 1;
  }

  /** All of an agent, or all but one; answers how many. */
  endAll(tx: EntityManager, agentId: string, reason: AgentSessionEnd, except?: string): Promise<number> {
    return this.#end(tx, { agentId, ...(except ? { id: Not(except) } : {}) }, reason);
  }

  /** When a session ends by itself, if it is not used again. */
  idleEndOf({ lastSeenAt }: AgentSession): Date {
    return after(lastSeenAt, this.limits.idleMs);
  }

  /** Deletes what ended or expired before `before`. */
  async forget(tx: EntityManager, before: Date): Promise<void> {
    await tx.delete(AgentSession, { expiresAt: LessThan(before) });
  }

  async #end(tx: EntityManager, which: object, endReason: AgentSessionEnd): Promise<number> {
    const ended = { endedAt: this.now(), endReason };
    return (await tx.update(AgentSession, { ...which, endedAt: IsNull() }, ended)).affected ?? 0;
  }

  #overBecause(session: Found, now: Date): AgentSessionEnd | undefined {
    if (session.endedAt) return session.endReason ?? 'ENDED';
    if (session.expiresAt <= now) return 'EXPIRED';
    if (this.idleEndOf(session) <= now) return 'IDLE';
    const { agent, assignment, office } = session;
    if (!agent.active) return 'DISABLED';
    const same =
      office?.validTo === null &&
      agent.version === session.agentVersion &&
      assignment?.role === session.role &&
      assignment.officeId === session.officeId;
    return same ? undefined : 'CHANGED';
  }

  #find(hash: string, now: Date): Promise<Found | null> {
    const query = this.db.rows
      .createQueryBuilder(AgentSession, 'session')
      .innerJoinAndMapOne('session.agent', Agent, 'agent', 'agent.id = session.agentId')
      .leftJoinAndMapOne('session.assignment', OfficeAssignment, 'duty', 'duty.currentFor = agent.id')
      .leftJoinAndMapOne('session.office', Office, 'office', 'office.id = duty.officeId')
      .where('session.tokenHash = :hash', { hash })
      .orWhere('session.formerTokenHash = :hash AND session.formerUntil > :now', { now });
    return query.getOne() as Promise<Found | null>;
  }

  async #touch({ id, agentId, lastSeenAt }: AgentSession, now: Date): Promise<void> {
    await this.db.transact(async (tx) => {
      if (await transition(tx, AgentSession, { id, lastSeenAt, endedAt: IsNull() }, { lastSeenAt: now }))
        await tx.update(Agent, { id: agentId }, { lastSeenAt: now });
    });
  }
}

type Found = AgentSession & { agent: Agent; assignment: OfficeAssignment; office: Office };

// No key needed: 256 random bits cannot be searched for.
const digest = (token: string): string => createHash('sha256').update(token).digest('hex');
