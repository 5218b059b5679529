import { ACTIVATE, COMPLETE, LOGIN, START, VERIFY } from './account-operations.js';
import type { Answer, App } from './app.js';

export const PASSWORD = 'Kopi-Tubruk-88-pagi';

export interface Person {
  readonly nik: string;
  readonly birthDate: string;
  readonly email: string;
  /** As typed; E.164 is `+62…`. */
  readonly phone: string;
  readonly e164: string;
  readonly fullName: string;
  readonly password: string;
}

export interface Registered extends Person {
  readonly username: string;
}

let people = 0;

/** Somebody invented, different every time. */
export function newPerson(): Person {
  people += 1;
  const number = String(people + 1000).slice(-4);
  const phone = `0860${String(12_340_000 + people).padStart(8, '0')}`;
  const day = String((people % 28) + 1).padStart(2, '0');
  const year = String(50 + (Math.floor(people / 28) % 40));
  const serial = `99${String((people % 89) + 1).padStart(2, '0')}`; // 9990 and up mean something to the local registry
  return {
    nik: `317403${day}05${year}${serial}`,
    birthDate: `19${year}-05-${day}`,
    email: `orang${number}@example.com`,
    phone,
    e164: `+62${phone.slice(1)}`,
    fullName: 'Sutinah Contoh',
    password: PASSWORD,
  };
}

type Channel = 'EMAIL' | 'WHATSAPP';

/** What the first step asks of an individual. */
export async function startInput(app: App, person: Person, channel: Channel = 'EMAIL') {
  return {
    scale: 'UMK',
    actor: 'INDIVIDUAL',
    identity: { nik: person.nik },
    channel,
    contact: channel === 'EMAIL' ? person.email : person.phone,
    captcha: await app.captcha('REGISTER'),
  };
}

/** What the last step asks of an individual. */
export function profileInput(person: Person, registrationToken: string) {
  return {
    registrationToken,
    password: person.password,
    fullName: person.fullName,
    birthDate: person.birthDate,
    sex: 'MALE',
    address: { street: 'Jalan Contoh 1', regionCode: '31.74.03.1001', postalCode: '12710' },
    acceptTerms: true,
  };
}

/** Opens a registration and answers its token. */
export async function started(app: App, person: Person, channel: Channel = 'EMAIL'): Promise<string> {
  const answer = await app.ask(START, { input: await startInput(app, person, channel) });
  return outcome(answer, 'RegistrationStarted').registrationToken;
}

/** …and proves the contact with the code from the inbox. */
export async function proven(app: App, person: Person, channel: Channel = 'EMAIL'): Promise<string> {
  const registrationToken = await started(app, person, channel);
  const { code } = await app.latest(channel === 'EMAIL' ? person.email : person.e164, 'REGISTRATION_CODE');
  const answer = await app.ask(VERIFY, { input: { registrationToken, code } });
  return outcome(answer, 'RegistrationVerified').registrationToken;
}

/** …and completes it: an account that waits for its activation. `more` is added to the last step's input. */
export async function registered(app: App, more: object = {}, person = newPerson()): Promise<Registered> {
  const token = await proven(app, person);
  const answer = await app.ask(COMPLETE, { input: { ...profileInput(person, token), ...more } });
  return { ...person, username: outcome(answer, 'RegistrationCompleted').username };
}

/** The part of the newest activation link that opens the account. */
export async function activationToken(app: App, { email }: Person): Promise<string> {
  const { link } = await app.latest(email, 'ACTIVATION_LINK');
  return new URL(link ?? '').hash.slice(1);
}

/** …and activates it. */
export async function active(app: App, more: object = {}, person = newPerson()): Promise<Registered> {
  const known = await registered(app, more, person);
  const token = await activationToken(app, known);
  outcome(await app.ask(ACTIVATE, { input: { token } }), 'AccountActivated');
  return known;
}

/** …and logs in: the session's token. */
export async function loggedIn(
  app: App,
  person: Registered,
  headers: Record<string, string> = {},
): Promise<string> {
  const input = { identifier: person.username, password: person.password };
  return outcome(await app.ask(LOGIN, { input }, undefined, headers), 'LoggedIn').token;
}

/** The type of what was answered; of a refused input its code. */
export function said({ data, errors }: Answer): string {
  const [field] = Object.values(data ?? {}) as ({ __typename: string } | null)[];
  return field?.__typename ?? errors?.[0]?.extensions?.code ?? 'nothing';
}

/** A code of six digits that is not this one. */
export const anotherCode = (code: string | null): string => (code === '135790' ? '135791' : '135790');

/** The one root field of an answer, when it is of this type; fails the test with what it was instead. */
// biome-ignore lint/suspicious/noExplicitAny: an outcome has the fields its document asked for.
export function outcome(answer: Answer, typename: string): any {
  const [field] = Object.values(answer.data ?? {}) as { __typename: string }[];
  if (field?.__typename !== typename) {
    throw new Error(`Expected ${typename}, got ${JSON.stringify(answer.errors ?? field)}`);
  }
  return field;
}
