import type { CaptchaOptions } from './captcha.js';

type Provider = CaptchaOptions['provider'];

const HCAPTCHA = 'https://hcaptcha.com https://*.hcaptcha.com';

/**
 * What a page has to admit for a provider's widget, as the providers state it; nothing for ALTCHA, which is our own. Beside our
 * own sources, and on the portal's pages alone: a remote captcha is the operator's stated choice (security.md 4).
 */
const SOURCES: Readonly<Record<Provider, Readonly<Record<string, string>>>> = {
  altcha: {},
  off: {},
  turnstile: {
    'script-src': "'self' https://challenges.cloudflare.com",
    'frame-src': 'https://challenges.cloudflare.com',
  },
  hcaptcha: {
    'script-src': `'self' ${HCAPTCHA}`,
    'frame-src': HCAPTCHA,
    'style-src': `'self' ${HCAPTCHA}`,
    'connect-src': `'self' ${HCAPTCHA}`,
  },
  recaptcha: {
    'script-src': "'self' https://www.google.com/recaptcha/ https://www.gstatic.com/recaptcha/",
    'frame-src': 'https://www.google.com/recaptcha/ https://recaptcha.google.com/recaptcha/',
    'connect-src': "'self' https://www.google.com/recaptcha/",
  },
};

export const widgetSources = (provider: Provider): Readonly<Record<string, string>> => SOURCES[provider];
