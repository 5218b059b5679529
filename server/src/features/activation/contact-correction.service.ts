import type { EntityManager } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import { AccountStatus } from '../../account/account-status.js';
import type { ActivationSecrets } from '../../account/activation-secrets.js';
import type { Caller } from '../../account/caller.js';
import { type Contact, readContact, readIdentifier } from '../../account/contact.js';
import type { CredentialChange } from '../../account/credential-change.js';
import type { Identifiers } from '../../account/identifiers.js';
import { LoginRejected } from '../../account/login-rejected.result.js';
import type { PasswordCheck } from '../../account/password-check.js';
import type { SendBudgets } from '../../account/send-budgets.js';
import { byOwner } from '../../account/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import { type Captcha, CaptchaPurpose } from '../../platform/captcha/captcha.js';
import { CaptchaRejected } from '../../platform/captcha/captcha-rejected.result.js';
import { type Database, Undo } from '../../platform/database/transact.js';
import { InvalidInput } from '../../platform/graphql/invalid-input.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import { valueIn } from '../../platform/words/fault.js';
import type { CorrectUnverifiedContactInput } from './activation.input.js';
import { ActivationRequested, type CorrectUnverifiedContactResult } from './activation.result.js';

interface Needs {
  readonly db: Database;
  readonly captcha: Captcha;
  readonly identifiers: Identifiers;
  readonly passwords: PasswordCheck;
  readonly change: CredentialChange;
  readonly activation: ActivationSecrets;
  readonly sends: SendBudgets;
  readonly audit: Audit;
  readonly countries: readonly string[];
}

/** Mends a mistyped contact before activation: the password shows who asks, the new activation proves the contact. */
export class ContactCorrectionService {
  constructor(private readonly needs: Needs) {}

  async correct(
    input: CorrectUnverifiedContactInput,
    caller: Caller,
  ): Promise<CorrectUnverifiedContactResult> {
    const { db, captcha, identifiers, passwords, sends, countries } = this.needs;
    const { key } = valueIn(readIdentifier(input.identifier));
    const reading = readContact(input.channel, input.contact, { countries });
    if ('fault' in reading) throw new InvalidInput([{ field: 'contact', fault: reading.fault }]);
    const solved = await captcha.verify(
      CaptchaPurpose.RESEND_ACTIVATION,
      input.captcha ?? undefined,
      caller.source,
    );
    if (!solved) return new CaptchaRejected();

    const id = await identifiers.meantBy(key);
    const account = id ? await db.rows.findOneBy(Account, { id }) : null;
    const attempt = {
      account,
      identifierKey: key,
      password: input.password,
      source: caller.source,
      captchaSolved: true,
    };
    const checked = await passwords.check(attempt);
    if (checked.outcome === 'CLOSED') return new TooManyRequests(checked.retryAt);
    if (checked.outcome !== 'RIGHT') return new LoginRejected();
    // An active account changes its contacts while logged in; here it is no different from a wrong password.
    if (checked.account.status !== AccountStatus.AWAITING_ACTIVATION) return new LoginRejected();
    // By itself: the password was right also when the change is put off below, which undoes its unit.
    await db.transact(checked.forgive);
    return db.transact(async (tx) => {
      const retryAt = await this.#replace(tx, checked.account, reading.value, caller);
      if (retryAt) throw new Undo(new TooManyRequests(retryAt));
      return new ActivationRequested(sends.resendAvailableAt());
    });
  }

  async #replace(tx: EntityManager, account: Account, to: Contact, caller: Caller): Promise<Date | null> {
    const { identifiers, change, activation, audit } = this.needs;
    const { id, credentialVersion } = account;
    // Whoever activated it in this very moment keeps what they have proven.
    const changed = await change.apply(tx, account, { reason: 'CONTACT_CHANGED' });
    if (!changed) throw new Undo(new LoginRejected());
    if (!(await identifiers.of(id)).some(({ contactKey }) => contactKey === to.key)) {
      await identifiers.dropContact(tx, id, to.channel);
      await identifiers.addContact(tx, id, to, false);
    }
    const done = { event: 'CONTACT_CHANGED', reasonCode: 'BEFORE_ACTIVATION' } as const;
    await audit.record(tx, { ...byOwner(id, caller), ...done });
    const username = await identifiers.usernameOf(id);
    const waiting = { ...account, credentialVersion: credentialVersion + 1, username };
    const owned = await identifiers.ownedElsewhere(to, id);
    return owned ? activation.tellOwnerAsked(tx, waiting, owned) : activation.sendAsked(tx, waiting, to);
  }
}
