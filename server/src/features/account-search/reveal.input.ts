import { IsOptional } from 'class-validator';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';

import { opaque, Shaped } from '../../platform/graphql/shaped.js';
import { fault, type Parsed, parsed } from '../../platform/words/fault.js';

export enum RevealGroup {
  IDENTITY = 'IDENTITY',
  CONTACT = 'CONTACT',
  ADDRESS = 'ADDRESS',
}
registerEnumType(RevealGroup, { name: 'RevealGroup' });

const REVEAL_REASON = fault('REVEAL_REASON', {
  id: 'Tuliskan alasan melihat data, paling sedikit 10 huruf, misalnya “Cocokkan dengan pemohon”.',
  en: 'Write why the data have to be seen, at least 10 characters, for example “Matching the caller”.',
});
export const REVEAL_OF = fault('REVEAL_OF', {
  id: 'Sebutkan akun atau nomor permohonan, salah satu saja.',
  en: 'Name the account or the number of a request, one of them.',
});

function readReason(raw: string): Parsed<string> {
  const reason = raw.normalize('NFC').replace(/\s+/g, ' ').trim();
  const length = [...reason].length;
  return length < 10 || length > 500 || /\p{Cc}/u.test(reason) ? { fault: REVEAL_REASON } : parsed(reason);
}

@InputType()
export class RevealInput {
  @Field(() => ID, { nullable: true, description: 'An account this agent has looked up.' })
  @IsOptional()
  @Shaped(opaque(1, 100))
  accountId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A request this agent holds; its account is meant.' })
  @IsOptional()
  @Shaped(opaque(1, 40))
  ticket?: string | null;

  @Field(() => RevealGroup)
  group!: RevealGroup;

  @Field(() => String, { description: 'At least 10 characters.' })
  @Shaped(readReason)
  reason!: string;
}
