import type { Captcha, Challenge } from './captcha.js';

/** Lets everybody through: for development only. */
export class CaptchaOff implements Captcha {
  async challenge(): Promise<Challenge> {
    return { provider: 'off', siteKey: null, challenge: null, expiresAt: null };
  }

  async verify(): Promise<boolean> {
    return true;
  }
}
