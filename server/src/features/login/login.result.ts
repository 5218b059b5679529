import { createUnionType, Field, ObjectType } from 'type-graphql';

import { AccountView } from '../../account/account.type.js';
import { MaskedContact } from '../../account/channel.type.js';
import type { Contact } from '../../account/contact.js';
import { LoginRejected } from '../../account/login-rejected.result.js';
import { CaptchaRejected } from '../../platform/captcha/captcha-rejected.result.js';
import { Problem } from '../../platform/graphql/problem.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import type { Words } from '../../platform/words/language.js';

@ObjectType({ description: 'Send the token as `Authorization: Bearer …`. It is shown this once.' })
export class LoggedIn {
  @Field(() => String, { description: 'Empty where the session went into a cookie (`x-session: cookie`).' })
  readonly token: string;

  @Field(() => Date, { description: 'The latest end; without use the session ends earlier.' })
  readonly expiresAt: Date;

  @Field(() => AccountView)
  readonly account: AccountView;

  constructor(token: string, expiresAt: Date, account: AccountView) {
    this.token = token;
    this.expiresAt = expiresAt;
    this.account = account;
  }

  handedOver(handOver: (token: string) => string): LoggedIn {
    return new LoggedIn(handOver(this.token), this.expiresAt, this.account);
  }
}

@ObjectType({
  implements: Problem,
  description: 'Asked for after failures; solve a LOGIN captcha and send again.',
})
export class CaptchaRequired extends Problem {
  readonly words = {
    id: 'Setelah beberapa kali gagal kami memeriksa dulu bahwa Anda bukan mesin. Tunggu pemeriksaan keamanan selesai, lalu masuk kembali.',
    en: 'After several failures we first check that you are no machine. Wait for the safety check, then log in again.',
  };
}

@ObjectType({ implements: Problem, description: 'Said only with the right password.' })
export class AccountNotActivated extends Problem {
  readonly words = {
    id: 'Akun Anda belum aktif. Buka pesan aktivasi di kontak berikut, atau minta kirim ulang.',
    en: 'Your account is not active yet. Open the activation message at these contacts, or ask for it again.',
  };

  @Field(() => [MaskedContact])
  readonly contacts: MaskedContact[];

  constructor(contacts: readonly Contact[]) {
    super();
    this.contacts = contacts.map((contact) => new MaskedContact(contact));
  }
}

@ObjectType({ implements: Problem, description: 'Said only with the right password.' })
export class AccountBlocked extends Problem {
  readonly words: Words;

  @Field(() => String, { nullable: true, description: 'To quote at the office.' })
  readonly decisionNumber: string | null;

  @Field(() => String, { nullable: true, description: 'The office that decided it.' })
  readonly office: string | null;

  constructor(decisionNumber: string | null, office: string | null) {
    super();
    this.decisionNumber = decisionNumber;
    this.office = office;
    const [number, by] = [decisionNumber ? ` ${decisionNumber}` : '', office ?? 'Lembaga OSS'];
    this.words = {
      id: `Akun Anda diblokir berdasarkan keputusan${number} dari ${by}. Hubungi kantor itu untuk penjelasan, dan sebutkan nomor keputusannya.`,
      en: `Your account is blocked by decision${number} of ${by}. Ask that office for an explanation and quote the number.`,
    };
  }
}

export const LoginResult = createUnionType({
  name: 'LoginResult',
  types: () =>
    [
      LoggedIn,
      LoginRejected,
      CaptchaRequired,
      CaptchaRejected,
      AccountNotActivated,
      AccountBlocked,
      TooManyRequests,
    ] as const,
});
export type LoginResult = typeof LoginResult;
