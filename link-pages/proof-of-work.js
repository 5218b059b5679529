import { ask, Trouble } from './link-page.js';

const CHALLENGE =
  'query ($purpose: CaptchaPurpose!) { captchaChallenge(purpose: $purpose) { provider challenge } }';
const NOT_HERE = {
  id: 'Pengiriman ulang tidak dapat dilakukan di halaman ini. Gunakan portal, atau hubungi DPMPTSP setempat.',
  en: 'This page cannot send it again. Use the portal, or ask the local licensing office (DPMPTSP).',
};
/** Derivations begun together, so that all cores have work. */
const AT_ONCE = 16;

/** What the server asks for before it sends something: an ALTCHA challenge, solved by this machine. Null where none is asked. */
export async function solveCaptcha(purpose) {
  const { provider, challenge } = await ask(CHALLENGE, { purpose });
  if (provider === 'off') return null;
  // Another provider would load its own script; `crypto.subtle` is missing where the page came over plain http.
  if (!challenge || !globalThis.crypto?.subtle) throw new Trouble(NOT_HERE[document.documentElement.lang]);
  const asked = JSON.parse(challenge);
  const solution = await solve(asked.parameters);
  return btoa(JSON.stringify({ challenge: asked, solution }));
}

/** Counts up until the key derived from nonce and number begins as the challenge says. */
async function solve({ nonce, salt, cost, keyLength, keyPrefix }) {
  for (let counter = 0; ; counter += AT_ONCE) {
    const numbers = Array.from({ length: AT_ONCE }, (_, place) => counter + place);
    const keys = await Promise.all(numbers.map((number) => derive(number, { nonce, salt, cost, keyLength })));
    const found = keys.findIndex((key) => key.startsWith(keyPrefix));
    if (found >= 0) return { counter: counter + found, derivedKey: keys[found] };
  }
}

async function derive(number, { nonce, salt, cost, keyLength }) {
  const password = new Uint8Array([...bytesOf(nonce), 0, 0, 0, 0]);
  new DataView(password.buffer).setUint32(password.length - 4, number);
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations: cost };
  return hexOf(await crypto.subtle.deriveBits(how, key, keyLength * 8));
}

const bytesOf = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const hexOf = (buffer) =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
