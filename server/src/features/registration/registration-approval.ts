import { In } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import { ActorKind } from '../../account/business-actor.js';
import { BusinessEntity } from '../../account/business-entity.entity.js';
import type { Contact } from '../../account/contact.js';
import type { Correspondence } from '../../account/correspondence.js';
import { IdentityLink } from '../../account/identity-link.entity.js';
import type { PersonalData } from '../../account/personal-data.js';
import { byOwner } from '../../account/trail.js';
import { newUsername } from '../../account/username.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import { transition } from '../../platform/database/transition.js';
import { isUniqueViolation } from '../../platform/database/unique-violation.js';
import { newId } from '../../platform/ids.js';
import type { AccountCreation, NewAccount } from './account-creation.js';
import { identityRegisteredAgain } from './registration-completion.messages.js';
import { RegistrationDraft } from './registration-draft.entity.js';
import { ENDED, type RegistrationDrafts } from './registration-drafts.js';
import type { Profile } from './registration-profile.js';

export type Approved =
  | { readonly outcome: 'CREATED'; readonly username: string; readonly sentTo: Contact[] }
  | { readonly outcome: 'IDENTITY_TAKEN' }
  | { readonly outcome: 'GONE' };

export interface Ending {
  readonly draft: RegistrationDraft;
  /** What the draft lies under once it is over: its own, or that of the command that ended it, for a repeat of that. */
  readonly endKey: string;
}

interface Needs {
  readonly db: Database;
  readonly drafts: RegistrationDrafts;
  readonly creation: AccountCreation;
  readonly personal: PersonalData;
  readonly letters: Correspondence;
  readonly audit: Audit;
  readonly now: Now;
}

const USERNAME_TRIES = 5;

/** The registries said yes: turns a draft into an account, once, whoever else tries at the same time. */
export class RegistrationApproval {
  constructor(private readonly needs: Needs) {}

  async approve(ending: Ending, profile: Profile, passwordHash: string): Promise<Approved> {
    const { draft } = ending;
    const declaration = this.needs.drafts.declarationOf(draft);
    const proven = this.needs.drafts.contactOf(draft);
    const id = newId(this.needs.now());
    if (await this.#holder(draft)) return this.#refuseTaken(ending);
    for (let tries = 1; ; tries += 1) {
      const username = newUsername(profile.fullName);
      try {
        const made = { id, username, passwordHash, draft, declaration, profile, proven };
        return await this.#create(made, ending.endKey);
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        if (await this.#holder(draft)) return this.#refuseTaken(ending);
        // The contact was proven by another account meanwhile, or a username drawn twice: only the latter is worth a retry.
        if (tries === USERNAME_TRIES) return { outcome: 'GONE' };
      }
    }
  }

  async #create(made: NewAccount, keyHash: string): Promise<Approved> {
    const { db, creation, audit } = this.needs;
    const { id, username, draft } = made;
    const sentTo = [made.proven, ...made.profile.otherContacts];
    return db.transact(async (tx): Promise<Approved> => {
      // The COMMIT of an earlier run may have got through although its answer was lost: then this is the winner's own row.
      if (await tx.existsBy(Account, { id })) return { outcome: 'CREATED', username, sentTo };
      const done = {
        step: 'COMPLETED' as const,
        accountId: id,
        keyHash,
        completionSealed: null,
        passwordHash: null,
        registryRetryAt: null,
      };
      if (
        !(await transition(
          tx,
          RegistrationDraft,
          { id: draft.id, step: draft.step, keyHash: draft.keyHash },
          done,
        ))
      ) {
        return { outcome: 'GONE' };
      }
      await creation.create(tx, made);
      const about = byOwner(id, draft);
      await audit.record(tx, { ...about, event: 'ACCOUNT_CREATED' });
      await audit.record(tx, { ...about, event: 'CONSENT_GIVEN' });
      return { outcome: 'CREATED', username, sentTo };
    });
  }

  /** Said only after the contact was proven and the registry matched; the holder is told (R93). */
  async #refuseTaken({ draft, endKey }: Ending): Promise<Approved> {
    const { db, letters } = this.needs;
    const holder = await this.#holder(draft);
    return db.transact(async (tx): Promise<Approved> => {
      const ended = { ...ENDED, keyHash: endKey };
      const moved = await transition(tx, RegistrationDraft, { id: draft.id, step: draft.step }, ended);
      if (moved && holder) await letters.inform(tx, identityRegisteredAgain(holder.locale), holder);
      // Unless an earlier run of this unit got through, the holder may be the account that this very draft has become.
      const left = { id: draft.id, step: ended.step, keyHash: endKey };
      const mine = moved || (await tx.existsBy(RegistrationDraft, left));
      return { outcome: mine ? 'IDENTITY_TAKEN' : 'GONE' };
    });
  }

  /** The account that holds this NIK, or this entity by its tax, home registration or business number. */
  async #holder(draft: RegistrationDraft): Promise<Account | null> {
    const { db, drafts, personal } = this.needs;
    const { actor, nik, entity } = drafts.declarationOf(draft);
    const keys = entity ? personal.entityKeys(entity) : [];
    const links = await Promise.all([
      actor === ActorKind.INDIVIDUAL && nik
        ? db.rows.findBy(IdentityLink, { holderKey: In(personal.nikIndexes(nik)) })
        : [],
      keys.length > 0 ? db.rows.findBy(BusinessEntity, { entityKey: In(keys) }) : [],
    ]);
    const ids = links.flat().map(({ accountId }) => accountId);
    const byNib = entity?.nib ? await db.rows.findOneBy(Account, { nib: entity.nib }) : null;
    return ids.length > 0 ? db.rows.findOneBy(Account, { id: In(ids) }) : byNib;
  }
}
