import { type EntityManager, In } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import { AccountStatus } from '../../account/account-status.js';
import type { Caller } from '../../account/caller.js';
import type { Correspondence } from '../../account/correspondence.js';
import type { CredentialChange } from '../../account/credential-change.js';
import { LinkExpired, LinkRejected } from '../../account/link.results.js';
import { occasionOf } from '../../account/occasion.js';
import type { OneTimeSecret } from '../../account/one-time-secret.entity.js';
import type { OneTimeSecrets } from '../../account/one-time-secrets.js';
import type { Passwords } from '../../account/password.js';
import { Session } from '../../account/session.entity.js';
import { byOwner } from '../../account/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { Now } from '../../platform/clock.js';
import { forUpdate } from '../../platform/database/dialect.js';
import { type Database, Undo } from '../../platform/database/transact.js';
import type { ReportNotMeInput } from './not-me.input.js';
import { accountSecured } from './not-me.messages.js';
import { AccountSecured, type ReportNotMeResult } from './not-me.result.js';

/** What else has to stop when an owner says it was not them; part of the same unit of work. */
export type Reported = (tx: EntityManager, accountId: string, caller: Caller) => Promise<void>;

interface Needs {
  readonly db: Database;
  readonly secrets: OneTimeSecrets;
  readonly passwords: Passwords;
  readonly change: CredentialChange;
  readonly letters: Correspondence;
  readonly audit: Audit;
  readonly now: Now;
  readonly publicBaseUrl: string;
}

const REASON = 'REPORTED_NOT_ME';
/** Blocked too: once unblocked, the thief's password would open it. */
const OPEN = In([AccountStatus.ACTIVE, AccountStatus.BLOCKED]);

/** Whoever was told of something they did not do makes the account safe with one press: only a proven channel opens it again. */
export class NotMeService {
  constructor(
    private readonly needs: Needs,
    private readonly reported: readonly Reported[],
  ) {}

  async report(input: ReportNotMeInput, caller: Caller): Promise<ReportNotMeResult> {
    const { db, secrets, passwords, change } = this.needs;
    const command = secrets.command(input);
    const secret = await secrets.openLink('NOT_ME', input.token, command);
    if (secret === 'REJECTED') return new LinkRejected();
    if (secret === 'EXPIRED') return new LinkExpired();
    return db.transact(async (tx): Promise<ReportNotMeResult> => {
      const spent = await secrets.spend(tx, secret, command);
      // Held: whatever the thief is about to change waits, and then finds other credentials.
      const lock = forUpdate(tx);
      const account = await tx.findOne(Account, { where: { id: secret.subjectId, status: OPEN }, lock });
      if (!spent && account && (await secrets.hasSpent(tx, secret, command))) return this.#done(tx, account);
      const secured = { reason: REASON, set: { passwordHash: passwords.nobodys } };
      const changed = spent && account ? await change.apply(tx, account, secured) : null;
      if (!account || !changed) throw new Undo(new LinkRejected());
      await this.#endOthers(tx, secret);
      for (const stop of this.reported) await stop(tx, account.id, caller);
      await this.#tell(tx, account, secret, caller);
      return new AccountSecured(changed.endedSessions);
    });
  }

  /** The same notice went to other contacts too: one report answers it. */
  async #endOthers(tx: EntityManager, { subjectId, purpose, flowId }: OneTimeSecret): Promise<void> {
    if (flowId) await this.needs.secrets.end(tx, 'SUPERSEDED', { subjectId, purpose, flowId });
  }

  async #tell(tx: EntityManager, account: Account, secret: OneTimeSecret, caller: Caller): Promise<void> {
    const { letters, audit, now, publicBaseUrl } = this.needs;
    const { channel, destination: value, destinationKey: key } = secret;
    const letter = accountSecured(occasionOf(caller, now(), account.locale), publicBaseUrl, account.locale);
    await letters.inform(tx, letter, account, [{ channel, value, key }]);
    await audit.record(tx, { ...byOwner(account.id, caller), event: 'REPORTED_NOT_ME', reasonCode: channel });
  }

  /** What an earlier run of this command did: no other report ended sessions of the version before. */
  async #done(tx: EntityManager, { id: accountId, credentialVersion }: Account): Promise<AccountSecured> {
    const ended = { accountId, credentialVersion: credentialVersion - 1, endReason: REASON };
    return new AccountSecured(await tx.countBy(Session, ended));
  }
}
