import type { Siteverify } from './remote-captcha.js';

const MIN_SCORE = 0.5;

/** Google reCAPTCHA v3: only that version signs the `action` (our purpose) and a score between 0 and 1. */
export const recaptcha: Siteverify = {
  provider: 'recaptcha',
  endpoint: 'https://www.google.com/recaptcha/api/siteverify',
  isOurs: ({ hostname, action, score }, purpose, { hostnames, minScore = MIN_SCORE }) =>
    action === purpose && hostnames.includes(hostname ?? '') && (score ?? 0) >= minScore,
};
