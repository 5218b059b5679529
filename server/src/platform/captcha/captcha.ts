import { registerEnumType } from 'type-graphql';

import { Altcha, type AltchaNeeds } from './altcha.js';
import { hcaptcha } from './hcaptcha.js';
import { CaptchaOff } from './off.js';
import { recaptcha } from './recaptcha.js';
import { type RemoteAccount, RemoteCaptcha } from './remote-captcha.js';
import { turnstile } from './turnstile.js';

export enum CaptchaPurpose {
  REGISTER = 'REGISTER',
  LOGIN = 'LOGIN',
  RESEND_ACTIVATION = 'RESEND_ACTIVATION',
  PASSWORD_RESET = 'PASSWORD_RESET',
  FIND_ACCOUNT = 'FIND_ACCOUNT',
  EMAIL_REPLACEMENT = 'EMAIL_REPLACEMENT',
}
registerEnumType(CaptchaPurpose, { name: 'CaptchaPurpose' });

export interface Challenge {
  readonly provider: string;
  /** What a remote provider's widget is started with. */
  readonly siteKey: string | null;
  /** What ALTCHA's widget is to solve: its JSON as text. */
  readonly challenge: string | null;
  readonly expiresAt: Date | null;
}

export interface Captcha {
  challenge(purpose: CaptchaPurpose): Promise<Challenge>;
  /**
   * True once for a right answer to a challenge for this purpose; false for any other, however malformed.
   * Call it outside any unit of work, and never as the only control. `source` is the client's address.
   */
  verify(purpose: CaptchaPurpose, answer: string | undefined, source: string): Promise<boolean>;
}

export type CaptchaOptions = AltchaNeeds &
  (
    | { readonly provider: 'altcha' | 'off' }
    | { readonly provider: 'turnstile' | 'hcaptcha' | 'recaptcha'; readonly remote: RemoteAccount }
  );

/** `off` is refused in production by the settings, not here. Every remote provider has ALTCHA behind it. */
export function captchaFor(options: CaptchaOptions): Captcha {
  if (options.provider === 'off') return new CaptchaOff();
  const local = new Altcha(options);
  switch (options.provider) {
    case 'altcha':
      return local;
    case 'turnstile':
      return new RemoteCaptcha(turnstile, options.remote, local, options);
    case 'hcaptcha':
      return new RemoteCaptcha(hcaptcha, options.remote, local, options);
    case 'recaptcha':
      return new RemoteCaptcha(recaptcha, options.remote, local, options);
  }
}
