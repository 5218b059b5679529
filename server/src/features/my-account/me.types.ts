import { Field, ID, ObjectType } from 'type-graphql';

import { EntityKind } from '../../account/business-actor.js';
import type { BusinessEntity } from '../../account/business-entity.entity.js';
import { ContactChannel } from '../../account/channel.type.js';
import type { Channel } from '../../account/contact.js';
import { maskNpwp } from '../../account/contact.js';
import type { Identifier } from '../../account/identifier.entity.js';
import { channelOf } from '../../account/identifiers.js';
import type { Session } from '../../account/session.entity.js';

@ObjectType('Contact', { description: 'Shown in full: only to its owner.' })
export class ContactView {
  @Field(() => ContactChannel)
  readonly channel: Channel;

  @Field(() => String)
  readonly value: string;

  @Field(() => Date, { nullable: true, description: 'Null until its owner has proven it.' })
  readonly verifiedAt: Date | null;

  constructor(row: Identifier) {
    this.channel = channelOf(row);
    this.value = row.value;
    this.verifiedAt = row.verifiedAt;
  }
}

@ObjectType('Address')
export class AddressView {
  @Field(() => String)
  readonly street: string;

  @Field(() => ID)
  readonly regionCode: string;

  @Field(() => String)
  readonly regionName: string;

  @Field(() => String, { nullable: true })
  readonly postalCode: string | null;

  constructor(row: Pick<AddressView, 'street' | 'regionCode' | 'regionName' | 'postalCode'>) {
    this.street = row.street;
    this.regionCode = row.regionCode;
    this.regionName = row.regionName;
    this.postalCode = row.postalCode;
  }
}

@ObjectType('Entity')
export class EntityView {
  @Field(() => EntityKind)
  readonly kind: EntityKind;

  @Field(() => String)
  readonly name: string;

  @Field(() => String, { nullable: true, description: 'Masked, for its owner too.' })
  readonly npwp: string | null;

  @Field(() => String, { nullable: true })
  readonly registrationNumber: string | null;

  constructor(row: BusinessEntity, npwp: string | null) {
    this.kind = row.kind;
    this.name = row.name;
    this.npwp = npwp && maskNpwp(npwp);
    this.registrationNumber = row.registrationNumber;
  }
}

@ObjectType('Session')
export class SessionView {
  @Field(() => ID)
  readonly id: string;

  @Field(() => Date)
  readonly createdAt: Date;

  @Field(() => Date, { description: 'To about a minute.' })
  readonly lastSeenAt: Date;

  @Field(() => Date, { description: 'The latest end.' })
  readonly expiresAt: Date;

  @Field(() => Date, { description: 'The end if it is not used any more.' })
  readonly idleUntil: Date;

  @Field(() => String, { nullable: true })
  readonly device: string | null;

  @Field(() => String, { nullable: true })
  readonly ip: string | null;

  @Field(() => Boolean, { description: 'The session of this request.' })
  readonly current: boolean;

  constructor(row: Session, idleUntil: Date, currentId: string | undefined) {
    this.id = row.id;
    this.createdAt = row.createdAt;
    this.lastSeenAt = row.lastSeenAt;
    this.expiresAt = row.expiresAt;
    this.idleUntil = idleUntil;
    this.device = row.device;
    this.ip = row.source;
    this.current = row.id === currentId;
  }
}

@ObjectType({ description: 'Something that happened to the account, in words for its owner.' })
export class Activity {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly event!: string;

  @Field(() => String)
  readonly description!: string;

  @Field(() => Date)
  readonly at!: Date;

  @Field(() => String, { nullable: true })
  readonly ip!: string | null;
}

@ObjectType({ description: 'Newest first.' })
export class ActivityPage {
  @Field(() => [Activity])
  readonly items!: Activity[];

  @Field(() => String, { nullable: true })
  readonly endCursor!: string | null;

  @Field(() => Boolean)
  readonly hasNextPage!: boolean;
}
