import { IsOptional, ValidateNested } from 'class-validator';
import { Field, InputType } from 'type-graphql';

import { ActorKind, BusinessScale, EntityKind } from '../../account/business-actor.js';
import { ContactChannel } from '../../account/channel.type.js';
import { readNib } from '../../account/nib.js';
import { readNik } from '../../account/nik.js';
import { readNpwp } from '../../account/npwp.js';
import { readCountry, readPassport } from '../../account/passport.js';
import { readEntityName } from '../../account/person-name.js';
import { readLegalBasis } from '../../account/registration-number.js';
import { opaque, Shaped } from '../../platform/graphql/shaped.js';
import { CommandKey } from '../../platform/idempotency/command-key.js';

@InputType({ description: 'Indonesians and residents give their NIK; others passport and issuing country.' })
export class IdentityInput {
  @Field(() => String, { nullable: true, description: '16 digits; spaces, dots and hyphens are ignored.' })
  @IsOptional()
  @Shaped(readNik)
  nik?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Shaped(readPassport)
  passport?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-3.' })
  @IsOptional()
  @Shaped(readCountry)
  passportCountry?: string | null;
}

@InputType()
export class EntityInput {
  @Field(() => EntityKind)
  kind!: EntityKind;

  @Field(() => String)
  @Shaped(readEntityName)
  name!: string;

  @Field(() => String, { nullable: true, description: '15 digits of the old form, or 16.' })
  @IsOptional()
  @Shaped(readNpwp)
  npwp?: string | null;

  @Field(() => String, { nullable: true, description: '13 digits.' })
  @IsOptional()
  @Shaped(readNib)
  nib?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Decree number of the law ministry (AHU); the legal basis where the kind has none; the home registration number of a foreign entity.',
  })
  @IsOptional()
  @Shaped(readLegalBasis)
  registrationNumber?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-1 alpha-3; foreign entities and representative offices.',
  })
  @IsOptional()
  @Shaped(readCountry)
  country?: string | null;
}

@InputType()
export class StartRegistrationInput {
  @Field(() => BusinessScale)
  scale!: BusinessScale;

  @Field(() => ActorKind)
  actor!: ActorKind;

  @Field(() => IdentityInput)
  @ValidateNested()
  identity!: IdentityInput;

  @Field(() => EntityInput, { nullable: true, description: 'For everybody but individuals.' })
  @IsOptional()
  @ValidateNested()
  entity?: EntityInput | null;

  @Field(() => ContactChannel)
  channel!: ContactChannel;

  @Field(() => String, { description: 'Email address or mobile number; the code goes there.' })
  @Shaped(opaque(1, 320)) // its form depends on the channel: registration-rules.ts
  contact!: string;

  @Field(() => String, { nullable: true })
  captcha?: string | null;

  @CommandKey(
    'A random secret of 22 characters or more, made for this registration. A repeat with it, after an answer that was lost, is answered like the first and sends nothing.',
  )
  idempotencyKey?: string | null;
}

@InputType()
export class ResendRegistrationCodeInput {
  @Field(() => String)
  @Shaped(opaque(1, 100))
  registrationToken!: string;

  @Field(() => ContactChannel, {
    nullable: true,
    description: 'With `contact`: another address to use instead.',
  })
  channel?: ContactChannel | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Shaped(opaque(1, 320))
  contact?: string | null;
}

@InputType()
export class VerifyRegistrationCodeInput {
  @Field(() => String)
  @Shaped(opaque(1, 100))
  registrationToken!: string;

  @Field(() => String, { description: 'Digits as received; spaces are ignored.' })
  @Shaped(opaque(1, 40))
  code!: string;

  @CommandKey('As at the start: a repeat gets the first answer.')
  idempotencyKey?: string | null;
}
