import type { EntityManager } from 'typeorm';

import type { Now } from '../platform/clock.js';
import type { Database } from '../platform/database/transact.js';
import { AccountCaution } from './account-caution.entity.js';

/** Accounts to be careful with for a while: contested ones, and those on which no recovery runs. */
export class AccountCautions {
  constructor(
    private readonly db: Database,
    private readonly now: Now,
  ) {}

  async isContested(accountId: string): Promise<boolean> {
    const found = await this.db.rows.findOneBy(AccountCaution, { accountId });
    return isAhead(found?.contestedUntil, this.now());
  }

  /** Whether password, contacts and email of this account stay as they are for now. */
  async isRecoveryHeld(accountId: string): Promise<boolean> {
    const found = await this.db.rows.findOneBy(AccountCaution, { accountId });
    return isAhead(found?.recoveryHeldUntil, this.now());
  }

  async contest(tx: EntityManager, accountId: string, contestedUntil: Date): Promise<void> {
    await this.#mark(tx, accountId, { contestedUntil });
  }

  async holdRecovery(tx: EntityManager, accountId: string, recoveryHeldUntil: Date): Promise<void> {
    await this.#mark(tx, accountId, { recoveryHeldUntil });
  }

  async #mark(tx: EntityManager, accountId: string, mark: Partial<AccountCaution>): Promise<void> {
    const blank = { accountId, contestedUntil: null, recoveryHeldUntil: null };
    await tx.createQueryBuilder().insert().into(AccountCaution).values(blank).orIgnore().execute();
    await tx.update(AccountCaution, { accountId }, mark);
  }
}

const isAhead = (until: Date | null | undefined, now: Date): boolean => Boolean(until && until > now);
