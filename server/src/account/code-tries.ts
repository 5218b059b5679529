import { In, IsNull, LessThan } from 'typeorm';

import type { AttemptBudgets, Counted } from '../platform/budget/attempt-budgets.js';
import type { Budget } from '../platform/budget/budget.js';
import type { Now } from '../platform/clock.js';
import type { SecretHash } from '../platform/crypto/secret-hash.js';
import type { Database } from '../platform/database/transact.js';
import { transition } from '../platform/database/transition.js';
import { isCode } from './code.js';
import { OneTimeSecret, type SecretPurpose } from './one-time-secret.entity.js';
import type { Bound } from './one-time-secrets.js';
import type { SecretTrail } from './secret-trail.js';

export interface TryLimits {
  /** Wrong tries per code. */
  readonly perCode: number;
  /** Wrong tries per account and per destination, over all flows and codes. */
  readonly budget: readonly Budget[];
}

export type CodeTried =
  | { readonly outcome: 'RIGHT'; readonly secret: OneTimeSecret; readonly counted: readonly Counted[] }
  | { readonly outcome: 'WRONG'; readonly attemptsLeft: number }
  | { readonly outcome: 'EXPIRED' }
  | { readonly outcome: 'TOO_OFTEN'; readonly retryAt: Date };

export interface Try extends Bound {
  readonly purpose: SecretPurpose;
  /** Counted over all flows: the account, or the draft. */
  readonly holder: string;
  readonly code: string;
}

interface Needs {
  readonly db: Database;
  readonly hash: SecretHash;
  readonly budgets: AttemptBudgets;
  readonly trail: SecretTrail;
  readonly now: Now;
}

/** The one door to every comparison of a code. */
export class CodeTries {
  constructor(
    private readonly needs: Needs,
    private readonly limits: TryLimits,
  ) {}

  /**
   * Counts the try against code, account and destination, commits that, and only then compares (R12): a crash or a
   * parallel guess never gets a comparison for nothing. Whoever spends a RIGHT secret gives `counted` back.
   */
  async tryCode({ holder, code, ...bound }: Try): Promise<CodeTried> {
    const secret = await this.#newest(bound);
    const counted = this.#counted(holder, secret?.destinationKey);
    const retryAt = await this.needs.budgets.take(...counted);
    if (retryAt) return { outcome: 'TOO_OFTEN', retryAt };
    if (!secret || !(await this.#count(secret))) return { outcome: 'WRONG', attemptsLeft: 0 };
    if (!isCode(this.needs.hash, secret, code)) {
      return { outcome: 'WRONG', attemptsLeft: await this.#attemptsLeft(secret) };
    }
    if (secret.expiresAt <= this.needs.now()) return { outcome: 'EXPIRED' };
    return { outcome: 'RIGHT', secret, counted };
  }

  #newest({ flowId, ...bound }: Omit<Try, 'holder' | 'code'>): Promise<OneTimeSecret | null> {
    const alive = { form: 'CODE' as const, flowId: flowId ?? IsNull(), status: In(['ISSUED', 'EXHAUSTED']) };
    const order = { createdAt: 'DESC', id: 'DESC' } as const;
    return this.needs.db.rows.findOne(OneTimeSecret, { where: { ...bound, ...alive }, order });
  }

  #counted(holder: string, destinationKey: string | undefined): Counted[] {
    const { budget: budgets } = this.limits;
    const byHolder = { name: 'CODE_TRIES', subject: holder, budgets };
    return destinationKey
      ? [byHolder, { name: 'CODE_TRIES_AT', subject: destinationKey, budgets }]
      : [byHolder];
  }

  #count({ id }: OneTimeSecret): Promise<boolean> {
    const open = { id, status: 'ISSUED' as const, tries: LessThan(this.limits.perCode) };
    return this.needs.db.transactApart((tx) =>
      transition(tx, OneTimeSecret, open, { tries: () => 'tries + 1' }),
    );
  }

  /** The wrong guess on record; the code's end with the last of them. */
  async #attemptsLeft(secret: OneTimeSecret): Promise<number> {
    const { db, trail } = this.needs;
    const { id } = secret;
    await db.transact((tx) => trail.record(tx, 'SECRET_REFUSED', secret));
    const tries = (await db.rows.findOneBy(OneTimeSecret, { id }))?.tries ?? this.limits.perCode;
    if (tries < this.limits.perCode) return this.limits.perCode - tries;
    const open = { id, status: 'ISSUED' as const };
    await db.transact(async (tx) => {
      const ended = await transition(tx, OneTimeSecret, open, { status: 'EXHAUSTED' });
      if (ended) await trail.record(tx, 'SECRET_EXHAUSTED', secret);
    });
    return 0;
  }
}
