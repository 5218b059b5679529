import { ObjectType } from 'type-graphql';

import { Problem } from '../platform/graphql/problem.js';

@ObjectType({
  implements: Problem,
  description: 'Unknown account and wrong password answer alike, in words and in time.',
})
export class LoginRejected extends Problem {
  readonly words = {
    id: 'Akun atau kata sandi tidak cocok. Periksa kembali, atau gunakan Lupa Kata Sandi atau Lupa Akun.',
    en: 'Account or password does not match. Check both, or use the forgotten-password or forgotten-account page.',
  };
}
