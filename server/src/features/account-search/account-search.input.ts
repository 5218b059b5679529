import { Field, InputType, registerEnumType } from 'type-graphql';

import { Shaped, text } from '../../platform/graphql/shaped.js';
import { fault, type Parsed, parsed } from '../../platform/words/fault.js';
import { readTyped } from '../../platform/words/typed-text.js';
import { LookupKind } from './lookup-candidates.js';

export enum LookupPurpose {
  PHONE_CALL = 'PHONE_CALL',
  COUNTER_VISIT = 'COUNTER_VISIT',
  REPLACEMENT_REQUEST = 'REPLACEMENT_REQUEST',
  OTHER = 'OTHER',
}
registerEnumType(LookupPurpose, { name: 'LookupPurpose' });

const LOOKUP_LENGTH = fault('LOOKUP_LENGTH', {
  id: 'Isi NIK, NIB, email, nomor ponsel, username, nomor permohonan atau ID akun, satu saja.',
  en: 'Enter one NIK, NIB, email, phone number, username, request number or account id.',
});
export const NOTE_MISSING = fault('NOTE_MISSING', {
  id: 'Untuk keperluan lain, tuliskan keperluannya (paling sedikit 5 huruf).',
  en: 'For another purpose, write down which (at least 5 characters).',
});

/** Whatever it is: only its length is a matter of shape, so that a mistyped number is a miss like any other. */
function readLookedFor(raw: string): Parsed<string> {
  const typed = readTyped(raw);
  if ('fault' in typed) return typed;
  return typed.value.length < 1 || typed.value.length > 254 ? { fault: LOOKUP_LENGTH } : parsed(typed.value);
}

@InputType({
  description:
    'Exact match only: NIK, NIB, email, phone, username, ticket or account id; the kind is recognised.',
})
export class LookUpAccountInput {
  @Field(() => String)
  @Shaped(readLookedFor)
  identifier!: string;

  @Field(() => LookupKind, {
    nullable: true,
    description: 'What to take it for; absent: what it looks like.',
  })
  kind?: LookupKind | null;

  @Field(() => LookupPurpose)
  purpose!: LookupPurpose;

  @Field(() => String, { nullable: true, description: 'Needed where the purpose is another one.' })
  @Shaped(text(0, 500))
  note?: string | null;
}
