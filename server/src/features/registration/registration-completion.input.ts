import { IsOptional, ValidateNested } from 'class-validator';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, InputType } from 'type-graphql';

import { AddressInput } from '../../account/address.input.js';
import { Sex } from '../../account/business-actor.js';
import { readPersonName } from '../../account/person-name.js';
import { opaque, Shaped, text } from '../../platform/graphql/shaped.js';
import { CommandKey } from '../../platform/idempotency/command-key.js';

@InputType()
export class CompleteRegistrationInput {
  @Field(() => String, { description: 'The one given by `verifyRegistrationCode`.' })
  @Shaped(opaque(1, 100))
  registrationToken!: string;

  @Field(() => String, { description: 'Taken exactly as given; see `passwordPolicy`.' })
  @Shaped(opaque(0, 2000)) // the policy says what is wrong with it; this only bounds the work
  password!: string;

  @Field(() => String, { description: 'One field, as on the identity card.' })
  @Shaped(readPersonName)
  fullName!: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Required of individuals.' })
  birthDate?: string | null;

  @Field(() => Sex, { nullable: true, description: 'Required of individuals.' })
  sex?: Sex | null;

  @Field(() => String, {
    nullable: true,
    description: 'Position in the entity; required of everybody but individuals.',
  })
  @IsOptional()
  @Shaped(text(2, 100))
  position?: string | null;

  @Field(() => AddressInput)
  @ValidateNested()
  address!: AddressInput;

  @Field(() => String, {
    nullable: true,
    description: 'An individual’s own; for an entity the same as at the start.',
  })
  @IsOptional()
  @Shaped(opaque(1, 40))
  npwp?: string | null;

  @Field(() => String, { nullable: true, description: 'The verified contact need not be repeated.' })
  @IsOptional()
  @Shaped(opaque(1, 320))
  email?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Shaped(opaque(1, 40))
  whatsapp?: string | null;

  @Field(() => Boolean, {
    description: 'The declaration that the data are true, and consent to their keeping.',
  })
  acceptTerms!: boolean;

  @CommandKey('As at the start: a repeat gets the first answer.')
  idempotencyKey?: string | null;
}
