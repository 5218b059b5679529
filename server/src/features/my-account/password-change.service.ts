import type { EntityManager } from 'typeorm';

import type { Caller } from '../../account/caller.js';
import type { Correspondence } from '../../account/correspondence.js';
import type { CredentialChange } from '../../account/credential-change.js';
import type { Identifiers } from '../../account/identifiers.js';
import { LoginRejected } from '../../account/login-rejected.result.js';
import { occasionOf } from '../../account/occasion.js';
import { ownWords } from '../../account/own-words.js';
import type { Passwords } from '../../account/password.js';
import type { PasswordCheck } from '../../account/password-check.js';
import { type PasswordPolicy, PasswordRule } from '../../account/password-policy.js';
import { PasswordRejected } from '../../account/password-rejected.result.js';
import type { PersonalData } from '../../account/personal-data.js';
import { Session } from '../../account/session.entity.js';
import type { Sessions, SignedIn } from '../../account/sessions.js';
import { byOwner } from '../../account/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { Now } from '../../platform/clock.js';
import type { SecretHash } from '../../platform/crypto/secret-hash.js';
import { type Database, Undo } from '../../platform/database/transact.js';
import { confirmOwnPassword } from './own-password.js';
import type { ChangePasswordInput } from './password-change.input.js';
import { passwordChanged } from './password-change.messages.js';
import { type ChangePasswordResult, PasswordChanged } from './password-change.result.js';

interface Needs {
  readonly db: Database;
  readonly check: PasswordCheck;
  readonly policy: PasswordPolicy;
  readonly passwords: Passwords;
  readonly change: CredentialChange;
  readonly sessions: Sessions;
  readonly hash: SecretHash;
  readonly identifiers: Identifiers;
  readonly personal: PersonalData;
  readonly letters: Correspondence;
  readonly audit: Audit;
  readonly now: Now;
}

const REASON = 'PASSWORD_CHANGED';

/** Needs the current password, under the login's own counters (R30); ends everything but the session that asked (R46). */
export class PasswordChangeService {
  constructor(private readonly needs: Needs) {}

  async change(
    input: ChangePasswordInput,
    signedIn: SignedIn,
    caller: Caller,
  ): Promise<ChangePasswordResult> {
    const { policy, passwords, db, sessions } = this.needs;
    const { account } = signedIn;
    const token = this.#tokenAfter(input, signedIn);
    if (await sessions.isRenewed(db.rows, signedIn, token)) return this.#done(db.rows, signedIn, token);
    const confirmed = await confirmOwnPassword(this.needs, signedIn, input.currentPassword, caller);
    if (confirmed.refused) return confirmed.refused;

    const broken = policy.check(input.newPassword, { words: await ownWords(this.needs, account) });
    if (input.newPassword === input.currentPassword) broken.push(PasswordRule.SAME_AS_CURRENT);
    if (broken.length > 0) {
      await db.transact(confirmed.forgive);
      return new PasswordRejected(broken);
    }
    const passwordHash = await passwords.hash(input.newPassword);
    return db.transact(async (tx): Promise<ChangePasswordResult> => {
      if (await sessions.isRenewed(tx, signedIn, token)) return this.#done(tx, signedIn, token);
      await confirmed.forgive(tx);
      const made = { reason: REASON, keepSession: { signedIn, token }, set: { passwordHash } };
      const changed = await this.needs.change.apply(tx, account, made);
      // Somebody else's change came first: the password that was checked is no longer the current one.
      if (!changed) throw new Undo(new LoginRejected());
      const occasion = occasionOf(caller, this.needs.now(), account.locale);
      await this.needs.letters.notify(tx, passwordChanged(occasion, account.locale), account);
      await this.#record(tx, signedIn, caller);
      return new PasswordChanged(changed.endedSessions, token);
    });
  }

  /**
   * The session's token after this command. With the client's key a repeat leads to the same one, and so is known by it (R91):
   * the password it was sent with is no longer the current one. Nobody else can know it.
   */
  #tokenAfter({ idempotencyKey: key, newPassword }: ChangePasswordInput, signedIn: SignedIn): string {
    const { sessions, hash } = this.needs;
    if (!key) return sessions.nextToken(signedIn);
    const digest = hash.of('password-command', `${signedIn.session.id} ${key} ${newPassword}`);
    return sessions.nextToken(signedIn, digest.replace('.', '-'));
  }

  /** What an earlier run of this command did: the sessions that it ended had the credentials before these. */
  async #done(rows: EntityManager, { session }: SignedIn, token: string): Promise<PasswordChanged> {
    const { accountId, id } = session;
    const { credentialVersion } = await rows.findOneByOrFail(Session, { id });
    const ended = { accountId, credentialVersion: credentialVersion - 1, endReason: REASON };
    return new PasswordChanged(await rows.countBy(Session, ended), token);
  }

  async #record(tx: EntityManager, { account, session }: SignedIn, caller: Caller) {
    const who = byOwner(account.id, caller, session.id);
    await this.needs.audit.record(tx, { ...who, event: 'PASSWORD_CHANGED' });
  }
}
