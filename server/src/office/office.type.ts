import { Field, ID, ObjectType } from 'type-graphql';

import { OfficeLevel } from './agent-role.js';
import type { Office } from './office.entity.js';

@ObjectType('Office')
export class OfficeView {
  @Field(() => ID)
  readonly id: string;

  @Field(() => String)
  readonly name: string;

  @Field(() => OfficeLevel)
  readonly level: OfficeLevel;

  @Field(() => ID, { nullable: true })
  readonly regionCode: string | null;

  @Field(() => Boolean)
  readonly active: boolean;

  @Field(() => String, { description: 'IANA time zone of its office hours.' })
  readonly zone: string;

  constructor({ id, name, level, regionCode, validTo, zone }: Office) {
    this.id = id;
    this.name = name;
    this.level = OfficeLevel[level];
    this.regionCode = regionCode;
    this.active = validTo === null;
    this.zone = zone;
  }
}
