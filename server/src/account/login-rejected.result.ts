import { ObjectType } from 'type-graphql';

import { Problem } from '../platform/graphql/problem.js';

@ObjectType({
  implements: Problem,
  description: 'Unknown account and wrong password answer alike, in words and in time.',
})
export class LoginRejected extends Problem {
  readonly words = {
    id: 'Tidak dapat masuk. Data masuk dan kata sandi tidak cocok. Periksa lagi, atau pilih Lupa kata sandi atau Lupa akun.',
    en: 'Cannot log in. What you entered and the password do not match. Check both, or choose Forgotten password or Forgotten account.',
  };
}
