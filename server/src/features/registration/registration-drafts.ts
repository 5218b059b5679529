import { type EntityManager, In, MoreThan, Not } from 'typeorm';

import { type Contact, readContact } from '../../account/contact.js';
import type { Identifiers } from '../../account/identifiers.js';
import type { OneTimeSecrets } from '../../account/one-time-secrets.js';
import type { Now } from '../../platform/clock.js';
import { newToken } from '../../platform/crypto/random-token.js';
import type { Seal } from '../../platform/crypto/seal.js';
import type { SecretHash } from '../../platform/crypto/secret-hash.js';
import type { Database } from '../../platform/database/transact.js';
import type { Repeatable } from '../../platform/idempotency/command-key.js';
import { RegistrationDraft } from './registration-draft.entity.js';
import { type Declaration, FieldReader } from './registration-rules.js';
import type { ResendRegistrationCodeInput } from './registration-start.input.js';
import type { RegistrationStep } from './registration-step.js';

const OPEN: RegistrationStep[] = ['CONTACT_UNVERIFIED', 'CONTACT_VERIFIED', 'AWAITING_REGISTRY'];

/** How a draft ends that leads to no account: nothing that was waiting in it stays. */
export const ENDED = {
  step: 'SUPERSEDED' as const,
  passwordHash: null,
  completionSealed: null,
  registryRetryAt: null,
};

interface Needs {
  readonly db: Database;
  readonly hash: SecretHash;
  readonly seal: Seal;
  readonly identifiers: Identifiers;
  readonly secrets: OneTimeSecrets;
  readonly now: Now;
}

/** Half-finished registrations, found by their token only. */
export class RegistrationDrafts {
  constructor(private readonly needs: Needs) {}

  /** The open draft of this token at this step, or null: unknown, finished, replaced and expired ones are alike. */
  find(token: string, step: RegistrationStep): Promise<RegistrationDraft | null> {
    const keyHash = In(this.needs.hash.all('draft', token));
    // Waiting for a registry is the service's delay, not the person's: it does not expire.
    const inTime = step === 'AWAITING_REGISTRY' ? {} : { expiresAt: MoreThan(this.needs.now()) };
    return this.needs.db.rows.findOneBy(RegistrationDraft, { keyHash, step, ...inTime });
  }

  keyHash(token: string): string {
    return this.needs.hash.of('draft', token);
  }

  /**
   * The token that a command leads to. With a key it is the same for every repeat of the command, so that one whose answer was
   * lost finds what it has done (R91); nobody else can know it.
   */
  tokenAfter({ idempotencyKey }: Repeatable, former = ''): string {
    return idempotencyKey ? this.needs.hash.of('draft-command', `${former} ${idempotencyKey}`) : newToken();
  }

  /** The draft that this very command has opened already, or the token for a new one. */
  async opening(command: Repeatable): Promise<{ token: string; before: RegistrationDraft | null }> {
    const token = this.tokenAfter(command);
    const keyHash = In(this.needs.hash.all('draft', token));
    const before = await this.needs.db.rows.findOneBy(RegistrationDraft, { keyHash });
    const isOpen = before?.step === 'CONTACT_UNVERIFIED' && before.expiresAt > this.needs.now();
    // A key whose registration is over opens another one, as no key does.
    return before && !isOpen ? { token: newToken(), before: null } : { token, before };
  }

  fresh(id: string, token: string, declaration: Declaration, contact: Contact) {
    return {
      id,
      keyHash: this.keyHash(token),
      step: 'CONTACT_UNVERIFIED' as const,
      channel: contact.channel,
      contact: contact.value,
      contactKey: contact.key,
      startSealed: this.needs.seal.close(JSON.stringify(declaration), `draft:start:${id}`),
    };
  }

  declarationOf({ id, startSealed }: RegistrationDraft): Declaration {
    return JSON.parse(this.needs.seal.open(startSealed, `draft:start:${id}`));
  }

  contactOf({ channel, contact, contactKey }: RegistrationDraft): Contact {
    return { channel, value: contact, key: contactKey };
  }

  /** Where the next code goes: the draft's own contact, or the one typed now. */
  contactFor(
    draft: RegistrationDraft,
    typed: ResendRegistrationCodeInput,
    allowed: readonly string[],
  ): Contact {
    if (!typed.contact) return this.contactOf(draft);
    const { scale } = this.declarationOf(draft);
    const countries = scale === 'NON_UMK' ? allowed : allowed.filter((code) => code === '62');
    const fields = new FieldReader();
    const channel = typed.channel ?? draft.channel;
    const contact = fields.read('contact', typed.contact, (raw) => readContact(channel, raw, { countries }));
    fields.done();
    return contact ?? this.contactOf(draft);
  }

  /**
   * This contact has shown its owner: whatever others began with it ends, with their passwords and secrets, and
   * accounts that merely wrote it down lose it (security.md 1.6).
   */
  async endOthers(tx: EntityManager, { id, contactKey }: RegistrationDraft): Promise<void> {
    const { secrets, identifiers } = this.needs;
    const others = await tx.findBy(RegistrationDraft, { contactKey, id: Not(id), step: In(OPEN) });
    if (others.length > 0)
      await tx.update(RegistrationDraft, { id: In(others.map((one) => one.id)), step: In(OPEN) }, ENDED);
    for (const other of others) await secrets.end(tx, 'VOID', { subjectId: other.id });
    for (const accountId of await identifiers.dropUnproven(tx, contactKey)) {
      await secrets.end(tx, 'VOID', { subjectId: accountId, destinationKey: contactKey });
    }
  }
}
