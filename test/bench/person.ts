import { setTimeout as pause } from 'node:timers/promises';

export const PASSWORD = 'Kopi-Tubruk-88-pagi';

interface InboxMessage {
  readonly kind: string;
  readonly code: string | null;
  readonly link: string | null;
}

// biome-ignore lint/suspicious/noExplicitAny: an answer has the fields its document asked for.
type Fields = any;

async function ask(base: string, query: string, input: object): Promise<Fields> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query, variables: { input } });
  const { data, errors } = (await (
    await fetch(`${base}/graphql`, { method: 'POST', headers, body })
  ).json()) as Fields;
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0];
}

async function message(base: string, to: string, kind: string): Promise<InboxMessage> {
  for (let tries = 0; tries < 200; tries += 1) {
    const all = (await (
      await fetch(`${base}/dev/inbox.json?to=${encodeURIComponent(to)}`)
    ).json()) as InboxMessage[];
    const found = all.find((one) => one.kind === kind);
    if (found) return found;
    await pause(25);
  }
  throw new Error(`No ${kind} arrived at ${to}.`);
}

/** Registers, activates and logs in somebody invented, as a client would: the session's token and the username. */
export async function somebody(base: string, number: number): Promise<{ username: string; token: string }> {
  const email = `pembanding${number}@example.com`; // those that `fill` makes are called otherwise
  const nik = `317403${String((number % 28) + 1).padStart(2, '0')}0590${9900 + (number % 89)}`;
  const started = await ask(
    base,
    'mutation($input: StartRegistrationInput!) { startRegistration(input: $input) { ... on RegistrationStarted { registrationToken } } }',
    { scale: 'UMK', actor: 'INDIVIDUAL', identity: { nik }, channel: 'EMAIL', contact: email },
  );
  const { code } = await message(base, email, 'REGISTRATION_CODE');
  const verified = await ask(
    base,
    'mutation($input: VerifyRegistrationCodeInput!) { verifyRegistrationCode(input: $input) { ... on RegistrationVerified { registrationToken } } }',
    { registrationToken: started.registrationToken, code },
  );
  const completed = await ask(
    base,
    'mutation($input: CompleteRegistrationInput!) { completeRegistration(input: $input) { __typename ... on RegistrationCompleted { username } } }',
    {
      registrationToken: verified.registrationToken,
      password: PASSWORD,
      fullName: 'Sutinah Contoh',
      birthDate: '1990-05-01',
      sex: 'MALE',
      address: { street: 'Jalan Contoh 1', regionCode: '31.74.03.1001' },
      acceptTerms: true,
    },
  );
  const { link } = await message(base, email, 'ACTIVATION_LINK');
  const token = new URL(link ?? '').hash.slice(1);
  await ask(
    base,
    'mutation($input: ActivateAccountInput!) { activateAccount(input: $input) { __typename } }',
    { token },
  );
  const login = 'mutation($input: LoginInput!) { login(input: $input) { ... on LoggedIn { token } } }';
  const loggedIn = await ask(base, login, { identifier: completed.username, password: PASSWORD });
  return { username: completed.username, token: loggedIn.token };
}
