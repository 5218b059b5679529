import { type EntityManager, In, LessThan, MoreThan } from 'typeorm';

import type { AttemptBudgets, Counted } from '../platform/budget/attempt-budgets.js';
import type { Budget } from '../platform/budget/budget.js';
import { after, DAY_MS, type Now } from '../platform/clock.js';
import type { BlindIndex } from '../platform/crypto/blind-index.js';
import { forUpdate } from '../platform/database/dialect.js';
import type { Database } from '../platform/database/transact.js';
import { LoginThrottle } from './login-throttle.entity.js';

export interface ThrottleLimits {
  /** Failures of one account from one source before delays begin. */
  readonly freeFailures: number;
  /** Failures of one account from all sources before delays begin. */
  readonly perAccount: Budget;
  readonly perSource: Budget;
  readonly delayMs: readonly [first: number, longest: number];
  /** Failures in a row after which password login rests for `capPauseMs`. */
  readonly cap: number;
  readonly capPauseMs: number;
  readonly captchaAfter: number;
  /** Distinct failing accounts in a window, over everything, that mean somebody sprays passwords. */
  readonly spray: Budget;
}

export type Reserved =
  | { readonly outcome: 'LOOK' }
  | { readonly outcome: 'CAPTCHA' }
  | { readonly outcome: 'CLOSED'; readonly retryAt: Date };

interface Needs {
  readonly db: Database;
  readonly index: BlindIndex;
  readonly budgets: AttemptBudgets;
  readonly now: Now;
}

/**
 * Counts failed passwords per account, per source and per both (R34, R38). A failure is written before the password is
 * looked at and taken back when it was right, so parallel guesses cannot pass together. Every delay ends by itself (R35).
 */
export class LoginThrottles {
  constructor(
    private readonly needs: Needs,
    private readonly limits: ThrottleLimits,
  ) {}

  /** `holder`: the account's id, or the typed identifier where there is none; both cost the same. */
  reserve(holder: string, source: string, captchaSolved: boolean): Promise<Reserved> {
    return this.needs.db.transactApart(async (tx) => {
      const { account, both } = await this.#lock(tx, holder, source);
      const now = this.needs.now();
      const closedUntil = Math.max(account.closedUntil.getTime(), both.closedUntil.getTime());
      if (closedUntil > now.getTime()) return { outcome: 'CLOSED', retryAt: new Date(closedUntil) };
      if (!captchaSolved && (await this.#asksCaptcha(tx, account, both))) return { outcome: 'CAPTCHA' };
      const retryAt = await this.needs.budgets.takeWithin(tx, this.#ofSource(source));
      if (retryAt) return { outcome: 'CLOSED', retryAt };

      if (account.inWindow === 0) await this.needs.budgets.record(tx, this.#spray());
      await this.#write(tx, both, DAY_MS, this.#delay(both.inARow + 1 - this.limits.freeFailures));
      await this.#write(tx, account, this.limits.perAccount.windowMs, this.#accountDelay(account));
      return { outcome: 'LOOK' };
    });
  }

  /** The password was right: what `reserve` wrote is taken back, and the row of failures is over. */
  async forgive(tx: EntityManager, holder: string, source: string): Promise<void> {
    const [account, both] = this.#keys(holder, source);
    await tx.update(
      LoginThrottle,
      { key: In([account, both]) },
      { inARow: 0, closedUntil: this.needs.now() },
    );
    await this.#uncount(tx, account, source);
  }

  /** The password was never looked at: what `reserve` wrote is taken back, earlier failures stay. */
  async release(holder: string, source: string): Promise<void> {
    const [account, both] = this.#keys(holder, source);
    await this.needs.db.transact(async (tx) => {
      const counted = { key: In([account, both]), inARow: MoreThan(0) };
      await tx.update(LoginThrottle, counted, { inARow: () => 'in_a_row - 1' });
      await this.#uncount(tx, account, source);
    });
  }

  /** Whether somebody tries passwords over many accounts right now (`SPRAY_ALARM`). */
  isSprayed(): Promise<boolean> {
    return this.needs.budgets.isUsedUp(this.needs.db.rows, this.#spray());
  }

  async forget(tx: EntityManager, before: Date): Promise<void> {
    await tx.delete(LoginThrottle, { touchedAt: LessThan(before) });
  }

  async #asksCaptcha(tx: EntityManager, account: LoginThrottle, both: LoginThrottle): Promise<boolean> {
    if (Math.max(both.inARow, account.inWindow) >= this.limits.captchaAfter) return true;
    return this.needs.budgets.isUsedUp(tx, this.#spray());
  }

  async #uncount(tx: EntityManager, account: string, source: string): Promise<void> {
    await tx.update(
      LoginThrottle,
      { key: account, inWindow: MoreThan(0) },
      { inWindow: () => 'in_window - 1' },
    );
    await this.needs.budgets.giveBack(tx, this.#ofSource(source));
  }

  #keys(holder: string, source: string): [account: string, both: string] {
    const { index } = this.needs;
    return [index.of('login-account', holder), index.of('login-both', `${holder} ${source}`)];
  }

  #ofSource(source: string): Counted {
    return { name: 'LOGIN_SOURCE', subject: source, budgets: [this.limits.perSource] };
  }

  #spray(): Counted {
    return { name: 'LOGIN_SPRAY', subject: 'everybody', budgets: [this.limits.spray] };
  }

  /** Both rows in key order, made where missing, held until the unit ends: whoever reserves next sees this reservation. */
  async #lock(tx: EntityManager, holder: string, source: string) {
    const keys = this.#keys(holder, source);
    const now = this.needs.now();
    const find = () =>
      tx.find(LoginThrottle, { where: { key: In(keys) }, order: { key: 'ASC' }, lock: forUpdate(tx) });
    let rows = await find();
    if (rows.length < keys.length) {
      const fresh = keys.map((key) => ({ key, windowEndsAt: now, closedUntil: now, touchedAt: now }));
      await tx.createQueryBuilder().insert().into(LoginThrottle).values(fresh).orIgnore().execute();
      rows = await find();
    }
    const [account, both] = keys.map((key) => rows.find((row) => row.key === key));
    if (!account || !both) throw new Error('A throttle row went missing while locked.');
    for (const row of [account, both]) if (row.windowEndsAt <= now) row.inWindow = 0;
    return { account, both };
  }

  async #write(
    tx: EntityManager,
    row: LoginThrottle,
    windowMs: number,
    delayMs: number | null,
  ): Promise<void> {
    const now = this.needs.now();
    const opens = row.inWindow === 0 ? { windowEndsAt: after(now, windowMs) } : {};
    const closes = delayMs === null ? {} : { closedUntil: after(now, delayMs) };
    const counted = { inARow: row.inARow + 1, inWindow: row.inWindow + 1, touchedAt: now };
    await tx.update(LoginThrottle, { key: row.key }, { ...counted, ...opens, ...closes });
  }

  #accountDelay({ inARow, inWindow }: LoginThrottle): number | null {
    if (inARow + 1 >= this.limits.cap) return this.limits.capPauseMs;
    return this.#delay(inWindow + 1 - this.limits.perAccount.count);
  }

  /** Doubles from the first failure beyond what is free; null before. */
  #delay(beyond: number): number | null {
    const [first, longest] = this.limits.delayMs;
    return beyond < 0 ? null : Math.min(first * 2 ** beyond, longest);
  }
}
