import { Account } from '../../account/account.entity.js';
import type { ActivationSecrets } from '../../account/activation-secrets.js';
import { contactOf, type Identifiers, isContact } from '../../account/identifiers.js';
import { after } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import type { CompleteRegistrationInput } from './registration-completion.input.js';
import {
  IdentityAlreadyRegistered,
  RegistrationCompleted,
  RegistrationPending,
} from './registration-completion.result.js';
import type { RegistrationDraft } from './registration-draft.entity.js';
import type { RegistrationDrafts } from './registration-drafts.js';
import { RegistrationExpired } from './registration-start.result.js';

type Repeated = RegistrationCompleted | RegistrationPending | IdentityAlreadyRegistered | RegistrationExpired;

interface Needs {
  readonly db: Database;
  readonly drafts: RegistrationDrafts;
  readonly identifiers: Identifiers;
  readonly activation: ActivationSecrets;
}

/** A registration that is handed in again because the answer was lost: the same answer, and nothing is done twice. */
export class RegistrationRepeats {
  constructor(private readonly needs: Needs) {}

  /** Without the key of the first command a registration that is over has ended, and no more is said of it. */
  async completion(input: CompleteRegistrationInput): Promise<Repeated> {
    const { drafts } = this.needs;
    if (await drafts.find(input.registrationToken, 'AWAITING_REGISTRY')) return new RegistrationPending();
    const token = drafts.tokenAfter(input, input.registrationToken);
    const completed = await drafts.find(token, 'COMPLETED');
    if (completed) return this.#completed(completed);
    // Only its own command leaves a draft under this token; one that others ended keeps its own.
    return (await drafts.find(token, 'SUPERSEDED'))
      ? new IdentityAlreadyRegistered()
      : new RegistrationExpired();
  }

  async #completed({ accountId }: RegistrationDraft): Promise<RegistrationCompleted | RegistrationExpired> {
    const { db, identifiers, activation } = this.needs;
    const id = accountId ?? '';
    const account = await db.rows.findOneBy(Account, { id });
    if (!account) return new RegistrationExpired(); // never activated, and deleted since
    const known = await identifiers.of(id);
    const [username] = known.filter((one) => !isContact(one));
    return new RegistrationCompleted({
      username: username?.value ?? '',
      sentTo: known.filter(isContact).map(contactOf),
      activationExpiresAt: after(account.createdAt, activation.linkTtlMs),
      warnings: account.warnings.split(',').filter(Boolean),
    });
  }
}
