import { t } from '@lingui/core/macro';

import type { PasswordPolicyQuery, PasswordRule } from '../gql/graphql.ts';

type Policy = Pick<PasswordPolicyQuery['passwordPolicy'], 'minLength' | 'maxLength'>;

/** Whether what is typed breaks the rule now; undefined for rules that only the service can judge. */
export function seenBroken(rule: PasswordRule, password: string, policy: Policy): boolean | undefined {
  switch (rule) {
    case 'TOO_SHORT':
      return [...password].length < policy.minLength;
    case 'NEEDS_LETTER':
      return !/\p{L}/u.test(password);
    case 'NEEDS_DIGIT':
      return !/\p{Nd}/u.test(password);
    case 'NEEDS_SPECIAL':
      return !/[^\p{L}\p{M}\p{N}]/u.test(password);
    default:
      return undefined;
  }
}

/** What the rule asks. */
export function ruleInWords(rule: PasswordRule, { minLength }: Policy): string {
  switch (rule) {
    case 'TOO_SHORT':
      return t`paling sedikit ${minLength} karakter`;
    case 'NEEDS_LETTER':
      return t`ada huruf`;
    case 'NEEDS_DIGIT':
      return t`ada angka`;
    case 'NEEDS_SPECIAL':
      return t`ada tanda, misalnya - . ! atau spasi`;
    default:
      return '';
  }
}

/** What is wrong with a password that the service refused, and what to do about it. */
export function whyRefused(reasons: readonly PasswordRule[]): string {
  const lacking = reasons.map(lackingFor).filter(Boolean).join(', ');
  const rest = reasons.map(refusedFor).filter(Boolean);
  return [...(lacking ? [t`Tambahkan pada kata sandi: ${lacking}.`] : []), ...rest].join(' ');
}

function lackingFor(rule: PasswordRule): string {
  switch (rule) {
    case 'TOO_SHORT':
      return t`satu kata lagi`;
    case 'NEEDS_LETTER':
      return t`satu huruf`;
    case 'NEEDS_DIGIT':
      return t`satu angka`;
    case 'NEEDS_SPECIAL':
      return t`satu tanda seperti - atau titik`;
    default:
      return '';
  }
}

function refusedFor(rule: PasswordRule): string {
  switch (rule) {
    case 'TOO_SHORT':
    case 'NEEDS_LETTER':
    case 'NEEDS_DIGIT':
    case 'NEEDS_SPECIAL':
      return '';
    case 'TOO_LONG':
      return t`Kata sandi terlalu panjang. Pakai yang lebih pendek.`;
    case 'COMMON':
      return t`Kata sandi ini dipakai banyak orang, jadi mudah ditebak. Pakai beberapa kata yang tidak berkaitan.`;
    case 'CONTAINS_PERSONAL_DATA':
      return t`Kata sandi mudah ditebak karena memuat data Anda sendiri. Pakai beberapa kata yang tidak berkaitan.`;
    case 'SAME_AS_CURRENT':
      return t`Kata sandi ini sama dengan yang sekarang. Pakai yang lain.`;
    default:
      return t`Kata sandi ini tidak dapat dipakai. Pakai yang lain.`;
  }
}
