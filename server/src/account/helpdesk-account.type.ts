import { Field, ID, ObjectType } from 'type-graphql';

import type { Account } from './account.entity.js';
import { AccountStatus } from './account-status.js';
import { ActorKind } from './business-actor.js';
import type { BusinessEntity } from './business-entity.entity.js';
import { ContactChannel } from './channel.type.js';
import { type Channel, maskContact, maskNib } from './contact.js';
import type { Identifier, IdentifierKind } from './identifier.entity.js';
import { contactOf } from './identifiers.js';
import { maskName } from './person-name.js';

/** An account with what stands beside it, read in one statement. */
export type DeskAccount = Omit<Account, 'passwordHash'> & {
  readonly entity: BusinessEntity | null;
  /** Those in use; replaced ones left out. */
  readonly identifiers: readonly Identifier[];
};

@ObjectType('HelpdeskContact', { description: 'Masked.' })
export class HelpdeskContactView {
  @Field(() => ContactChannel)
  readonly channel: Channel;

  @Field(() => String)
  readonly value: string;

  @Field(() => Date, { nullable: true, description: 'Null until its owner has proven it.' })
  readonly verifiedAt: Date | null;

  constructor(identifier: Identifier) {
    const contact = contactOf(identifier);
    this.channel = contact.channel;
    this.value = maskContact(contact);
    this.verifiedAt = identifier.verifiedAt;
  }
}

/**
 * An account as the desk sees it: masks made here, username and entity name in full (security.md 4). Features add their
 * own fields to it from their folders.
 */
@ObjectType('HelpdeskAccount')
export class HelpdeskAccountView {
  @Field(() => ID)
  readonly id: string;

  @Field(() => String)
  readonly username: string;

  @Field(() => String, { description: 'Masked.' })
  readonly fullName: string;

  @Field(() => AccountStatus)
  readonly status: AccountStatus;

  @Field(() => ActorKind)
  readonly actor: ActorKind;

  @Field(() => String, { nullable: true })
  readonly entityName: string | null;

  @Field(() => String, { nullable: true, description: 'Masked.' })
  readonly nib: string | null;

  @Field(() => HelpdeskContactView, { nullable: true })
  readonly email: HelpdeskContactView | null;

  @Field(() => HelpdeskContactView, { nullable: true })
  readonly whatsapp: HelpdeskContactView | null;

  @Field(() => String, {
    nullable: true,
    description: 'District and regency or city, as they were called then.',
  })
  readonly regionName: string | null;

  @Field(() => Date)
  readonly createdAt: Date;

  @Field(() => Date, { nullable: true })
  readonly activatedAt: Date | null;

  /** What the other fields are made from; not itself part of the schema. */
  readonly row: DeskAccount;

  constructor(row: DeskAccount) {
    const contact = (kind: IdentifierKind) => {
      const found = row.identifiers.find((one) => one.kind === kind);
      return found ? new HelpdeskContactView(found) : null;
    };
    this.row = row;
    this.id = row.id;
    this.username = row.identifiers.find(({ kind }) => kind === 'USERNAME')?.value ?? '';
    this.fullName = maskName(row.fullName);
    this.status = row.status;
    this.actor = row.actor;
    this.entityName = row.entity?.name ?? null;
    this.nib = row.nib && maskNib(row.nib);
    this.email = contact('EMAIL');
    this.whatsapp = contact('PHONE');
    this.regionName = districtAndRegency(row);
    this.createdAt = row.createdAt;
    this.activatedAt = row.activatedAt;
  }
}

/** Of "Kelurahan, Kecamatan, Kota, Provinsi" the second and third; of an address abroad its country. */
function districtAndRegency({ regionCode, regionName }: DeskAccount): string {
  const names = regionName.split(', ');
  return regionCode.includes('.') ? names.slice(0, -1).slice(-2).join(', ') : regionName;
}
