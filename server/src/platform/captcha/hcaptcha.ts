import type { Siteverify } from './remote-captcha.js';

/**
 * hCaptcha. It has no `action`, so an unused answer made for one purpose is good for another; it is bound to our
 * site key and host instead. Sites that hide their host from it get `not-provided`.
 */
export const hcaptcha: Siteverify = {
  provider: 'hcaptcha',
  endpoint: 'https://api.hcaptcha.com/siteverify',
  extra: ({ siteKey }) => ({ sitekey: siteKey }),
  isOurs: ({ hostname }, _purpose, account) =>
    hostname === 'not-provided' || account.hostnames.includes(hostname ?? ''),
};
