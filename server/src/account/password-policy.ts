import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

import { isCommonPassword } from './common-passwords.js';
import { isOnlyContextWords } from './password-context.js';

export enum PasswordRule {
  TOO_SHORT = 'TOO_SHORT',
  TOO_LONG = 'TOO_LONG',
  NEEDS_LETTER = 'NEEDS_LETTER',
  NEEDS_DIGIT = 'NEEDS_DIGIT',
  NEEDS_SPECIAL = 'NEEDS_SPECIAL',
  COMMON = 'COMMON',
  CONTAINS_PERSONAL_DATA = 'CONTAINS_PERSONAL_DATA',
  /** Not for the policy to see: only a change compares with the current hash. */
  SAME_AS_CURRENT = 'SAME_AS_CURRENT',
}
registerEnumType(PasswordRule, { name: 'PasswordRule' });

export type PolicyName = 'oss' | 'nist';

/** Code points. 8 is the floor of `oss`; 15 is NIST's for a password that stands alone. */
const MIN_LENGTH: Record<PolicyName, number> = { oss: 8, nist: 15 };
const MAX_LENGTH = 128;

const COMPOSITION = [
  [PasswordRule.NEEDS_LETTER, /\p{L}/u],
  [PasswordRule.NEEDS_DIGIT, /\p{Nd}/u],
  [PasswordRule.NEEDS_SPECIAL, /[^\p{L}\p{M}\p{N}]/u],
] as const;

/** The one active rule set, published by the API (R25). It asks nothing about age: passwords do not expire (R26). */
@ObjectType()
export class PasswordPolicy {
  @Field(() => String)
  readonly name: PolicyName;

  @Field(() => Int, { description: 'Code points.' })
  readonly minLength: number;

  @Field(() => Int, { description: 'Code points.' })
  readonly maxLength: number;

  constructor(name: PolicyName, minLength = MIN_LENGTH[name], maxLength = MAX_LENGTH) {
    this.name = name;
    this.minLength = minLength;
    this.maxLength = maxLength;
  }

  @Field(() => [PasswordRule], { description: 'What this policy can refuse.' })
  get rules(): PasswordRule[] {
    const { TOO_SHORT, TOO_LONG, COMMON, CONTAINS_PERSONAL_DATA } = PasswordRule;
    return [TOO_SHORT, TOO_LONG, ...this.#composition.map(([rule]) => rule), COMMON, CONTAINS_PERSONAL_DATA];
  }

  /**
   * All broken rules at once; none means good. `words`: what belongs to this person and so protects nothing
   * (NIK, name, username, email, phone); the product's own words are always among them (R29).
   */
  check(password: string, { words }: { readonly words: readonly string[] }): PasswordRule[] {
    const length = [...password].length;
    if (length > this.maxLength) return [PasswordRule.TOO_LONG];
    const broken = this.#composition.filter(([, needed]) => !needed.test(password)).map(([rule]) => rule);
    return [
      ...(length < this.minLength ? [PasswordRule.TOO_SHORT] : []),
      ...broken,
      ...(isCommonPassword(password) ? [PasswordRule.COMMON] : []),
      ...(isOnlyContextWords(password, words) ? [PasswordRule.CONTAINS_PERSONAL_DATA] : []),
    ];
  }

  get #composition() {
    return this.name === 'oss' ? COMPOSITION : [];
  }
}
