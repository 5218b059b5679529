import { createUnionType, Field, Int, ObjectType } from 'type-graphql';

import { PasswordRejected } from '../../account/password-rejected.result.js';
import { CaptchaRejected } from '../../platform/captcha/captcha-rejected.result.js';
import { Problem } from '../../platform/graphql/problem.js';
import { Said } from '../../platform/graphql/said.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';

@ObjectType({ description: 'The same answer for every identifier.' })
export class PasswordResetRequested extends Said {
  readonly words = {
    id: 'Bila akun itu ada, tautan untuk membuat kata sandi baru dikirim dalam satu menit ke kontak terbukti pada kanal yang Anda pilih, atau ke kontak yang lebih lama bila kontak itu baru saja diganti. Periksa juga folder spam dan promosi.',
    en: 'If that account exists, a link to set a new password is sent within a minute to its proven contact on the channel you chose, or to an older contact if that one was changed lately. Look in the spam and promotions folders too.',
  };

  @Field(() => Date)
  readonly resendAvailableAt: Date;

  constructor(resendAvailableAt: Date) {
    super();
    this.resendAvailableAt = resendAvailableAt;
  }
}

@ObjectType({
  description:
    'All sessions and all other open secrets of the account have ended; log in with the new password.',
})
export class PasswordReset {
  @Field(() => Int)
  readonly endedSessions: number;

  constructor(endedSessions: number) {
    this.endedSessions = endedSessions;
  }
}

@ObjectType({ implements: Problem, description: 'The link was once good. Offer to send a new one.' })
export class ResetLinkExpired extends Problem {
  readonly words = {
    id: 'Tautan ini sudah kedaluwarsa dan kata sandi Anda belum berubah. Minta tautan baru.',
    en: 'This link has expired and your password has not changed. Ask for a new link.',
  };
}

// Unknown, used, replaced and foreign links answer alike, so none can be probed for.
@ObjectType({ implements: Problem, description: 'No such unused link.' })
export class ResetLinkRejected extends Problem {
  readonly words = {
    id: 'Tautan ini tidak berlaku atau sudah dipakai. Pakai tautan dari pesan terbaru, atau minta yang baru.',
    en: 'This link is not valid or has been used. Use the one in the newest message, or ask for another.',
  };
}

export const RequestPasswordResetResult = createUnionType({
  name: 'RequestPasswordResetResult',
  types: () => [PasswordResetRequested, CaptchaRejected, TooManyRequests] as const,
});
export type RequestPasswordResetResult = typeof RequestPasswordResetResult;

export const ResetPasswordResult = createUnionType({
  name: 'ResetPasswordResult',
  types: () =>
    [PasswordReset, PasswordRejected, ResetLinkExpired, ResetLinkRejected, TooManyRequests] as const,
});
export type ResetPasswordResult = typeof ResetPasswordResult;
