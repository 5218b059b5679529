import type { EntityManager } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import type { AccountCautions } from '../../account/account-cautions.js';
import { AccountStatus } from '../../account/account-status.js';
import type { Caller } from '../../account/caller.js';
import type { Correspondence } from '../../account/correspondence.js';
import type { CredentialChange } from '../../account/credential-change.js';
import type { Identifiers } from '../../account/identifiers.js';
import type { LoginThrottles } from '../../account/login-throttles.js';
import { occasionOf } from '../../account/occasion.js';
import type { OneTimeSecret } from '../../account/one-time-secret.entity.js';
import type { Command, OneTimeSecrets } from '../../account/one-time-secrets.js';
import { ownWords } from '../../account/own-words.js';
import type { Passwords } from '../../account/password.js';
import type { PasswordPolicy } from '../../account/password-policy.js';
import { PasswordRejected } from '../../account/password-rejected.result.js';
import type { PersonalData } from '../../account/personal-data.js';
import { Session } from '../../account/session.entity.js';
import { byOwner } from '../../account/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { AttemptBudgets } from '../../platform/budget/attempt-budgets.js';
import type { Budget } from '../../platform/budget/budget.js';
import type { Now } from '../../platform/clock.js';
import { forUpdate } from '../../platform/database/dialect.js';
import { type Database, Undo } from '../../platform/database/transact.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import type { ResetPasswordInput } from './password-reset.input.js';
import { passwordReset } from './password-reset.messages.js';
import {
  PasswordReset,
  ResetLinkExpired,
  ResetLinkRejected,
  type ResetPasswordResult,
} from './password-reset.result.js';

interface Needs {
  readonly db: Database;
  readonly identifiers: Identifiers;
  readonly cautions: AccountCautions;
  readonly personal: PersonalData;
  readonly secrets: OneTimeSecrets;
  readonly policy: PasswordPolicy;
  readonly passwords: Passwords;
  readonly change: CredentialChange;
  readonly throttles: LoginThrottles;
  readonly budgets: AttemptBudgets;
  readonly letters: Correspondence;
  readonly audit: Audit;
  readonly now: Now;
  /** New passwords that may be tried, over all links of an account: the refusals tell something about its owner. */
  readonly tries: readonly Budget[];
}

const REASON = 'PASSWORD_RESET';

/** Whoever holds the newest link sets the password. Everything that was open before ends, and nobody is logged in (R44, R46). */
export class PasswordResetService {
  constructor(private readonly needs: Needs) {}

  async reset(input: ResetPasswordInput, caller: Caller): Promise<ResetPasswordResult> {
    const { db, secrets, policy, passwords, budgets, tries } = this.needs;
    const { token, newPassword, idempotencyKey: key } = input;
    // The same key with another password is another command.
    const command = secrets.command({ idempotencyKey: key && `${key} ${newPassword}` });
    const secret = await secrets.openLink('PASSWORD_RESET', token, command);
    if (secret === 'REJECTED') return new ResetLinkRejected();
    if (secret === 'EXPIRED') return new ResetLinkExpired();
    if (secret.status === 'SPENT') return this.#done(db.rows, secret);
    const account = await this.#owner(db.rows, secret);
    if (!account) return new ResetLinkRejected();
    const retryAt = await budgets.take({ name: 'RESET_TRIES', subject: account.id, budgets: tries });
    if (retryAt) return new TooManyRequests(retryAt);
    const broken = policy.check(newPassword, { words: await ownWords(this.needs, account) });
    if (broken.length > 0) return new PasswordRejected(broken);
    return this.#set(secret, command, await passwords.hash(newPassword), caller);
  }

  #set(
    secret: OneTimeSecret,
    command: Command,
    passwordHash: string,
    caller: Caller,
  ): Promise<ResetPasswordResult> {
    const { db, secrets, change } = this.needs;
    return db.transact(async (tx): Promise<ResetPasswordResult> => {
      const spent = await secrets.spend(tx, secret, command);
      if (!spent && (await secrets.hasSpent(tx, secret, command))) return this.#done(tx, secret);
      const account = spent ? await this.#owner(tx, secret, forUpdate(tx)) : null;
      const changed = account && (await change.apply(tx, account, { reason: REASON, set: { passwordHash } }));
      // Another change came first: the link was void by then, and stays so.
      if (!changed) throw new Undo(new ResetLinkRejected());
      await this.#tell(tx, account, caller);
      return new PasswordReset(changed.endedSessions);
    });
  }

  async #tell(tx: EntityManager, account: Account, caller: Caller): Promise<void> {
    const { throttles, letters, audit, now } = this.needs;
    const occasion = occasionOf(caller, now(), account.locale);
    await throttles.recover(tx, account.id, caller.source);
    await letters.notify(tx, passwordReset(occasion, account.locale), account);
    await audit.record(tx, { ...byOwner(account.id, caller), event: 'RESET_DONE' });
  }

  /** Null: blocked, closed, held after an undone case, or its credentials changed since the link was sent. */
  async #owner(
    rows: EntityManager,
    { subjectId: id, credentialVersion }: OneTimeSecret,
    lock?: ReturnType<typeof forUpdate>,
  ): Promise<Account | null> {
    if (await this.needs.cautions.isRecoveryHeld(id)) return null;
    // Held while it is changed, or a profile edited in this very moment would make a good link seem bad.
    const where = { id, credentialVersion, status: AccountStatus.ACTIVE };
    return rows.findOne(Account, { where, ...(lock ? { lock } : {}) });
  }

  /** What an earlier run of this command did: no other reset ended sessions of that credential version. */
  async #done(tx: EntityManager, { subjectId: accountId, credentialVersion }: OneTimeSecret) {
    return new PasswordReset(await tx.countBy(Session, { accountId, credentialVersion, endReason: REASON }));
  }
}
