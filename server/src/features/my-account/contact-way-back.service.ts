import { type EntityManager, MoreThan } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import type { Caller } from '../../account/caller.js';
import { type Contact, maskContact } from '../../account/contact.js';
import type { Correspondence } from '../../account/correspondence.js';
import type { CredentialChange } from '../../account/credential-change.js';
import type { Identifier } from '../../account/identifier.entity.js';
import { contactOf, type Identifiers } from '../../account/identifiers.js';
import { LinkExpired, LinkRejected } from '../../account/link.results.js';
import { OneTimeSecret } from '../../account/one-time-secret.entity.js';
import type { OneTimeSecrets } from '../../account/one-time-secrets.js';
import { byOwner } from '../../account/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import { after, DAY_MS, type Now } from '../../platform/clock.js';
import { type Database, Undo } from '../../platform/database/transact.js';
import type { UndoContactChangeInput } from './contact-change.input.js';
import { contactReplaced, contactRestored } from './contact-change.messages.js';
import { ContactChangeUndone, type UndoContactChangeResult } from './contact-change.result.js';

interface Needs {
  readonly db: Database;
  readonly identifiers: Identifiers;
  readonly secrets: OneTimeSecrets;
  readonly letters: Correspondence;
  readonly change: CredentialChange;
  readonly audit: Audit;
  readonly now: Now;
  readonly publicBaseUrl: string;
  /** CASE_UNDO_D. */
  readonly undoD: number;
}

/** The former contact may take its place back for some days: a stolen session must not be enough to keep an account. */
export class ContactWayBack {
  constructor(private readonly needs: Needs) {}

  reservedUntil(): Date {
    return after(this.needs.now(), this.needs.undoD * DAY_MS);
  }

  /** Sends the link to the contact that was replaced by `to`. */
  async offer(tx: EntityManager, account: Account, former: Identifier, to: Contact): Promise<void> {
    const { secrets, letters, publicBaseUrl, undoD } = this.needs;
    const contact = contactOf(former);
    const ttlMs = undoD * DAY_MS;
    const bound = {
      subjectId: account.id,
      flowId: former.id,
      to: contact,
      credentialVersion: account.credentialVersion + 1,
      ttlMs,
    };
    const { id: secretId, token } = await secrets.issueLink(tx, { purpose: 'CONTACT_CHANGE_UNDO', ...bound });
    const url = `${publicBaseUrl}/kembalikan-kontak#${token}`;
    const letter = contactReplaced(url, maskContact(to), undoD, account.locale);
    await letters.send(tx, letter, {
      to: contact,
      language: account.locale,
      accountId: account.id,
      secretId,
      ttlMs,
    });
  }

  async undo(input: UndoContactChangeInput, caller: Caller): Promise<UndoContactChangeResult> {
    const { db, identifiers, secrets, change, letters, audit } = this.needs;
    const command = secrets.command(input);
    const secret = await secrets.openLink('CONTACT_CHANGE_UNDO', input.token, command);
    if (secret === 'EXPIRED') return new LinkExpired();
    if (secret === 'REJECTED' || !secret.flowId) return new LinkRejected();
    const { subjectId: id, flowId: formerId, channel, destination, destinationKey } = secret;
    const former: Contact = { channel, value: destination, key: destinationKey };
    return db.transact(async (tx): Promise<UndoContactChangeResult> => {
      const account = await tx.findOneBy(Account, { id });
      const current = (await identifiers.of(id))
        .map(contactOf)
        .find((contact) => contact.channel === channel);
      const spent = await secrets.spend(tx, secret, command);
      if (!spent && (await secrets.hasSpent(tx, secret, command))) return new ContactChangeUndone(former);
      const done =
        spent &&
        account !== null &&
        current !== undefined &&
        (await identifiers.restore(tx, formerId, current.key)) &&
        (await change.apply(tx, account, { reason: 'CONTACT_RESTORED' })) !== null;
      if (!done) throw new Undo(new LinkRejected());
      await this.#endLaterWays(tx, secret);
      await secrets.end(tx, 'VOID', { subjectId: id, purpose: 'NOT_ME', destinationKey: current.key });
      await letters.notify(tx, contactRestored(account.locale), account, [current]);
      await audit.record(tx, {
        ...byOwner(id, caller),
        event: 'CONTACT_CHANGED',
        reasonCode: 'UNDONE',
        after: { contact: maskContact(former) },
      });
      return new ContactChangeUndone(former);
    });
  }

  /** What was changed after this contact was replaced went to whoever replaced it: their ways back are over. Earlier ones stay. */
  async #endLaterWays(tx: EntityManager, { subjectId, purpose, channel, createdAt }: OneTimeSecret) {
    const later = { subjectId, purpose, channel, status: 'ISSUED' as const, createdAt: MoreThan(createdAt) };
    for (const { flowId } of await tx.findBy(OneTimeSecret, later)) {
      if (flowId) await this.needs.secrets.end(tx, 'VOID', { subjectId, purpose, flowId });
    }
  }
}
