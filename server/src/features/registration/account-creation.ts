import type { EntityManager } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import { AccountStatus } from '../../account/account-status.js';
import type { ActivationSecrets } from '../../account/activation-secrets.js';
import { ActorKind } from '../../account/business-actor.js';
import { BusinessEntity } from '../../account/business-entity.entity.js';
import { Consent } from '../../account/consent.entity.js';
import type { Contact } from '../../account/contact.js';
import type { Identifiers } from '../../account/identifiers.js';
import { IdentityLink } from '../../account/identity-link.entity.js';
import type { PersonalData } from '../../account/personal-data.js';
import type { Now } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import type { RegistrationDraft } from './registration-draft.entity.js';
import type { Profile } from './registration-profile.js';
import type { Declaration } from './registration-rules.js';

/** Version of the declaration text people accept; its words stand in docs/privacy.md. */
const TERMS_VERSION = '2026-11';

export interface NewAccount {
  readonly id: string;
  readonly username: string;
  readonly passwordHash: string;
  readonly draft: RegistrationDraft;
  readonly declaration: Declaration;
  readonly profile: Profile;
  readonly proven: Contact;
}

interface Needs {
  readonly identifiers: Identifiers;
  readonly personal: PersonalData;
  readonly activation: ActivationSecrets;
  readonly now: Now;
}

/**
 * Writes the account with all that belongs to it, and owes every contact its activation. Unique keys decide who was
 * first: a username, a proven contact, an individual's NIK, an entity. The loser's whole unit of work is undone.
 */
export class AccountCreation {
  constructor(private readonly needs: Needs) {}

  /** Answers the contacts the activation went to. Throws the database's unique violation. */
  async create(tx: EntityManager, made: NewAccount): Promise<Contact[]> {
    const { identifiers } = this.needs;
    await tx.insert(Account, this.#account(made));
    await identifiers.addUsername(tx, made.id, made.username);
    await this.#identity(tx, made);
    await this.#entity(tx, made);
    await this.#consent(tx, made);
    await identifiers.addContact(tx, made.id, made.proven, true);
    await identifiers.dropUnproven(tx, made.proven.key);
    return this.#inviteAll(tx, made);
  }

  async #inviteAll(tx: EntityManager, made: NewAccount): Promise<Contact[]> {
    const { identifiers, activation } = this.needs;
    const { id, username, draft, profile, proven } = made;
    const account = { id, username, credentialVersion: 1, locale: draft.locale };
    await activation.sendOwed(tx, account, proven);
    for (const other of profile.otherContacts) {
      // Written down and named either way: which of them is known is nobody's business here.
      await identifiers.addContact(tx, id, other, false);
      const owned = await identifiers.ownedElsewhere(other, id);
      if (owned) await activation.tellOwnerOwed(tx, account, owned);
      else await activation.sendOwed(tx, account, other);
    }
    return [proven, ...profile.otherContacts];
  }

  #account({ id, passwordHash, draft, declaration, profile }: NewAccount) {
    const { personal } = this.needs;
    const { nik, passport, scale, actor, entity } = declaration;
    const { fullName, birthDate, sex, position, address, npwp, warnings } = profile;
    return {
      id,
      status: AccountStatus.AWAITING_ACTIVATION,
      passwordHash,
      scale,
      actor,
      fullName,
      sex,
      position,
      ...address,
      birthDateSealed: personal.close(id, 'birthDate', birthDate),
      nikSealed: personal.close(id, 'nik', nik),
      passportSealed: personal.close(id, 'passport', passport),
      npwpSealed: personal.close(id, 'npwp', npwp),
      nib: entity?.nib ?? null,
      locale: draft.locale,
      warnings: warnings.join(',').slice(0, 255),
      createdAt: this.needs.now(),
    };
  }

  async #identity(tx: EntityManager, { id, declaration }: NewAccount): Promise<void> {
    const { personal } = this.needs;
    const { nik, passport, passportCountry, actor } = declaration;
    const holds = actor === ActorKind.INDIVIDUAL;
    const role = holds ? ('HOLDER' as const) : ('RESPONSIBLE_PERSON' as const);
    const indexes = [
      ...(nik ? [personal.nikIndex(nik)] : []),
      ...(passport && passportCountry ? [personal.passportIndex(passportCountry, passport)] : []),
    ];
    for (const blindIndex of indexes) {
      // A passport number is given anew with every renewal: it finds, it does not hold.
      const holderKey = holds && nik && blindIndex === personal.nikIndex(nik) ? blindIndex : null;
      await tx.insert(IdentityLink, {
        id: newId(this.needs.now()),
        accountId: id,
        role,
        blindIndex,
        holderKey,
      });
    }
  }

  async #entity(tx: EntityManager, { id, declaration: { entity } }: NewAccount): Promise<void> {
    if (!entity) return;
    const { kind, name, npwp, registrationNumber, country } = entity;
    const { personal } = this.needs;
    const npwpSealed = personal.close(id, 'entityNpwp', npwp);
    const entityKey = personal.entityKey({ npwp, country, registrationNumber });
    await tx.insert(BusinessEntity, {
      accountId: id,
      kind,
      name,
      npwpSealed,
      registrationNumber,
      country,
      entityKey,
    });
  }

  async #consent(tx: EntityManager, { id, profile }: NewAccount): Promise<void> {
    const { at, language, source } = profile.acceptance;
    const acceptedAt = new Date(at);
    const accepted = { textVersion: TERMS_VERSION, language, source, acceptedAt };
    await tx.insert(Consent, { id: newId(acceptedAt), accountId: id, ...accepted });
  }
}
