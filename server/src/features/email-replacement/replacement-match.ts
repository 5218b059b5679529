import type { EntityManager } from 'typeorm';

import type { Account } from '../../account/account.entity.js';
import { accountsByIdentity } from '../../account/accounts-by-identity.js';
import { maskContact } from '../../account/contact.js';
import { contactOf, type Identifiers, isContact } from '../../account/identifiers.js';
import type { PersonalData } from '../../account/personal-data.js';
import type { AttemptBudgets } from '../../platform/budget/attempt-budgets.js';
import type { Budget } from '../../platform/budget/budget.js';
import type { Now } from '../../platform/clock.js';
import { ReplacementRequest } from './replacement-request.entity.js';
import { amend } from './replacement-status.js';
import type { SealedFacts } from './sealed-facts.js';

export const MATCH_REPLACEMENT = 'MATCH_REPLACEMENT';

export interface ToMatch {
  readonly id: string;
}

interface Needs {
  readonly facts: SealedFacts;
  readonly personal: PersonalData;
  readonly identifiers: Identifiers;
  readonly budgets: AttemptBudgets;
  readonly now: Now;
  /** FORGOT_BUDGET_NIK: a case shows no more of an account than a look-up does (R51). */
  readonly lookups: readonly Budget[];
}

/** Finds the account a new case is about, after its applicant has been answered. */
export class ReplacementMatch {
  constructor(private readonly needs: Needs) {}

  async answer(tx: EntityManager, { id }: ToMatch): Promise<undefined> {
    const request = await tx.findOneBy(ReplacementRequest, { id, accountMatch: 'PENDING' });
    if (!request) return;
    const { facts, personal, budgets, lookups, now } = this.needs;
    const nik = facts.open(id, 'nik', request.nikSealed);
    const nib = request.nibSealed && facts.open(id, 'nib', request.nibSealed);
    // Taken whether or not anything is found, like the look-up's own.
    const mayShow = !(await budgets.takeWithin(tx, { name: 'FORGOT_NIK', subject: nik, budgets: lookups }));
    const found = await accountsByIdentity(tx, personal, { nik, nib });
    const account = await this.#meant(request, found);
    const set = account
      ? { ...recorded(account), ...(mayShow ? await this.#otherChannel(account) : {}) }
      : { accountMatch: found.length > 1 ? ('SEVERAL' as const) : ('NONE' as const) };
    await amend(tx, request, { now: now(), set });
  }

  /** Of several accounts of one NIK the one whose username or contact was named. */
  async #meant(request: ReplacementRequest, found: readonly Account[]): Promise<Account | undefined> {
    const { facts, identifiers } = this.needs;
    if (found.length < 2 || !request.identifierSealed) return found.length < 2 ? found[0] : undefined;
    const owner = await identifiers.ownerOf(facts.open(request.id, 'identifier', request.identifierSealed));
    return found.find(({ id }) => id === owner);
  }

  /** A proven number; the email is what was called dead. */
  async #otherChannel({ id }: Account) {
    const contacts = (await this.needs.identifiers.of(id)).filter(isContact);
    const other = contacts.find(({ kind, verifiedAt }) => kind === 'PHONE' && verifiedAt !== null);
    if (!other) return {};
    const contact = contactOf(other);
    return { otherChannel: contact.channel, otherChannelMask: maskContact(contact) };
  }
}

const recorded = ({ id, version, actor }: Account) => ({
  accountId: id,
  accountVersion: version,
  actor,
  accountMatch: 'ONE' as const,
});
