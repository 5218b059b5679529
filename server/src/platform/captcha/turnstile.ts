import type { Siteverify } from './remote-captcha.js';

/** Cloudflare Turnstile. The widget is rendered with the purpose as its `action`, which the provider protects. */
export const turnstile: Siteverify = {
  provider: 'turnstile',
  endpoint: 'https://challenges.cloudflare.com/turnstile/v0/siteverify',
  isOurs: ({ hostname, action }, purpose, account) =>
    action === purpose && account.hostnames.includes(hostname ?? ''),
};
