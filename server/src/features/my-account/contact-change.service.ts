import type { EntityManager } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import { AccountView } from '../../account/account.type.js';
import type { Caller } from '../../account/caller.js';
import { readCode } from '../../account/code.js';
import { CodeExpired, CodeRejected } from '../../account/code.results.js';
import type { CodeTries } from '../../account/code-tries.js';
import { type Contact, maskContact, readContact } from '../../account/contact.js';
import { contactHasAccount } from '../../account/contact-taken.messages.js';
import type { Correspondence } from '../../account/correspondence.js';
import type { CredentialChange } from '../../account/credential-change.js';
import type { Identifier } from '../../account/identifier.entity.js';
import { channelOf, contactOf, type Identifiers, isContact } from '../../account/identifiers.js';
import { LoginRejected } from '../../account/login-rejected.result.js';
import { occasionOf } from '../../account/occasion.js';
import type { Binding, OneTimeSecrets } from '../../account/one-time-secrets.js';
import type { PasswordCheck } from '../../account/password-check.js';
import type { SendBudgets } from '../../account/send-budgets.js';
import type { Sessions, SignedIn } from '../../account/sessions.js';
import { byOwner } from '../../account/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import { after, MINUTE_MS, type Now } from '../../platform/clock.js';
import { forUpdate } from '../../platform/database/dialect.js';
import { type Database, Undo } from '../../platform/database/transact.js';
import { InvalidInput } from '../../platform/graphql/invalid-input.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import { KeyRefused } from '../../platform/idempotency/key-refused.js';
import type { RunOnce } from '../../platform/idempotency/run-once.js';
import { fault } from '../../platform/words/fault.js';
import type { ConfirmContactChangeInput, RequestContactChangeInput } from './contact-change.input.js';
import { contactChangeCode, contactChanged } from './contact-change.messages.js';
import {
  type ConfirmContactChangeResult,
  ContactChangeRequested,
  type RequestContactChangeResult,
} from './contact-change.result.js';
import type { ContactWayBack } from './contact-way-back.service.js';
import { confirmOwnPassword } from './own-password.js';

interface Needs {
  readonly db: Database;
  readonly check: PasswordCheck;
  readonly identifiers: Identifiers;
  readonly secrets: OneTimeSecrets;
  readonly tries: CodeTries;
  readonly sends: SendBudgets;
  readonly letters: Correspondence;
  readonly change: CredentialChange;
  readonly sessions: Sessions;
  readonly once: RunOnce;
  readonly wayBack: ContactWayBack;
  readonly audit: Audit;
  readonly now: Now;
}

export interface ContactChangeLimits {
  readonly codeTtlMin: number;
  readonly countries: readonly string[];
  readonly publicBaseUrl: string;
}

/** Another email or number while logged in: password, then a code to the new one, then word to the old one with a way back. */
export class ContactChangeService {
  constructor(
    private readonly needs: Needs,
    private readonly limits: ContactChangeLimits,
  ) {}

  async request(
    input: RequestContactChangeInput,
    signedIn: SignedIn,
    caller: Caller,
  ): Promise<RequestContactChangeResult> {
    const { sends, db, once } = this.needs;
    const to = this.#read(input);
    const confirmed = await confirmOwnPassword(this.needs, signedIn, input.password, caller);
    if (confirmed.refused) return confirmed.refused;
    await db.transact(confirmed.forgive);
    const retryAt = await sends.takeForTyped('CONTACT_CHANGE', to, caller.source);
    const { channel, key: contactKey } = to;
    const named = { operation: 'requestContactChange', key: input.idempotencyKey };
    const command = { ...named, actorId: signedIn.session.id, input: { channel, contactKey } };
    const answer = await once.run(command, {
      work: async (tx) => (retryAt ? new TooManyRequests(retryAt) : this.#send(tx, to, signedIn)),
      keep: (made) => (made instanceof ContactChangeRequested ? this.needs.now().toISOString() : undefined),
      recall: (sentAt: string) => this.#sent(to, new Date(sentAt)),
    });
    if (!(answer instanceof KeyRefused)) return answer;
    throw new InvalidInput([{ field: 'idempotencyKey', fault: fault(answer.reason, answer.words) }]);
  }

  async #send(tx: EntityManager, to: Contact, { account, session }: SignedIn) {
    const ttlMs = this.limits.codeTtlMin * MINUTE_MS;
    const { id: subjectId, credentialVersion } = account;
    const asRead = { id: subjectId, credentialVersion };
    // A password that changed during its check: the code would be open and dead.
    const held = await tx.findOne(Account, { where: asRead, lock: forUpdate(tx) });
    if (!held) return new LoginRejected();
    const asked = { purpose: 'CONTACT_CHANGE' as const, subjectId, flowId: session.id };
    await this.needs.secrets.end(tx, 'SUPERSEDED', { ...asked, channel: to.channel });
    await this.#sendCode(tx, { ...asked, credentialVersion, to, ttlMs }, to, account.locale);
    return this.#sent(to, this.needs.now());
  }

  #sent(to: Contact, at: Date): ContactChangeRequested {
    const codeExpiresAt = after(at, this.limits.codeTtlMin * MINUTE_MS);
    return new ContactChangeRequested(to, codeExpiresAt, this.needs.sends.resendAvailableAt(at));
  }

  async confirm(
    input: ConfirmContactChangeInput,
    signedIn: SignedIn,
    caller: Caller,
  ): Promise<ConfirmContactChangeResult> {
    const { secrets, tries } = this.needs;
    const { account, session } = signedIn;
    const bound = { subjectId: account.id, flowId: session.id, channel: input.channel };
    if (await secrets.isRepeat('CONTACT_CHANGE', bound, input)) return new AccountView(account);
    const tried = await tries.tryCode({
      ...bound,
      purpose: 'CONTACT_CHANGE',
      holder: account.id,
      code: readCode(input.code),
    });
    if (tried.outcome === 'TOO_OFTEN') return new TooManyRequests(tried.retryAt);
    if (tried.outcome === 'EXPIRED') return new CodeExpired();
    if (tried.outcome === 'WRONG') return new CodeRejected(tried.attemptsLeft);
    const { channel, destination, destinationKey } = tried.secret;
    const to = { channel, value: destination, key: destinationKey };
    const command = secrets.command(input, tried.counted);
    return this.needs.db.transact(async (tx) => {
      const spent = await secrets.spend(tx, tried.secret, command);
      if (!spent && (await secrets.hasSpent(tx, tried.secret, command))) return new AccountView(account);
      if (!spent || !(await this.#replace(tx, signedIn, to, caller))) throw new Undo(new CodeRejected(0));
      return new AccountView(account);
    });
  }

  /** The new contact is proven and takes the old one's place; the old one is told, with a way back. False: somebody was first. */
  async #replace(tx: EntityManager, signedIn: SignedIn, to: Contact, caller: Caller): Promise<boolean> {
    const { identifiers, change, sessions, letters, wayBack, now } = this.needs;
    const { account } = signedIn;
    const contacts = (await identifiers.of(account.id)).filter(isContact);
    const former = contacts.find((one) => channelOf(one) === to.channel) ?? null;
    const same = former?.contactKey === to.key;
    if (same && former.verifiedAt) return true; // theirs and proven already: nothing changes
    const keepSession = { signedIn, token: sessions.nextToken(signedIn) };
    const changed = await change.apply(tx, account, { reason: 'CONTACT_CHANGED', keepSession });
    if (!changed) return false;
    const reserved = { ...to, reservedUntil: wayBack.reservedUntil() };
    const taken = same
      ? await identifiers.prove(tx, account.id, to.key)
      : await identifiers.replace(tx, former, account.id, reserved);
    if (!taken) return false;
    await identifiers.dropUnproven(tx, to.key);
    const occasion = occasionOf(caller, now(), account.locale);
    await letters.notify(tx, contactChanged(maskContact(to), occasion, account.locale), account);
    if (former?.verifiedAt) await wayBack.offer(tx, account, former, to);
    await this.#record(tx, signedIn, [former, to], caller);
    return true;
  }

  async #record(
    tx: EntityManager,
    { account: { id }, session }: SignedIn,
    [former, to]: [Identifier | null, Contact],
    caller: Caller,
  ): Promise<void> {
    await this.needs.audit.record(tx, {
      ...byOwner(id, caller, session.id),
      event: former?.contactKey === to.key ? 'CONTACT_VERIFIED' : 'CONTACT_CHANGED',
      before: { contact: former && maskContact(contactOf(former)) },
      after: { contact: maskContact(to) },
    });
  }

  /** A taken contact gets word instead of a code, and a row no code opens; the asker's answer is the same. */
  async #sendCode(tx: EntityManager, binding: Binding, to: Contact, language: 'id' | 'en'): Promise<void> {
    const { identifiers, secrets, letters } = this.needs;
    const { subjectId: accountId, ttlMs } = binding;
    const owned = await identifiers.ownedElsewhere(to, accountId);
    if (owned) {
      const { id: secretId } = await secrets.issueDecoy(tx, binding);
      const letter = contactHasAccount(this.limits.publicBaseUrl, language);
      await letters.send(tx, letter, { to: owned, language, secretId, ttlMs });
      return;
    }
    const { id: secretId, code } = await secrets.issueCode(tx, binding);
    const letter = contactChangeCode(code, this.limits.codeTtlMin, language);
    await letters.send(tx, letter, { to, language, accountId, secretId, ttlMs });
  }

  #read({ channel, contact }: RequestContactChangeInput): Contact {
    const reading = readContact(channel, contact, { countries: this.limits.countries });
    if ('fault' in reading) throw new InvalidInput([{ field: 'contact', fault: reading.fault }]);
    return reading.value;
  }
}
