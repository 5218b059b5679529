import { type EntityManager, In, LessThan } from 'typeorm';

import type { AttemptBudgets, Counted } from '../platform/budget/attempt-budgets.js';
import type { Budget } from '../platform/budget/budget.js';
import { after, DAY_MS, type Now } from '../platform/clock.js';
import type { BlindIndex } from '../platform/crypto/blind-index.js';
import { forUpdate } from '../platform/database/dialect.js';
import { update } from '../platform/database/hot-write.js';
import type { Database } from '../platform/database/transact.js';
import { reserveCalmly } from './calm-login.js';
import { LoginThrottle } from './login-throttle.entity.js';
import { type ThrottleKeys, throttleKeys } from './login-throttle-keys.js';

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

const ONE_LESS = () => 'CASE WHEN in_window > 0 THEN in_window - 1 ELSE 0 END';
// Not the present moment: a neighbour whose clock was read a little earlier would find the row closed.
const OPEN_SINCE = new Date(0);
const FORGIVE = `UPDATE login_throttles SET in_a_row = 0, closed_until = ?, in_window = ${ONE_LESS()}
  WHERE throttle_key IN (?, ?, ?)`;
const SPRAY_LOOK_MS = 1000;

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
  async reserve(holder: string, source: string, captchaSolved: boolean): Promise<Reserved> {
    const keys = this.#keys(holder, source);
    const sprayed = await this.#isSprayed();
    if (!sprayed && (await this.#reserveCalmly(keys))) return { outcome: 'LOOK' };
    return this.needs.db.transactApart(async (tx) => {
      const { account, both, from } = await this.#lock(tx, keys);
      const now = this.needs.now();
      const closedUntil = Math.max(account.closedUntil.getTime(), both.closedUntil.getTime());
      if (closedUntil > now.getTime()) return { outcome: 'CLOSED', retryAt: new Date(closedUntil) };
      const asks = sprayed || Math.max(both.inARow, account.inWindow) >= this.limits.captchaAfter;
      if (asks && !captchaSolved) return { outcome: 'CAPTCHA' };
      if (from.inWindow >= this.limits.perSource.count)
        return { outcome: 'CLOSED', retryAt: from.windowEndsAt };

      await this.#write(tx, from, this.limits.perSource.windowMs, null);
      await this.#write(tx, both, DAY_MS, this.#delay(both.inARow + 1 - this.limits.freeFailures));
      await this.#write(tx, account, this.limits.perAccount.windowMs, this.#accountDelay(account));
      return { outcome: 'LOOK' };
    });
  }

  /** The password was wrong: one more in the count of sprayed accounts, unless this one stands in it already. */
  countSprayed(holder: string): Promise<void> {
    const { budgets, db } = this.needs;
    this.#alarm.goodUntil = new Date(0); // what this process adds, it sees at once
    return db.transactApart(async (tx) => {
      const counted = await budgets.takeWithin(tx, this.#oncePerSpray('LOGIN_SPRAYED', holder));
      if (counted === null) await budgets.record(tx, this.#spray());
    });
  }

  /** The password was right: what `reserve` wrote is taken back, and the row of failures is over. */
  async forgive(tx: EntityManager, holder: string, source: string): Promise<void> {
    await update(tx, FORGIVE, [OPEN_SINCE, ...Object.values(this.#keys(holder, source))]);
  }

  /** A proven channel spoke for the owner: whatever others failed at is over (R35). What the source did elsewhere is not. */
  async recover(tx: EntityManager, holder: string, source: string): Promise<void> {
    const { account, both } = this.#keys(holder, source);
    const over = { inARow: 0, inWindow: 0, closedUntil: OPEN_SINCE };
    await tx.update(LoginThrottle, { key: In([account, both]) }, over);
  }

  /** The password was never looked at: what `reserve` wrote is taken back, earlier failures stay. */
  async release(holder: string, source: string): Promise<void> {
    const back = { inARow: () => 'CASE WHEN in_a_row > 0 THEN in_a_row - 1 ELSE 0 END', inWindow: ONE_LESS };
    const mine = { key: In(Object.values(this.#keys(holder, source))) };
    await this.needs.db.transact((tx) => tx.update(LoginThrottle, mine, back));
  }

  /** True once in a window, when somebody tries passwords over many accounts (`SPRAY_ALARM`). */
  async beginsSprayAlarm(tx: EntityManager): Promise<boolean> {
    const { budgets } = this.needs;
    if (!(await budgets.isUsedUp(tx, this.#spray()))) return false;
    return (await budgets.takeWithin(tx, this.#oncePerSpray('LOGIN_SPRAY_ALARM', 'everybody'))) === null;
  }

  async forget(tx: EntityManager, before: Date): Promise<void> {
    await tx.delete(LoginThrottle, { touchedAt: LessThan(before) });
  }

  #reserveCalmly(keys: ThrottleKeys): Promise<boolean> {
    const { freeFailures, perAccount, perSource, cap, captchaAfter } = this.limits;
    const room = Math.min(captchaAfter, freeFailures - 1, perAccount.count - 1, cap - 1);
    const calm = { ...keys, room, sourceRoom: perSource.count };
    return this.needs.db.single((rows) => reserveCalmly(rows, calm, this.needs.now()));
  }

  #alarm = { goodUntil: new Date(0), sprayed: false };

  /** Looked up once a second: an extra question, not the limit itself. */
  async #isSprayed(): Promise<boolean> {
    const { db, budgets, now } = this.needs;
    if (now() >= this.#alarm.goodUntil) {
      const sprayed = await budgets.isUsedUp(db.rows, this.#spray());
      this.#alarm = { goodUntil: after(now(), SPRAY_LOOK_MS), sprayed };
    }
    return this.#alarm.sprayed;
  }

  #keys(holder: string, source: string): ThrottleKeys {
    return throttleKeys(this.needs.index, holder, source);
  }

  #spray(): Counted {
    return { name: 'LOGIN_SPRAY', subject: 'everybody', budgets: [this.limits.spray] };
  }

  #oncePerSpray(name: string, subject: string): Counted {
    return { name, subject, budgets: [{ count: 1, windowMs: this.limits.spray.windowMs }] };
  }

  /** The rows in key order, made where missing, held until the unit ends: whoever reserves next sees this reservation. */
  async #lock(tx: EntityManager, keys: ThrottleKeys) {
    const all = Object.values(keys);
    const now = this.needs.now();
    const find = () =>
      tx.find(LoginThrottle, { where: { key: In(all) }, order: { key: 'ASC' }, lock: forUpdate(tx) });
    let rows = await find();
    if (rows.length < all.length) {
      const fresh = all.map((key) => ({ key, windowEndsAt: now, closedUntil: OPEN_SINCE, touchedAt: now }));
      await tx.createQueryBuilder().insert().into(LoginThrottle).values(fresh).orIgnore().execute();
      rows = await find();
    }
    for (const row of rows) if (row.windowEndsAt <= now) row.inWindow = 0;
    const [account, both, from] = all.map((key) => rows.find((row) => row.key === key));
    if (!account || !both || !from) throw new Error('A throttle row went missing while locked.');
    return { account, both, from };
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
