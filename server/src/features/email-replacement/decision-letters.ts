import type { EntityManager } from 'typeorm';

import type { Account } from '../../account/account.entity.js';
import type { Contact } from '../../account/contact.js';
import type { Correspondence, Hold, Letter } from '../../account/correspondence.js';
import { contactOf, type Identifiers, isContact } from '../../account/identifiers.js';
import type { OneTimeSecrets } from '../../account/one-time-secrets.js';
import { DAY_MS, HOUR_MS } from '../../platform/clock.js';
import { DECISION_REASONS } from './decision-reasons.js';
import type { DeskCase } from './desk-case.js';
import {
  officeTime,
  replacementAhead,
  replacementApproved,
  replacementDeclined,
  replacementRejected,
  replacementReturned,
} from './replacement-review.messages.js';

export interface LetterLimits {
  readonly publicBaseUrl: string;
  readonly noticeMaxAgeH: number;
  /** How long a stop link outlives the approval: until the change, and some. */
  readonly stopLinkD: number;
  /** CASE_RETURN_D */
  readonly returnD: number;
}

interface Needs {
  readonly letters: Correspondence;
  readonly identifiers: Identifiers;
  readonly secrets: OneTimeSecrets;
}

export interface Told {
  readonly row: DeskCase;
  readonly account: Account | null;
  /** Nothing is sent before a decision can no longer be taken back. */
  readonly hold: Hold;
  readonly reasonCode: string | null;
  readonly message: string | null;
}

/** What people are told of a decision: the applicant at the new email, the owner at every channel the account has. */
export class DecisionLetters {
  constructor(
    private readonly needs: Needs,
    private readonly limits: LetterLimits,
  ) {}

  async approved(tx: EntityManager, told: Told, effectiveAt: Date): Promise<void> {
    const { row, account, hold } = told;
    const when = (language: 'id' | 'en') => officeTime(effectiveAt, row.office.zone, language);
    await this.#toApplicant(tx, told, replacementApproved(row.ticket, when(row.locale), row.locale));
    if (!account) return;
    for (const to of await this.#proven(account.id)) {
      const ttlMs = this.limits.stopLinkD * DAY_MS;
      const { credentialVersion, locale } = account;
      const bound = {
        purpose: 'REPLACEMENT_STOP' as const,
        subjectId: row.id,
        flowId: hold.causeId,
        to,
        ttlMs,
      };
      const { id: secretId, token } = await this.needs.secrets.issueLink(tx, { ...bound, credentialVersion });
      const url = `${this.limits.publicBaseUrl}/hentikan#${token}`;
      await this.#send(tx, replacementAhead(when(locale), url, locale), { to, account, hold, secretId });
    }
  }

  async rejected(tx: EntityManager, told: Told): Promise<void> {
    const { row, account, hold, message } = told;
    const letter = replacementRejected(row.ticket, reasonOf(told), message, row.locale);
    await this.#toApplicant(tx, told, letter);
    if (!account) return;
    for (const to of await this.#proven(account.id))
      await this.#send(tx, replacementDeclined(row.ticket, account.locale), { to, account, hold });
  }

  /** With a link, because the tab in which the request was made is seldom still there. */
  async returned(tx: EntityManager, told: Told, expiresAt: Date): Promise<void> {
    const { row, hold, message } = told;
    const purpose = 'REPLACEMENT_RETURN' as const;
    await this.needs.secrets.end(tx, 'SUPERSEDED', { purpose, subjectId: row.id });
    const bound = { purpose, subjectId: row.id, flowId: hold.causeId, to: applicantOf(row) };
    const ttlMs = this.limits.returnD * DAY_MS;
    const { id, token } = await this.needs.secrets.issueLink(tx, { ...bound, ttlMs, credentialVersion: 0 });
    const until = officeTime(expiresAt, row.office.zone, row.locale);
    const url = `${this.limits.publicBaseUrl}/status-permohonan#${token}`;
    const about = { ticket: row.ticket, until, url };
    await this.#toApplicant(tx, told, replacementReturned(about, reasonOf(told), message, row.locale), id);
  }

  #toApplicant(tx: EntityManager, { row, hold }: Told, letter: Letter, secretId?: string): Promise<void> {
    const ttlMs = this.limits.noticeMaxAgeH * HOUR_MS;
    const addressed = { to: applicantOf(row), language: row.locale, ttlMs, hold, secretId };
    return this.needs.letters.send(tx, letter, addressed);
  }

  #send(
    tx: EntityManager,
    letter: Letter,
    { to, account, hold, secretId }: { to: Contact; account: Account; hold: Hold; secretId?: string },
  ): Promise<void> {
    const ttlMs = this.limits.noticeMaxAgeH * HOUR_MS;
    const language = account.locale;
    return this.needs.letters.send(tx, letter, {
      to,
      language,
      accountId: account.id,
      ttlMs,
      hold,
      secretId,
    });
  }

  async #proven(accountId: string): Promise<Contact[]> {
    const known = await this.needs.identifiers.of(accountId);
    return known.filter((one) => isContact(one) && one.verifiedAt !== null).map(contactOf);
  }
}

const applicantOf = ({ newEmail, newEmailKey }: DeskCase): Contact => ({
  channel: 'EMAIL',
  value: newEmail,
  key: newEmailKey,
});

const NO_REASON = {
  id: 'Permohonan tidak memenuhi syarat.',
  en: 'The request does not meet the requirements.',
};

const reasonOf = ({ reasonCode }: Told) =>
  DECISION_REASONS.find(({ code }) => code === reasonCode)?.letter ?? NO_REASON;
