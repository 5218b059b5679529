import { AnswersKeysDocument } from '../gql/graphql.ts';
import { request } from './request.ts';

/** The newest seals, the others open what it has sealed before the service changed its own key. */
let keys: Promise<readonly CryptoKey[]> | undefined;

const NONCE_BYTES = 12;

/** Not on plain http, where browsers hold back their cryptography. Nothing is kept over a reload there. */
export const canSeal = (): boolean => globalThis.isSecureContext && 'subtle' in globalThis.crypto;

/** Text that says nothing without this browser's cookie, which no script reads, and the service. Throws as `request` does. */
export async function seal(value: object): Promise<string> {
  const [newest] = await keysOfThisBrowser();
  if (!newest) throw new Error('The service gave no key.');
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const text = new TextEncoder().encode(JSON.stringify(value));
  const closed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, newest, text));
  return btoa(String.fromCharCode(...iv, ...closed));
}

/** Undefined for what was sealed under another cookie: the browser was closed in between. */
export async function unseal(sealed: string): Promise<object | undefined> {
  const bytes = Uint8Array.from(atob(sealed), (one) => one.charCodeAt(0));
  const [iv, closed] = [bytes.slice(0, NONCE_BYTES), bytes.slice(NONCE_BYTES)];
  for (const key of await keysOfThisBrowser()) {
    const opened = crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, closed);
    const text = await opened.catch(() => undefined);
    if (text) return JSON.parse(new TextDecoder().decode(text));
  }
  return undefined;
}

function keysOfThisBrowser(): Promise<readonly CryptoKey[]> {
  if (keys) return keys;
  const asked = askForKeys();
  keys = asked;
  asked.catch(() => {
    keys = undefined; // a lost network: the next one asks again
  });
  return asked;
}

async function askForKeys(): Promise<readonly CryptoKey[]> {
  const { answersKeys } = await request(AnswersKeysDocument);
  return Promise.all(answersKeys.map(keyOf));
}

async function keyOf(material: string): Promise<CryptoKey> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(material));
  return crypto.subtle.importKey('raw', digest, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
