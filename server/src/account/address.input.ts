import { IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

import { opaque, Shaped, text } from '../platform/graphql/shaped.js';

@InputType()
export class AddressInput {
  @Field(() => String, { description: 'Street, number, neighbourhood; 200 characters at most.' })
  @Shaped(text(3, 200))
  street!: string;

  @Field(() => ID, {
    description: 'From `regions`; a foreign entity may give its country (ISO 3166-1 alpha-3).',
  })
  @Shaped(opaque(1, 20)) // what it must be depends on the actor: addresses.ts
  regionCode!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Shaped(text(1, 20))
  postalCode?: string | null;
}
