import { In, MoreThan } from 'typeorm';

import type { Now } from '../platform/clock.js';
import type { Database } from '../platform/database/transact.js';
import { AccountBlock } from './account-block.entity.js';

/** What is in force and what waits, for the account page and the login of a blocked owner. */
export class AccountBlocks {
  constructor(
    private readonly db: Database,
    private readonly now: Now,
  ) {}

  /** The newest block that took effect; of an account that is blocked, the one in force. */
  last(accountId: string): Promise<AccountBlock | null> {
    return this.db.rows.findOne(AccountBlock, {
      where: { accountId, endReason: 'APPLIED', act: 'BLOCK' },
      order: { endedAt: 'DESC', id: 'DESC' },
    });
  }

  /** By account, for lists. */
  async waiting(accountIds: readonly string[]): Promise<Map<string, AccountBlock>> {
    const open = { openFor: In([...accountIds]), expiresAt: MoreThan(this.now()) };
    const rows = await this.db.rows.findBy(AccountBlock, open);
    return new Map(rows.map((row) => [row.accountId, row]));
  }
}
