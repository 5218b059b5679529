import { PASSWORD } from '../make/fill.js';
import type { Calls, Reply } from './calls.js';
import type { Desk } from './desk.js';
import { DOCUMENTS, type Operation } from './documents.js';
import { somewhere, type Town } from './town.js';

export interface Morning {
  readonly calls: Calls;
  readonly town: Town;
  readonly desk: Desk;
}

export interface Act {
  readonly name: string;
  /** So many begin in a second of the national peak (domain.md 6). */
  readonly perSecond: number;
  readonly play: (morning: Morning) => Promise<void>;
}

/**
 * 100,000 registrations a day, 60 % of them between eight and twelve: bursts of 20 a second, ten calls each. 600,000
 * logins a day with a peak of 100, each with two looks at the own account. Recovery outnumbers all other requests for
 * help; 4,000 to 8,000 cases a day occupy the desks.
 */
export const ACTS: readonly Act[] = [
  { name: 'registration', perSecond: 20, play: register },
  { name: 'login', perSecond: 100, play: logIn },
  { name: 'forgotten password', perSecond: 8, play: forgotPassword },
  { name: 'forgotten account', perSecond: 5, play: forgotAccount },
  { name: 'agent at the queue', perSecond: 1, play: ({ desk }) => desk.takeCase() },
  { name: 'agent on the phone', perSecond: 1, play: ({ desk, town }) => desk.lookUp(town) },
];

type Ask = (operation: Operation, input?: object, more?: Readonly<Record<string, string>>) => Promise<Reply>;

function asSomebody(calls: Calls): Ask {
  const from = {
    'x-forwarded-for': somewhere(),
    'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/126.0',
  };
  return (operation, input, more) => {
    const variables = input && (operation === 'regions' ? input : { input });
    return calls.ask({ operation, query: DOCUMENTS[operation], variables, headers: { ...from, ...more } });
  };
}

async function register({ calls, town }: Morning): Promise<void> {
  const ask = asSomebody(calls);
  const { email, nik } = town.newcomer();
  await ask('passwordPolicy');
  const code = town.message(email);
  code.catch(() => undefined); // nobody waits for it when the next call gives up
  const started = await ask('startRegistration', {
    ...{ scale: 'UMK', actor: 'INDIVIDUAL', identity: { nik }, channel: 'EMAIL', contact: email },
  });
  const registrationToken = started.data.registrationToken as string;
  const read = /\b(\d{6})\b/.exec((await code).text)?.[1];
  const verified = await ask('verifyRegistrationCode', { registrationToken, code: read });
  for (const parent of [undefined, '31', '31.74', '31.74.03']) await ask('regions', { parent });
  const link = town.message(email);
  link.catch(() => undefined);
  await ask('completeRegistration', {
    ...{ registrationToken: verified.data.registrationToken, password: PASSWORD, acceptTerms: true },
    ...{ fullName: 'Sutinah Contoh', birthDate: '1990-05-01', sex: 'MALE' },
    address: { street: 'Jalan Contoh 1', regionCode: '31.74.03.1001' },
  });
  const token = /#([\w-]{20,})/.exec((await link).text)?.[1];
  await ask('activateAccount', { token });
}

async function logIn({ calls, town }: Morning): Promise<void> {
  const ask = asSomebody(calls);
  const { data } = await ask('login', { identifier: town.usernameOf(town.resident()), password: PASSWORD });
  if (data.__typename !== 'LoggedIn') return;
  const authorization = `Bearer ${data.token}`;
  await ask('me', undefined, { authorization });
  await ask('me', undefined, { authorization });
}

async function forgotPassword({ calls, town }: Morning): Promise<void> {
  const identifier = town.usernameOf(town.resident());
  await asSomebody(calls)('requestPasswordReset', { identifier, channel: 'EMAIL' });
}

/** Half of them err: a NIK that nobody has costs as much. */
async function forgotAccount({ calls, town }: Morning): Promise<void> {
  const nik = Math.random() < 0.5 ? town.newcomer().nik : town.nikOf(town.resident());
  await asSomebody(calls)('findAccounts', { nik, hasNib: false });
}
