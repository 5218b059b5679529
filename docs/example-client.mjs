// Registers, activates and logs in as a client app does. Beside `npm start`: node docs/example-client.mjs
import { randomInt } from 'node:crypto';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

const service = process.argv[2] ?? 'http://127.0.0.1:4000';
const email = `contoh${randomInt(1e9)}@example.com`;
const nik = `3174${randomInt(10, 99)}080590${randomInt(9901, 9989)}`; // invented: the last four digits belong to nobody
const password = 'Kopi-Tubruk-88-pagi';

async function ask(query, variables) {
  const headers = { 'content-type': 'application/json', 'accept-language': 'en' };
  const body = JSON.stringify({ query, variables });
  const { data, errors } = await (
    await fetch(`${service}/graphql`, { method: 'POST', headers, body })
  ).json();
  if (errors) throw new Error(JSON.stringify(errors)); // bad input names its fields; trouble has a reference
  return Object.values(data)[0];
}

/** The outcome we want, such as `LoggedIn { token }`; every other has a sentence fit to show. */
async function run(operation, wanted, input) {
  const type = `${operation[0].toUpperCase()}${operation.slice(1)}Input!`;
  const outcomes = `__typename ... on ${wanted} ... on Problem { message }`;
  const outcome = await ask(`mutation($input: ${type}) { ${operation}(input: $input) { ${outcomes} } }`, {
    input,
  });
  if (wanted.startsWith(outcome.__typename)) return outcome;
  throw new Error(`${outcome.__typename}: ${outcome.message}`);
}

/** A proof of work, good for one request. */
async function captcha(purpose) {
  const asked = await ask(`{ captchaChallenge(purpose: ${purpose}) { challenge } }`);
  const challenge = JSON.parse(asked.challenge);
  return btoa(JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) }));
}

/** What a person reads in their mailbox; outside production the service shows it at /dev/inbox. */
async function mail(kind) {
  for (;;) {
    const messages = await (await fetch(`${service}/dev/inbox.json?to=${email}`)).json();
    for (const message of messages) if (message.kind === kind) return message;
  }
}

const who = { scale: 'UMK', actor: 'INDIVIDUAL', identity: { nik }, channel: 'EMAIL', contact: email };
who.captcha = await captcha('REGISTER');
const begun = await run('startRegistration', 'RegistrationStarted { registrationToken }', who);
const answer = { registrationToken: begun.registrationToken, code: (await mail('REGISTRATION_CODE')).code };
const proven = await run('verifyRegistrationCode', 'RegistrationVerified { registrationToken }', answer);
const person = { fullName: 'Sutinah Contoh', birthDate: '1990-05-08', sex: 'MALE', acceptTerms: true };
const profile = { registrationToken: proven.registrationToken, password, ...person };
profile.address = { street: 'Jalan Contoh 1', regionCode: '31.74' };
const { username } = await run('completeRegistration', 'RegistrationCompleted { username }', profile);
const [, secret] = (await mail('ACTIVATION_LINK')).link.split('#');
await run('activateAccount', 'AccountActivated { username }', { token: secret });
const { token } = await run('login', 'LoggedIn { token }', { identifier: username, password });
process.stdout.write(`${username} is logged in; the token has ${token.length} characters.\n`);
