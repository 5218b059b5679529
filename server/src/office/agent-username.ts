import { fault, type Parsed, parsed } from '../platform/words/fault.js';
import { readTyped } from '../platform/words/typed-text.js';

const AGENT_USERNAME = fault('AGENT_USERNAME', {
  id: 'Nama pengguna petugas terdiri dari 3–40 huruf, angka, titik atau tanda hubung, diawali huruf.',
  en: 'The user name of an agent is 3–40 letters, digits, dots or hyphens and begins with a letter.',
});

/** As it is shown; `usernameKey` is what is compared. */
export function readAgentUsername(raw: string): Parsed<string> {
  const text = readTyped(raw);
  if ('fault' in text) return text;
  return /^[a-z][a-z0-9.-]{2,39}$/i.test(text.value) ? parsed(text.value) : { fault: AGENT_USERNAME };
}
