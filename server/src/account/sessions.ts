import { createHash } from 'node:crypto';

import { type EntityManager, IsNull, LessThan, Not } from 'typeorm';

import { after, type Now } from '../platform/clock.js';
import { newToken } from '../platform/crypto/random-token.js';
import { hasRowLocks } from '../platform/database/dialect.js';
import { HotFind } from '../platform/database/hot-find.js';
import { hotQuery } from '../platform/database/hot-query.js';
import { HotInsert, update } from '../platform/database/hot-write.js';
import type { Database } from '../platform/database/transact.js';
import { transition } from '../platform/database/transition.js';
import { newId } from '../platform/ids.js';
import { Account } from './account.entity.js';
import { AccountStatus } from './account-status.js';
import { type Carrier, carrierOf, marked } from './carrier.js';
import { Session } from './session.entity.js';

export interface SessionLimits {
  readonly idleMs: number;
  readonly maxMs: number;
  /** Live sessions of one account; the oldest ends when one more begins. */
  readonly count: number;
  /** Shortest time between two notes that a session was seen. */
  readonly touchMs: number;
}

export interface SignedIn {
  readonly session: Session;
  readonly account: Account;
  readonly carrier: Carrier;
}

/** As much of a session as the next login looks at. */
export type LiveSession = Pick<Session, 'id' | 'device'>;

/** What a login finds once it is its turn. */
export interface Turn {
  readonly among: readonly LiveSession[];
  readonly credentialVersion: number;
}

/** Where a request comes from, as shown to the owner later. */
export interface Origin {
  readonly source: string;
  readonly device: string | null;
}

/** Opaque tokens of 256 random bits; the table holds their digests (R63). */
export class Sessions {
  constructor(
    private readonly db: Database,
    private readonly limits: SessionLimits,
    private readonly now: Now,
  ) {}

  /** Id and token stand before the unit of work, so that running it twice opens one session. */
  prepare(carrier: Carrier): { id: string; token: string; expiresAt: Date } {
    const now = this.now();
    return { id: newId(now), token: marked(newToken(), carrier), expiresAt: after(now, this.limits.maxMs) };
  }

  /**
   * The live sessions, newest first. Logins of one account take turns from here to the end of the unit, or each would
   * miss the session that the others are opening. Null: the password that was found right is not the account's any
   * longer, and a session would be open that a change has just ended.
   */
  async inTurn(tx: EntityManager, checked: Account): Promise<Turn | null> {
    const { rows: found } = await hotQuery(tx, hasRowLocks(tx) ? `${TURN} FOR UPDATE` : TURN, [checked.id]);
    const now = found[0] as Pick<Account, 'status' | 'passwordHash' | 'credentialVersion'> | undefined;
    if (now?.status !== checked.status) return null;
    const { credentialVersion, passwordHash } = now;
    // Another contact leaves the password as it was, another hash of the same one leaves the version.
    if (credentialVersion !== checked.credentialVersion && passwordHash !== checked.passwordHash) return null;
    const { rows } = await hotQuery(tx, LIVE, this.#alive(checked.id));
    return { among: rows as LiveSession[], credentialVersion };
  }

  /** Of those that `inTurn` found the oldest end. */
  async open(
    tx: EntityManager,
    prepared: ReturnType<Sessions['prepare']> & Turn,
    accountId: string,
    origin: Origin,
  ): Promise<void> {
    const now = this.now();
    const { id, token, expiresAt, among, credentialVersion } = prepared;
    const fresh = { nextTokenHash: null, createdAt: now, lastSeenAt: now, endedAt: null, endReason: null };
    const whose = { accountId, credentialVersion, ...origin };
    await opening.into(tx, { id, tokenHash: digest(token), expiresAt, ...whose, ...fresh });
    for (const old of among.slice(this.limits.count - 1)) await update(tx, CROWD_OUT, [now, old.id]);
  }

  /** Whose token this is, if it is good now: limits, account state and credential version are looked at every time. */
  async check(token: string, carrier: Carrier): Promise<SignedIn | null> {
    if (carrierOf(token) !== carrier) return null;
    const now = this.now();
    const hash = digest(token);
    const session = await byToken.first(this.db.rows, [hash, hash]);
    if (!session || session.endedAt) return null;
    if (this.idleUntil(session) <= now) return null;
    const account = await byId.first(this.db.rows, [session.accountId]);
    if (account?.status !== AccountStatus.ACTIVE || account.credentialVersion !== session.credentialVersion)
      return null;
    if (session.nextTokenHash === hash) await this.#adopt(session, hash);
    if (after(session.lastSeenAt, this.limits.touchMs) <= now) await this.#touch(session.id, now);
    return { session, account, carrier };
  }

  /** When it ends if it is not used any more. */
  idleUntil({ lastSeenAt, expiresAt }: Session): Date {
    return new Date(Math.min(after(lastSeenAt, this.limits.idleMs).getTime(), expiresAt.getTime()));
  }

  /** Newest first. */
  live(accountId: string, rows: EntityManager = this.db.rows): Promise<Session[]> {
    return living.rows(rows, this.#alive(accountId));
  }

  #alive(accountId: string): readonly unknown[] {
    const now = this.now();
    return [accountId, now, after(now, -this.limits.idleMs)];
  }

  /** False: not theirs, or over already. */
  end(tx: EntityManager, accountId: string, id: string, endReason: string): Promise<boolean> {
    return transition(tx, Session, { id, accountId, endedAt: IsNull() }, { endedAt: this.now(), endReason });
  }

  /** All of an account, or all but one; answers how many ended. */
  async endAll(tx: EntityManager, accountId: string, endReason: string, except?: string): Promise<number> {
    const live = await this.live(accountId, tx);
    const ids = live.map(({ id }) => id).filter((id) => id !== except);
    const rest = { accountId, endedAt: IsNull(), ...(except ? { id: Not(except) } : {}) };
    await tx.update(Session, rest, { endedAt: this.now(), endReason });
    return ids.length;
  }

  /** The next token of a session, made before the unit of work; from random or keyed bytes. */
  nextToken({ carrier }: SignedIn, bytes = newToken()): string {
    return marked(bytes, carrier);
  }

  /**
   * Lets one session outlive a change of credentials under a new token. The former token works until the new one is
   * first used, so that a client that ignores the new one is not thrown out; then it is dead.
   */
  async renew(
    tx: EntityManager,
    { session }: SignedIn,
    token: string,
    credentialVersion: number,
  ): Promise<void> {
    const next = { credentialVersion, nextTokenHash: digest(token) };
    await tx.update(Session, { id: session.id, endedAt: IsNull() }, next);
  }

  /** Whether this session has been renewed under that token already: whatever was to be done with it is done. */
  isRenewed(rows: EntityManager, { session: { id } }: SignedIn, token: string): Promise<boolean> {
    const hash = digest(token);
    return rows.existsBy(Session, [
      { id, tokenHash: hash },
      { id, nextTokenHash: hash },
    ]);
  }

  /** Deletes what ended or expired before `before`. */
  async forget(tx: EntityManager, before: Date): Promise<void> {
    await tx.delete(Session, { expiresAt: LessThan(before) });
  }

  #adopt({ id }: Session, hash: string): Promise<boolean> {
    return this.db.transact((tx) =>
      transition(tx, Session, { id, nextTokenHash: hash }, { tokenHash: hash, nextTokenHash: null }),
    );
  }

  #touch(id: string, now: Date): Promise<boolean> {
    const stale = { id, lastSeenAt: LessThan(now) };
    return this.db.transact((tx) => transition(tx, Session, stale, { lastSeenAt: now }));
  }
}

const opening = new HotInsert(Session);
const byToken = new HotFind(Session, 'token_hash = ? OR next_token_hash = ? LIMIT 1');
const ALIVE =
  'account_id = ? AND ended_at IS NULL AND expires_at > ? AND last_seen_at > ? ORDER BY created_at DESC, id DESC';
const living = new HotFind(Session, ALIVE);
const LIVE = `SELECT id, device FROM sessions WHERE ${ALIVE}`;
const TURN =
  'SELECT status, password_hash AS passwordHash, credential_version AS credentialVersion FROM accounts WHERE id = ?';
const CROWD_OUT =
  "UPDATE sessions SET ended_at = ?, end_reason = 'TOO_MANY' WHERE id = ? AND ended_at IS NULL";
const byId = new HotFind(Account, 'id = ? LIMIT 1');

// No key needed: 256 random bits cannot be searched for.
const digest = (token: string): string => createHash('sha256').update(token).digest('hex');
