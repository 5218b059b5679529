import { IsOptional } from 'class-validator';
import { Field, InputType } from 'type-graphql';

import { readEmail, readIdentifier } from '../../account/contact.js';
import { readNib } from '../../account/nib.js';
import { readNik } from '../../account/nik.js';
import { readPersonName } from '../../account/person-name.js';
import { opaque, Shaped, text } from '../../platform/graphql/shaped.js';
import { CommandKey } from '../../platform/idempotency/command-key.js';
import { RequesterKind } from './requester-kind.js';

const ticketToken = opaque(1, 100);
const code = opaque(1, 40);
@InputType()
export class RequestEmailReplacementInput {
  @Field(() => String)
  @Shaped(readNik)
  nik!: string;

  @Field(() => Boolean)
  hasNib!: boolean;

  @Field(() => String, { nullable: true, description: 'Needed with `hasNib`.' })
  @IsOptional()
  @Shaped(readNib)
  nib?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Username or the old email, where the person still knows one.',
  })
  @IsOptional()
  @Shaped(readIdentifier)
  identifier?: string | null;

  @Field(() => String)
  @Shaped(readEmail)
  newEmail!: string;

  @Field(() => String)
  @Shaped(readPersonName)
  fullName!: string;

  @Field(() => String, { nullable: true, description: 'Position in the entity, for entity accounts.' })
  @IsOptional()
  @Shaped(text(2, 100))
  position?: string | null;

  @Field(() => RequesterKind)
  requester!: RequesterKind;

  @Field(() => String)
  @Shaped(text(3, 1000))
  reason!: string;

  @Field(() => String, { nullable: true })
  captcha?: string | null;

  @CommandKey(
    'A random secret of 22 characters or more, made for this request. A repeat with it, after an answer that was lost, is answered like the first and opens no second case.',
  )
  idempotencyKey?: string | null;
}

@InputType()
export class ResendNewEmailCodeInput {
  @Field(() => String)
  @Shaped(ticketToken)
  ticketToken!: string;

  @Field(() => String, { nullable: true, description: 'Another address, where the first was mistyped.' })
  @IsOptional()
  @Shaped(readEmail)
  newEmail?: string | null;
}

@InputType()
export class ConfirmNewEmailInput {
  @Field(() => String)
  @Shaped(ticketToken)
  ticketToken!: string;

  @Field(() => String, { description: 'Digits as received; spaces are ignored.' })
  @Shaped(code)
  code!: string;
}

@InputType()
export class SendOtherChannelCodeInput {
  @Field(() => String)
  @Shaped(ticketToken)
  ticketToken!: string;
}

@InputType()
export class ConfirmOtherChannelInput {
  @Field(() => String)
  @Shaped(ticketToken)
  ticketToken!: string;

  @Field(() => String, { description: 'Digits as received; spaces are ignored.' })
  @Shaped(code)
  code!: string;
}

@InputType()
export class SubmitEmailReplacementInput {
  @Field(() => String)
  @Shaped(ticketToken)
  ticketToken!: string;
}

@InputType()
export class EmailReplacementProgressInput {
  @Field(() => String, { description: 'Or what the link in the message of a returned request carries.' })
  @Shaped(ticketToken)
  ticketToken!: string;
}

@InputType()
export class EmailReplacementStatusInput {
  @Field(() => String, { description: 'Like `EML-2611-00421`.' })
  @Shaped(opaque(1, 40))
  ticket!: string;

  @Field(() => String)
  @Shaped(readNik)
  nik!: string;

  @Field(() => String, { nullable: true })
  captcha?: string | null;
}
