import type { EntityManager } from 'typeorm';

import type { Contact } from '../../account/contact.js';
import { contactHasAccount } from '../../account/contact-taken.messages.js';
import type { Correspondence } from '../../account/correspondence.js';
import type { Identifiers } from '../../account/identifiers.js';
import type { OneTimeSecrets } from '../../account/one-time-secrets.js';
import type { SendBudgets } from '../../account/send-budgets.js';
import { after, MINUTE_MS, type Now } from '../../platform/clock.js';
import type { Language } from '../../platform/words/language.js';
import { newEmailCode } from './replacement-application.messages.js';
import { NewEmailCodeSent } from './replacement-application.result.js';

interface Needs {
  readonly identifiers: Identifiers;
  readonly secrets: OneTimeSecrets;
  readonly letters: Correspondence;
  readonly sends: SendBudgets;
  readonly now: Now;
  readonly publicBaseUrl: string;
  readonly codeTtlMin: number;
}

/** The code by which the new email proves itself. */
export class NewEmailCodes {
  constructor(private readonly needs: Needs) {}

  /** One secret and one message either way: an address with an account gets word instead of a code, and a row no code opens. */
  async send(tx: EntityManager, requestId: string, to: Contact, language: Language): Promise<void> {
    const { identifiers, secrets, letters, publicBaseUrl, codeTtlMin } = this.needs;
    const ttlMs = codeTtlMin * MINUTE_MS;
    const purpose = 'REPLACEMENT_EMAIL' as const;
    const binding = { purpose, subjectId: requestId, to, credentialVersion: 0, ttlMs };
    await secrets.end(tx, 'SUPERSEDED', { purpose, subjectId: requestId });
    const owned = await identifiers.ownedElsewhere(to);
    if (owned) {
      const { id: secretId } = await secrets.issueDecoy(tx, binding);
      const letter = contactHasAccount(publicBaseUrl, language);
      await letters.send(tx, letter, { to: owned, language, secretId, ttlMs });
      return;
    }
    const { id: secretId, code } = await secrets.issueCode(tx, binding);
    await letters.send(tx, newEmailCode(code, codeTtlMin, language), { to, language, secretId, ttlMs });
  }

  sent(to: Contact, sentAt = this.needs.now()): NewEmailCodeSent {
    const { sends, codeTtlMin } = this.needs;
    return new NewEmailCodeSent(to, after(sentAt, codeTtlMin * MINUTE_MS), sends.resendAvailableAt(sentAt));
  }
}
