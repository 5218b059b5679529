import { Field, ID, ObjectType } from 'type-graphql';

import type { Account } from './account.entity.js';
import { AccountStatus } from './account-status.js';
import { ActorKind, BusinessScale } from './business-actor.js';

/** An account as its owner sees it; contacts, numbers and lists are resolved where they are asked for (`my-account`). */
@ObjectType('Account')
export class AccountView {
  @Field(() => ID)
  readonly id: string;

  @Field(() => AccountStatus)
  readonly status: AccountStatus;

  @Field(() => BusinessScale)
  readonly scale: BusinessScale;

  @Field(() => ActorKind)
  readonly actor: ActorKind;

  @Field(() => String)
  readonly fullName: string;

  @Field(() => String, { nullable: true })
  readonly nib: string | null;

  @Field(() => Date)
  readonly createdAt: Date;

  @Field(() => Date, { nullable: true })
  readonly activatedAt: Date | null;

  /** What the other fields are made from; not itself part of the schema. */
  readonly row: Account;

  constructor(row: Account) {
    this.row = row;
    this.id = row.id;
    this.status = row.status;
    this.scale = row.scale;
    this.actor = row.actor;
    this.fullName = row.fullName;
    this.nib = row.nib;
    this.createdAt = row.createdAt;
    this.activatedAt = row.activatedAt;
  }
}
