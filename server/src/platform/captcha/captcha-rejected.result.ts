import { ObjectType } from 'type-graphql';

import { Problem } from '../graphql/problem.js';

@ObjectType({
  implements: Problem,
  description: 'The captcha was missing, wrong, used before, expired, or made for another purpose.',
})
export class CaptchaRejected extends Problem {
  readonly words = {
    id: 'Pemeriksaan keamanan belum berhasil, atau waktunya sudah lewat. Tunggu sampai selesai, lalu kirim sekali lagi.',
    en: 'The safety check did not succeed, or its time is over. Wait until it is done, then send once more.',
  };
}
