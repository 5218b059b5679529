import { ObjectType } from 'type-graphql';

import { Problem } from '../graphql/problem.js';

@ObjectType({
  implements: Problem,
  description: 'The captcha was missing, wrong, used before, expired, or made for another purpose.',
})
export class CaptchaRejected extends Problem {
  readonly words = {
    id: 'Pemeriksaan “Saya bukan robot” belum berhasil. Centang sekali lagi, lalu kirim ulang.',
    en: 'The “I am not a robot” check did not succeed. Tick it once more, then send again.',
  };
}
