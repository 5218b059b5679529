import { t } from '@lingui/core/macro';

import type { PasswordPolicyQuery, PasswordRule } from '../../gql/graphql';

type Policy = PasswordPolicyQuery['passwordPolicy'];

/** What the active policy asks, in one sentence; empty until it is known. */
export function hintOf(policy: Policy | undefined): string {
  if (!policy) return '';
  const { minLength } = policy;
  return policy.rules.includes('NEEDS_SPECIAL')
    ? t`Paling sedikit ${minLength} karakter dengan huruf, angka, dan karakter khusus. Beberapa kata yang tidak berkaitan mudah diingat dan sulit ditebak.`
    : t`Paling sedikit ${minLength} karakter. Beberapa kata yang tidak berkaitan mudah diingat dan sulit ditebak.`;
}

/** What has to be mended, a sentence a rule. */
export const faultsOf = (reasons: readonly PasswordRule[]): string => reasons.map(sentenceOf).join(' ');

function sentenceOf(rule: PasswordRule): string {
  switch (rule) {
    case 'TOO_SHORT':
      return t`Kata sandi terlalu pendek.`;
    case 'TOO_LONG':
      return t`Kata sandi terlalu panjang.`;
    case 'NEEDS_LETTER':
      return t`Tambahkan huruf.`;
    case 'NEEDS_DIGIT':
      return t`Tambahkan angka.`;
    case 'NEEDS_SPECIAL':
      return t`Tambahkan karakter khusus, misalnya tanda hubung.`;
    case 'COMMON':
      return t`Kata sandi ini sering dipakai orang dan mudah ditebak.`;
    case 'CONTAINS_PERSONAL_DATA':
      return t`Jangan hanya memakai nama atau data Anda sendiri.`;
    case 'SAME_AS_CURRENT':
      return t`Pakai kata sandi yang lain dari sekarang.`;
  }
}
