import { createUnionType, Field, ObjectType } from 'type-graphql';

import { LoginRejected } from '../../account/login-rejected.result.js';
import { CaptchaRejected } from '../../platform/captcha/captcha-rejected.result.js';
import { Problem } from '../../platform/graphql/problem.js';
import { Said } from '../../platform/graphql/said.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';

@ObjectType({ description: 'The account can be used now; log in. Nobody is logged in by activating.' })
export class AccountActivated {
  @Field(() => String)
  readonly username: string;

  constructor(username: string) {
    this.username = username;
  }
}

@ObjectType({ implements: Problem, description: 'The link or code was once good. Offer to send a new one.' })
export class ActivationExpired extends Problem {
  readonly words = {
    id: 'Tautan atau kode aktivasi sudah kedaluwarsa. Minta kirim ulang aktivasi.',
    en: 'This activation link or code has expired. Ask for a new one.',
  };
}

// Unknown and already-used ones answer alike, so neither can be probed for.
@ObjectType({ implements: Problem, description: 'No such unused link or code.' })
export class ActivationRejected extends Problem {
  readonly words = {
    id: 'Tautan atau kode aktivasi tidak berlaku. Pakai yang terbaru, atau minta kirim ulang; bila akun sudah aktif, silakan masuk.',
    en: 'This activation link or code is not valid. Use the newest one or ask for another; if the account is active already, log in.',
  };
}

@ObjectType({ description: 'The same answer for every identifier.' })
export class ActivationRequested extends Said {
  readonly words = {
    id: 'Bila akun itu ada dan belum aktif, pesan aktivasi dikirim dalam satu menit. Periksa juga folder spam dan promosi.',
    en: 'If that account exists and is not active yet, its activation is sent within a minute. Look in the spam and promotions folders too.',
  };

  @Field(() => Date)
  readonly resendAvailableAt: Date;

  constructor(resendAvailableAt: Date) {
    super();
    this.resendAvailableAt = resendAvailableAt;
  }
}

export const ActivateAccountResult = createUnionType({
  name: 'ActivateAccountResult',
  types: () => [AccountActivated, ActivationExpired, ActivationRejected, TooManyRequests] as const,
});
export type ActivateAccountResult = typeof ActivateAccountResult;

export const ResendActivationResult = createUnionType({
  name: 'ResendActivationResult',
  types: () => [ActivationRequested, CaptchaRejected, TooManyRequests] as const,
});
export type ResendActivationResult = typeof ResendActivationResult;

export const CorrectUnverifiedContactResult = createUnionType({
  name: 'CorrectUnverifiedContactResult',
  types: () => [ActivationRequested, LoginRejected, CaptchaRejected, TooManyRequests] as const,
});
export type CorrectUnverifiedContactResult = typeof CorrectUnverifiedContactResult;
