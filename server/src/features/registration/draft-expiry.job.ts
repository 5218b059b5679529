import { In, LessThanOrEqual, Not } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import { AccountStatus } from '../../account/account-status.js';
import type { OneTimeSecrets } from '../../account/one-time-secrets.js';
import { after, DAY_MS, type Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import { RegistrationDraft } from './registration-draft.entity.js';

interface Needs {
  readonly db: Database;
  readonly secrets: OneTimeSecrets;
  readonly now: Now;
  readonly unactivatedD: number;
}

const AT_ONCE = 200;

/** Deletes drafts past their time and accounts nobody activated; their identifiers become free (security.md 5.2). */
export class DraftExpiryJob {
  constructor(private readonly needs: Needs) {}

  /** True while there may be more. */
  async run(): Promise<boolean> {
    return (await this.#drafts()) || (await this.#accounts());
  }

  async #drafts(): Promise<boolean> {
    const { db, secrets, now } = this.needs;
    // Waiting for a registry is the service's delay, not the person's: it does not expire.
    const where = { expiresAt: LessThanOrEqual(now()), step: Not('AWAITING_REGISTRY' as const) };
    const gone = await db.rows.find(RegistrationDraft, { select: { id: true }, where, take: AT_ONCE });
    if (gone.length === 0) return false;
    await db.transact(async (tx) => {
      for (const { id } of gone) await secrets.end(tx, 'VOID', { subjectId: id });
      await tx.delete(RegistrationDraft, { ...where, id: In(gone.map(({ id }) => id)) });
    });
    return gone.length === AT_ONCE;
  }

  async #accounts(): Promise<boolean> {
    const { db, secrets, now, unactivatedD } = this.needs;
    const createdAt = LessThanOrEqual(after(now(), -unactivatedD * DAY_MS));
    const where = { status: AccountStatus.AWAITING_ACTIVATION, createdAt };
    const gone = await db.rows.find(Account, { select: { id: true }, where, take: AT_ONCE });
    if (gone.length === 0) return false;
    await db.transact(async (tx) => {
      for (const { id } of gone) await secrets.end(tx, 'VOID', { subjectId: id });
      // Guarded by the state again: somebody may activate in this very moment.
      await tx.delete(Account, { ...where, id: In(gone.map(({ id }) => id)) });
    });
    return gone.length === AT_ONCE;
  }
}
