import { type EntityManager, In, LessThan, MoreThan, Not } from 'typeorm';

import type { AttemptBudgets, Counted } from '../platform/budget/attempt-budgets.js';
import { after, type Now } from '../platform/clock.js';
import { newCode, newToken } from '../platform/crypto/random-token.js';
import type { SecretHash } from '../platform/crypto/secret-hash.js';
import type { Database } from '../platform/database/transact.js';
import { transition } from '../platform/database/transition.js';
import { commandId, type Repeatable } from '../platform/idempotency/command-key.js';
import { newId } from '../platform/ids.js';
import type { Outbox } from '../platform/outbox/outbox.js';
import { codeHash } from './code.js';
import type { Channel, Contact } from './contact.js';
import { OneTimeSecret, type SecretPurpose, type SecretStatus } from './one-time-secret.entity.js';
import type { SecretTrail } from './secret-trail.js';

export interface SecretLimits {
  readonly codeDigits: number;
  readonly linkTokenBytes: number;
}

/** What a secret is bound to (R15): it opens this, for them, at that address, and nothing else. */
export interface Binding {
  readonly purpose: SecretPurpose;
  readonly subjectId: string;
  readonly flowId?: string;
  readonly to: Contact;
  readonly credentialVersion: number;
  readonly ttlMs: number;
}

/** Where a code may be tried: the same account, session and channel it was issued for. */
export interface Bound {
  readonly subjectId: string;
  readonly flowId?: string;
  readonly channel?: Channel;
}

export interface Whose extends Bound {
  readonly purpose?: SecretPurpose;
  readonly destinationKey?: string;
  readonly except?: readonly SecretPurpose[];
}

/** One attempt to spend a secret. */
export interface Command {
  readonly id: string;
  /** What counted the try, to be given back. */
  readonly counted: readonly Counted[];
}

interface Needs {
  readonly db: Database;
  readonly hash: SecretHash;
  readonly budgets: AttemptBudgets;
  readonly outbox: Outbox;
  readonly trail: SecretTrail;
  readonly now: Now;
}

/** Codes and links: issued once, spent once, counted before they are compared. */
export class OneTimeSecrets {
  constructor(
    private readonly needs: Needs,
    private readonly limits: SecretLimits,
  ) {}

  async issueCode(tx: EntityManager, binding: Binding): Promise<{ id: string; code: string }> {
    const id = newId(this.needs.now());
    const code = newCode(this.limits.codeDigits);
    await this.#insert(tx, binding, {
      id,
      form: 'CODE',
      hash: codeHash(this.needs.hash, id, binding.purpose, code),
    });
    return { id, code };
  }

  /** A row like a code's that no code opens: for addresses that must not learn they are known. */
  async issueDecoy(tx: EntityManager, binding: Binding): Promise<{ id: string }> {
    const id = newId(this.needs.now());
    const hash = codeHash(this.needs.hash, id, binding.purpose, newToken());
    await this.#insert(tx, binding, { id, form: 'CODE', hash });
    return { id };
  }

  async issueLink(tx: EntityManager, binding: Binding): Promise<{ id: string; token: string }> {
    const id = newId(this.needs.now());
    const token = newToken(this.limits.linkTokenBytes);
    await this.#insert(tx, binding, { id, form: 'LINK', hash: this.needs.hash.of(binding.purpose, token) });
    return { id, token };
  }

  /** The link's row in whatever state; unknown and ended ones are for the caller to answer alike. */
  findLink(purpose: SecretPurpose, token: string): Promise<OneTimeSecret | null> {
    const hash = In(this.needs.hash.all(purpose, token));
    return this.needs.db.rows.findOneBy(OneTimeSecret, { purpose, form: 'LINK', hash });
  }

  /** Until when what is out now can still be used; null where nothing is. */
  async openUntil(subjectId: string, purpose: SecretPurpose): Promise<Date | null> {
    const open = { subjectId, purpose, status: 'ISSUED' as const, expiresAt: MoreThan(this.needs.now()) };
    const last = await this.needs.db.rows.findOne(OneTimeSecret, {
      where: open,
      order: { expiresAt: 'DESC' },
    });
    return last?.expiresAt ?? null;
  }

  /**
   * What `spend` needs to know of its caller; made before the unit of work, the same for each of its runs. With the client's own
   * key it is the same for every repeat of the command, too, so that one whose answer was lost finds what it has done (R91).
   */
  command({ idempotencyKey: key }: Repeatable = {}, counted: readonly Counted[] = []): Command {
    return { id: key ? commandId(key) : newId(this.needs.now()), counted };
  }

  /** The row of a link that this command may spend, or has spent already: its unit of work asks `hasSpent`. */
  async openLink(
    purpose: SecretPurpose,
    token: string,
    command: Command,
  ): Promise<OneTimeSecret | 'REJECTED' | 'EXPIRED'> {
    const secret = await this.findLink(purpose, token);
    if (secret?.status === 'SPENT' && secret.spentBy === command.id) return secret;
    if (secret?.status !== 'ISSUED') return 'REJECTED';
    return secret.expiresAt <= this.needs.now() ? 'EXPIRED' : secret;
  }

  /** Whether a code of theirs was spent by this very command before: it is sent again because its answer was lost. */
  async isRepeat(
    purpose: SecretPurpose,
    { subjectId, flowId }: Bound,
    { idempotencyKey: key }: Repeatable,
  ): Promise<boolean> {
    if (!key) return false;
    const spent = { status: 'SPENT' as const, spentBy: commandId(key) };
    const whose = { purpose, subjectId, ...(flowId ? { flowId } : {}) };
    return this.needs.db.rows.existsBy(OneTimeSecret, { ...whose, ...spent });
  }

  /** True for exactly one caller, however many race. A right code was no failure: its try is given back. */
  async spend(tx: EntityManager, secret: OneTimeSecret, { id: spentBy, counted }: Command): Promise<boolean> {
    const open = { id: secret.id, status: 'ISSUED' as const };
    if (!(await transition(tx, OneTimeSecret, open, { status: 'SPENT', spentBy }))) return false;
    await this.needs.trail.record(tx, 'SECRET_SPENT', secret);
    await this.needs.budgets.giveBack(tx, ...counted);
    return true;
  }

  /** Whether an earlier run of this command got its COMMIT through although the answer was lost: then all of it is done. */
  hasSpent(tx: EntityManager, { id }: OneTimeSecret, command: Command): Promise<boolean> {
    return tx.existsBy(OneTimeSecret, { id, spentBy: command.id });
  }

  /** Ends every open secret of a subject (of one purpose, if named) and takes back messages that still carry one. */
  async end(
    tx: EntityManager,
    status: Extract<SecretStatus, 'SUPERSEDED' | 'VOID'>,
    whose: Whose,
  ): Promise<void> {
    const { except, ...exact } = whose;
    const where = { ...exact, ...(except ? { purpose: Not(In(except)) } : {}), status: 'ISSUED' as const };
    const open = await tx.find(OneTimeSecret, {
      select: { id: true, purpose: true, subjectId: true },
      where,
    });
    if (open.length === 0) return;
    const ids = open.map(({ id }) => id);
    await tx.update(OneTimeSecret, { id: In(ids), status: 'ISSUED' }, { status });
    for (const secret of open) await this.needs.trail.record(tx, 'SECRET_SUPERSEDED', secret);
    await this.needs.outbox.cancel(tx, ids, status);
  }

  /** Deletes what ended or expired before `before`. */
  async forget(tx: EntityManager, before: Date): Promise<void> {
    await tx.delete(OneTimeSecret, { expiresAt: LessThan(before) });
  }

  async #insert(
    tx: EntityManager,
    { ttlMs, flowId, to, ...bound }: Binding,
    made: Pick<OneTimeSecret, 'id' | 'form' | 'hash'>,
  ): Promise<void> {
    const createdAt = this.needs.now();
    const sent = { channel: to.channel, destination: to.value, destinationKey: to.key };
    const times = { createdAt, expiresAt: after(createdAt, ttlMs) };
    await tx.insert(OneTimeSecret, {
      ...bound,
      ...sent,
      ...made,
      ...times,
      flowId: flowId ?? null,
      status: 'ISSUED',
    });
    await this.needs.trail.record(tx, 'SECRET_ISSUED', bound);
  }
}
