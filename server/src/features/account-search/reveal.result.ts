import { createUnionType, Field, ObjectType } from 'type-graphql';

import { FreshProofRequired } from '../../office/fresh-proof.js';
import { NotFound } from '../../office/not-found.result.js';
import { Problem } from '../../platform/graphql/problem.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';

@ObjectType()
export class RevealedValue {
  @Field(() => String, { description: 'As the account’s field is called.' })
  readonly field: string;

  @Field(() => String)
  readonly value: string;

  constructor(field: string, value: string) {
    this.field = field;
    this.value = value;
  }
}

@ObjectType({ description: 'On record. Show it until `expiresAt`, then forget it; keep it nowhere.' })
export class Revealed {
  @Field(() => [RevealedValue])
  readonly values: RevealedValue[];

  @Field(() => Date)
  readonly expiresAt: Date;

  constructor(values: RevealedValue[], expiresAt: Date) {
    this.values = values;
    this.expiresAt = expiresAt;
  }
}

@ObjectType({ implements: Problem, description: 'No purpose is on record: look the account up first.' })
export class RevealRefused extends Problem {
  readonly words = {
    id: 'Cari dahulu akun ini dengan keperluannya, atau ambil permohonannya; setelah itu data dapat dilihat.',
    en: 'Look this account up with a purpose first, or claim its request; then its data can be seen.',
  };
}

export const RevealResult = createUnionType({
  name: 'RevealResult',
  types: () => [Revealed, FreshProofRequired, TooManyRequests, NotFound, RevealRefused] as const,
});
export type RevealResult = typeof RevealResult;
