import type { EntityManager } from 'typeorm';

import type { Caller } from '../../account/caller.js';
import type { Contact } from '../../account/contact.js';
import { contactHasAccount } from '../../account/contact-taken.messages.js';
import type { Correspondence } from '../../account/correspondence.js';
import type { Identifiers } from '../../account/identifiers.js';
import type { Binding, OneTimeSecrets } from '../../account/one-time-secrets.js';
import type { SendBudgets } from '../../account/send-budgets.js';
import { byStranger } from '../../account/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import { type Captcha, CaptchaPurpose } from '../../platform/captcha/captcha.js';
import { CaptchaRejected } from '../../platform/captcha/captcha-rejected.result.js';
import { after, HOUR_MS, MINUTE_MS, type Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import { transition } from '../../platform/database/transition.js';
import { isUniqueViolation } from '../../platform/database/unique-violation.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import { newId } from '../../platform/ids.js';
import type { Outbox } from '../../platform/outbox/outbox.js';
import type { Language } from '../../platform/words/language.js';
import { RegistrationDraft } from './registration-draft.entity.js';
import type { RegistrationDrafts } from './registration-drafts.js';
import { type Declaration, readDeclaration } from './registration-rules.js';
import type { ResendRegistrationCodeInput, StartRegistrationInput } from './registration-start.input.js';
import { registrationCode } from './registration-start.messages.js';
import {
  RegistrationExpired,
  RegistrationStarted,
  type ResendRegistrationCodeResult,
  type StartRegistrationResult,
} from './registration-start.result.js';

export interface StartLimits {
  readonly codeTtlMin: number;
  readonly draftUnverifiedH: number;
  readonly countries: readonly string[];
  readonly publicBaseUrl: string;
}

interface Opening {
  readonly id: string;
  readonly token: string;
  readonly declaration: Declaration;
  readonly contact: Contact;
}

interface Needs {
  readonly db: Database;
  readonly captcha: Captcha;
  readonly drafts: RegistrationDrafts;
  readonly identifiers: Identifiers;
  readonly secrets: OneTimeSecrets;
  readonly sends: SendBudgets;
  readonly outbox: Outbox;
  readonly letters: Correspondence;
  readonly audit: Audit;
  readonly now: Now;
}

/** Opens a registration and sends its code. Known and unknown contacts get the same answer and the same work (R33). */
export class RegistrationStartService {
  constructor(
    private readonly needs: Needs,
    private readonly limits: StartLimits,
  ) {}

  async start(input: StartRegistrationInput, caller: Caller): Promise<StartRegistrationResult> {
    const { drafts, sends, captcha } = this.needs;
    const { declaration, contact } = readDeclaration(input, this.#rules());
    const { token, before } = await drafts.opening(input);
    if (before) return this.#started(token, drafts.contactOf(before), before.createdAt);
    await this.needs.outbox.assertRoom();
    const solved = await captcha.verify(CaptchaPurpose.REGISTER, input.captcha ?? undefined, caller.source);
    if (!solved) return new CaptchaRejected();
    const retryAt = await sends.takeForTyped('REGISTRATION', contact, caller.source);
    if (retryAt) return new TooManyRequests(retryAt);

    const now = this.needs.now();
    await this.#open({ id: newId(now), token, declaration, contact }, caller);
    return this.#started(token, contact, now);
  }

  async #open({ id, token, declaration, contact }: Opening, caller: Caller): Promise<void> {
    const { db, drafts, audit, now } = this.needs;
    const createdAt = now();
    const draft = {
      ...drafts.fresh(id, token, declaration, contact),
      locale: caller.language,
      source: caller.source,
      createdAt,
      expiresAt: after(createdAt, this.limits.draftUnverifiedH * HOUR_MS),
    };
    const about = { ...byStranger(caller), subjectKind: 'DRAFT', subjectId: id };
    const open = async (tx: EntityManager) => {
      await tx.insert(RegistrationDraft, draft);
      await this.#sendCode(tx, id, contact, caller.language);
      await audit.record(tx, { ...about, event: 'REGISTRATION_STARTED' });
    };
    try {
      await db.transact(open);
    } catch (error) {
      // The same command, sent twice at once: the other run of it has opened the draft and sent the code.
      if (!isUniqueViolation(error)) throw error;
    }
  }

  /** Supersedes the earlier code; with `contact`, goes on with another address. */
  async resend(input: ResendRegistrationCodeInput, caller: Caller): Promise<ResendRegistrationCodeResult> {
    const { db, drafts, sends, secrets } = this.needs;
    const token = input.registrationToken;
    const draft = await drafts.find(token, 'CONTACT_UNVERIFIED');
    if (!draft) return new RegistrationExpired();
    const contact = drafts.contactFor(draft, input, this.limits.countries);
    await this.needs.outbox.assertRoom();
    const retryAt = await sends.takeForTyped('REGISTRATION', contact, caller.source);
    if (retryAt) return new TooManyRequests(retryAt);

    const resent = await db.transact(async (tx) => {
      const same = { id: draft.id, step: draft.step, contactKey: draft.contactKey };
      const address = { channel: contact.channel, contact: contact.value, contactKey: contact.key };
      if (!(await transition(tx, RegistrationDraft, same, address))) return false;
      await secrets.end(tx, 'SUPERSEDED', { subjectId: draft.id, purpose: 'REGISTRATION' });
      await this.#sendCode(tx, draft.id, contact, caller.language);
      return true;
    });
    return resent ? this.#started(token, contact, this.needs.now()) : new RegistrationExpired();
  }

  /** One secret and one message either way: a contact with an account gets word instead of a code, and a row no code opens. */
  async #sendCode(tx: EntityManager, draftId: string, to: Contact, language: Language): Promise<void> {
    const { identifiers, secrets, letters } = this.needs;
    const ttlMs = this.limits.codeTtlMin * MINUTE_MS;
    const binding: Binding = { purpose: 'REGISTRATION', subjectId: draftId, to, credentialVersion: 0, ttlMs };
    const owned = await identifiers.ownedElsewhere(to);
    if (owned) {
      const { id: secretId } = await secrets.issueDecoy(tx, binding);
      await letters.send(tx, contactHasAccount(this.limits.publicBaseUrl, language), {
        to: owned,
        language,
        secretId,
        ttlMs,
      });
      return;
    }
    const { id: secretId, code } = await secrets.issueCode(tx, binding);
    await letters.send(tx, registrationCode(code, this.limits.codeTtlMin, language), {
      to,
      language,
      secretId,
      ttlMs,
    });
  }

  #started(token: string, contact: Contact, sentAt: Date): RegistrationStarted {
    return new RegistrationStarted({
      token,
      contact,
      codeExpiresAt: after(sentAt, this.limits.codeTtlMin * MINUTE_MS),
      resendAvailableAt: this.needs.sends.resendAvailableAt(sentAt),
    });
  }

  #rules() {
    return { countries: this.limits.countries, today: this.needs.now().toISOString().slice(0, 10) };
  }
}
