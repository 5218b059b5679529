import type { EntityManager } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import type { Correspondence } from '../../account/correspondence.js';
import { occasionOf } from '../../account/occasion.js';
import { byStranger } from '../../account/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { AttemptBudgets, Counted } from '../../platform/budget/attempt-budgets.js';
import type { Budget } from '../../platform/budget/budget.js';
import { MINUTE_MS } from '../../platform/clock.js';
import { accountLookedUp } from './forgotten-account.messages.js';

export interface LookedUp {
  /** What was shown; empty after a miss. */
  readonly accountIds: readonly string[];
  readonly source: string;
  readonly device: string | null;
  readonly at: string;
}

export const ACCOUNTS_LOOKED_UP = 'ACCOUNTS_LOOKED_UP';

interface Needs {
  readonly letters: Correspondence;
  readonly budgets: AttemptBudgets;
  readonly audit: Audit;
}

export interface NoticeLimits {
  /** FORGOT_ALARM: look-ups by everybody. */
  readonly alarm: Budget;
  /** NOTICE_COALESCE_MIN. */
  readonly coalesceMin: number;
}

/** What follows a look-up: the trail, word to each owner who was shown, once in a while, and an alarm when there are too many. */
export class LookupNotice {
  constructor(
    private readonly needs: Needs,
    private readonly limits: NoticeLimits,
  ) {}

  async answer(tx: EntityManager, looked: LookedUp): Promise<undefined> {
    const { audit } = this.needs;
    const event = { ...byStranger(looked), event: 'ACCOUNT_LOOKED_UP' } as const;
    if (looked.accountIds.length === 0)
      await audit.record(tx, { ...event, result: 'refused', reasonCode: 'NO_MATCH' });
    for (const id of looked.accountIds) {
      const subject = { subjectKind: 'ACCOUNT', subjectId: id, fields: ['username', 'email', 'whatsapp'] };
      await audit.record(tx, { ...event, ...subject });
      await this.#tell(tx, id, looked);
    }
    await this.#watch(tx);
  }

  async #tell(tx: EntityManager, id: string, looked: LookedUp): Promise<void> {
    const { budgets, letters } = this.needs;
    const account = await tx.findOneBy(Account, { id });
    const once = [{ count: 1, windowMs: this.limits.coalesceMin * MINUTE_MS }];
    const told = await budgets.takeWithin(tx, { name: 'LOOKUP_NOTICE', subject: id, budgets: once });
    if (!account || told) return;
    const occasion = occasionOf(looked, new Date(looked.at), account.locale);
    await letters.inform(tx, accountLookedUp(occasion, account.locale), account);
  }

  /** Once in a window: somebody may be going through the numbers. */
  async #watch(tx: EntityManager): Promise<void> {
    const { budgets, audit } = this.needs;
    const { alarm } = this.limits;
    const all: Counted = { name: 'LOOKUPS', subject: 'everybody', budgets: [alarm] };
    await budgets.record(tx, all);
    if (!(await budgets.isUsedUp(tx, all))) return;
    const once = [{ count: 1, windowMs: alarm.windowMs }];
    const rung = await budgets.takeWithin(tx, { name: 'LOOKUP_ALARM', subject: 'everybody', budgets: once });
    if (rung === null) await audit.record(tx, { event: 'LOOKUP_ALARM', actorKind: 'SYSTEM' });
  }
}
