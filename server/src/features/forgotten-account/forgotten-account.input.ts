import { IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

import { ContactChannel } from '../../account/channel.type.js';
import { readNib } from '../../account/nib.js';
import { readNik } from '../../account/nik.js';
import { opaque, Shaped } from '../../platform/graphql/shaped.js';

@InputType()
export class FindAccountsInput {
  @Field(() => String)
  @Shaped(readNik)
  nik!: string;

  @Field(() => Boolean, {
    description: 'Whether the business has an NIB; without one only accounts without are found.',
  })
  hasNib!: boolean;

  @Field(() => String, { nullable: true, description: 'Needed with `hasNib`.' })
  @IsOptional()
  @Shaped(readNib)
  nib?: string | null;

  @Field(() => String, { nullable: true })
  captcha?: string | null;
}

@InputType()
export class SendAccountReminderInput {
  @Field(() => ID, { description: 'Of an account found within the last minutes.' })
  @Shaped(opaque(1, 512))
  lookupId!: string;

  @Field(() => ContactChannel)
  channel!: ContactChannel;
}
