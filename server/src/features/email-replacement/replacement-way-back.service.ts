import { type EntityManager, MoreThanOrEqual } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import type { AccountCautions } from '../../account/account-cautions.js';
import type { Caller } from '../../account/caller.js';
import { type Contact, maskContact } from '../../account/contact.js';
import type { Correspondence } from '../../account/correspondence.js';
import type { CredentialChange } from '../../account/credential-change.js';
import { Identifier, type IdentifierKind } from '../../account/identifier.entity.js';
import { contactOf, type Identifiers } from '../../account/identifiers.js';
import { LinkExpired, LinkRejected } from '../../account/link.results.js';
import { OneTimeSecret } from '../../account/one-time-secret.entity.js';
import type { OneTimeSecrets } from '../../account/one-time-secrets.js';
import type { Passwords } from '../../account/password.js';
import { byOwner } from '../../account/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import { after, DAY_MS, HOUR_MS, type Now } from '../../platform/clock.js';
import { forUpdate } from '../../platform/database/dialect.js';
import { type Database, Undo } from '../../platform/database/transact.js';
import { replacementUndone } from './replacement-effect.messages.js';
import type { UndoEmailReplacementInput } from './replacement-objection.input.js';
import { EmailReplacementUndone, type UndoEmailReplacementResult } from './replacement-objection.result.js';
import { ReplacementRequest } from './replacement-request.entity.js';
import { move, ReplacementStatus } from './replacement-status.js';

interface Needs {
  readonly db: Database;
  readonly identifiers: Identifiers;
  readonly secrets: OneTimeSecrets;
  readonly passwords: Passwords;
  readonly change: CredentialChange;
  readonly cautions: AccountCautions;
  readonly letters: Correspondence;
  readonly audit: Audit;
  readonly now: Now;
  readonly holdH: number;
  readonly contestD: number;
}

/** The old address takes the account back, for some days after it was replaced, whatever its new holder did meanwhile. */
export class ReplacementWayBackService {
  constructor(private readonly needs: Needs) {}

  async undo(input: UndoEmailReplacementInput, caller: Caller): Promise<UndoEmailReplacementResult> {
    const { db, secrets } = this.needs;
    const command = secrets.command(input);
    const secret = await secrets.openLink('REPLACEMENT_UNDO', input.token, command);
    if (secret === 'EXPIRED') return new LinkExpired();
    if (secret === 'REJECTED' || !secret.flowId) return new LinkRejected();
    return db.transact(async (tx): Promise<UndoEmailReplacementResult> => {
      const request = await tx.findOne(ReplacementRequest, {
        where: { id: secret.subjectId },
        lock: forUpdate(tx),
      });
      const spent = await secrets.spend(tx, secret, command);
      if (!spent && request && (await secrets.hasSpent(tx, secret, command)))
        return new EmailReplacementUndone(request.ticket);
      const done = spent && request?.appliedAt && (await this.#restore(tx, request, secret, caller));
      if (!done || !request) throw new Undo(new LinkRejected());
      return new EmailReplacementUndone(request.ticket);
    });
  }

  async #restore(
    tx: EntityManager,
    request: ReplacementRequest,
    secret: OneTimeSecret,
    caller: Caller,
  ): Promise<boolean> {
    const { change, cautions, letters, audit, now, holdH, contestD, passwords } = this.needs;
    const { accountId: id, appliedAt } = request;
    const account = id && (await tx.findOne(Account, { where: { id }, lock: forUpdate(tx) }));
    if (!account || !appliedAt || request.status !== ReplacementStatus.APPLIED) return false;
    const removed = await this.#putBack(tx, account.id, appliedAt, secret);
    if (!removed) return false;
    // A password or contact changed since then may be known to whoever has to leave.
    const untouched = account.credentialVersion === secret.credentialVersion;
    const set = untouched ? {} : { set: { passwordHash: passwords.nobodys } };
    if (!(await change.apply(tx, account, { reason: 'REPLACEMENT_UNDONE', ...set }))) return false;
    // Ways back from changes made since then lead to whoever made them.
    await this.#endLaterWays(tx, account.id, appliedAt);
    await cautions.contest(tx, account.id, after(now(), contestD * DAY_MS));
    await cautions.holdRecovery(tx, account.id, after(now(), holdH * HOUR_MS));
    if (!(await move(tx, request, ReplacementStatus.UNDONE, { now: now() }))) return false;
    const { ticket, id: caseId } = request;
    await letters.inform(tx, replacementUndone(ticket, account.locale), account, removed);
    const before = { contacts: removed.map(maskContact).join(', ') };
    await audit.record(tx, { ...byOwner(account.id, caller), event: 'CASE_UNDONE', caseId, before });
    return true;
  }

  /** The old email and every number as they were; answers the contacts that had to go, null when the email cannot come back. */
  async #putBack(
    tx: EntityManager,
    accountId: string,
    appliedAt: Date,
    { flowId: formerEmailId }: OneTimeSecret,
  ): Promise<Contact[] | null> {
    const { identifiers } = this.needs;
    const current = await identifiers.of(accountId);
    const of = (kind: IdentifierKind) => current.find((one) => one.kind === kind);
    const [email, phone] = [of('EMAIL'), of('PHONE')];
    if (!email || !(await identifiers.restore(tx, formerEmailId ?? '', email.contactKey))) return null;
    if (!phone || phone.createdAt < appliedAt) return [contactOf(email)];
    const since = { accountId, kind: 'PHONE' as const, replacedAt: MoreThanOrEqual(appliedAt) };
    const [former] = await tx.find(Identifier, { where: since, order: { replacedAt: 'ASC' }, take: 1 });
    if (!former || !(await identifiers.restore(tx, former.id, phone.contactKey)))
      await identifiers.dropContact(tx, accountId, 'WHATSAPP');
    return [contactOf(email), contactOf(phone)];
  }

  async #endLaterWays(tx: EntityManager, accountId: string, appliedAt: Date): Promise<void> {
    const { secrets } = this.needs;
    const purpose = 'CONTACT_CHANGE_UNDO' as const;
    const since = {
      subjectId: accountId,
      purpose,
      status: 'ISSUED' as const,
      createdAt: MoreThanOrEqual(appliedAt),
    };
    for (const { flowId } of await tx.findBy(OneTimeSecret, since)) {
      if (flowId) await secrets.end(tx, 'VOID', { subjectId: accountId, purpose, flowId });
    }
  }
}
