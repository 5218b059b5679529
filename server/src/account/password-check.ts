import type { EntityManager } from 'typeorm';

import type { Account } from './account.entity.js';
import type { LoginThrottles } from './login-throttles.js';
import type { Passwords } from './password.js';

export interface Attempt {
  readonly account: Account | null;
  /** What the caller typed to name the account; counted where there is none. */
  readonly identifierKey: string;
  readonly password: string;
  readonly source: string;
  readonly captchaSolved: boolean;
}

export type PasswordChecked =
  | {
      readonly outcome: 'RIGHT';
      readonly account: Account;
      readonly forgive: (tx: EntityManager) => Promise<void>;
    }
  | { readonly outcome: 'WRONG' }
  | { readonly outcome: 'CAPTCHA' }
  | { readonly outcome: 'CLOSED'; readonly retryAt: Date };

/** The one door to every password comparison: login, change, correction all share its counters (R30, R38). */
export class PasswordCheck {
  constructor(
    private readonly throttles: LoginThrottles,
    private readonly passwords: Passwords,
  ) {}

  /** An unknown account costs the same counters and the same hash. On RIGHT the caller forgives in its own unit of work. */
  async check({
    account,
    identifierKey,
    password,
    source,
    captchaSolved,
  }: Attempt): Promise<PasswordChecked> {
    const holder = account?.id ?? identifierKey;
    const reserved = await this.throttles.reserve(holder, source, captchaSolved);
    if (reserved.outcome === 'CLOSED') return reserved;
    if (reserved.outcome === 'CAPTCHA') return reserved;
    let right = false;
    try {
      right = await this.passwords.verify(account?.passwordHash ?? null, password);
    } catch (error) {
      await this.throttles.release(holder, source); // shed before hashing: nobody failed
      throw error;
    }
    if (!account || !right) {
      await this.throttles.countSprayed(holder);
      return { outcome: 'WRONG' };
    }
    return { outcome: 'RIGHT', account, forgive: (tx) => this.throttles.forgive(tx, holder, source) };
  }
}
