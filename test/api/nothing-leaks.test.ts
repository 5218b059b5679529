import { createHash } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { DAY_MS, MINUTE_MS } from '../../server/src/platform/clock.js';
import {
  ACTIVATE,
  ACTIVATE_WITH_CODE,
  COMPLETE,
  CORRECT_CONTACT,
  LOGIN,
  RESEND_ACTIVATION,
  RESEND_CODE,
  START,
  VERIFY,
} from '../kit/account-operations.js';
import { type Answer, type App, startApp } from '../kit/app.js';
import { entityProfile, entityStart, newCompany } from '../kit/companies.js';
import {
  activationToken,
  anotherCode,
  newPerson,
  outcome,
  type Person,
  profileInput,
  startInput,
} from '../kit/people.js';
import { FIND, REMIND, REPORT, REQUEST_RESET, RESET, tokenAt } from '../kit/recovery.js';
import { type RegistryServer, startRegistryServer } from '../kit/registry-server.js';
import { dump } from '../kit/tables.js';

const CHANGE_PASSWORD = /* GraphQL */ `
  mutation($input: ChangePasswordInput!) {
    changePassword(input: $input) { __typename ... on Problem { message } }
  }
`;
const ME =
  '{ me { username nik npwp email { value } whatsapp { value } activity { items { description } } } }';
const NEW_PASSWORD = 'Teh-Talua-91-sore';

let app: App;
let registry: RegistryServer;
/** By what they are; nobody but their owner may ever read them. */
const secrets = new Map<string, string>();
/** What a mail server may see and the database may hold, but no log. */
const personal = new Map<string, string>();
/** Every answer that told of a failure. */
const failures: string[] = [];
/** The database as text, after every step and before the worker's turn, when messages still wait. */
const dumps: string[] = [];

async function ask(query: string, input: object, token?: string): Promise<Answer> {
  const answer = await app.ask(query, { input }, token);
  const [field] = Object.values(answer.data ?? {}) as ({ message?: string } | null)[];
  if (answer.errors || field?.message) failures.push(JSON.stringify(answer));
  const tables = await dump(app);
  tables.delete('dev_inbox_messages');
  dumps.push(JSON.stringify([...tables]));
  return answer;
}

function known<T extends string | null>(what: string, secret: T): T {
  if (secret) secrets.set(`${what} (${secrets.size})`, secret);
  return secret;
}

/** Where a text shows one of these, plainly or in a coat that anybody could take off. */
function found(among: ReadonlyMap<string, string>, texts: readonly string[]): string[] {
  return [...among].flatMap(([what, secret]) =>
    disguises(secret)
      .filter(([, shown]) => texts.some((text) => shown.test(text)))
      .map(([how]) => `${what} ${how}`),
  );
}

function disguises(secret: string): [how: string, shown: RegExp][] {
  const sha = createHash('sha256').update(secret).digest();
  const coats = {
    plain: secret,
    base64: Buffer.from(secret).toString('base64').replace(/=+$/, ''),
    hex: Buffer.from(secret).toString('hex'),
    // Of a number or password the plain hash is as good as itself; 256 random bits are safe behind one.
    ...(secret.length <= 20 && {
      hash: sha.toString('hex'),
      'hash in base64': sha.toString('base64').replace(/=+$/, ''),
    }),
  };
  // By itself: six digits stand inside many a longer number.
  return Object.entries(coats).map(([how, text]) => [
    how,
    new RegExp(`(?<![\\w-])${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`, 'u'),
  ]);
}

function rememberPerson({ nik, birthDate, email, phone, e164, password }: Person): void {
  known('NIK', nik);
  known('birth date', birthDate);
  known('password', password);
  for (const one of [email, phone, e164]) personal.set(`contact (${personal.size})`, one);
}

/** An individual, with every wrong turn on the way. */
async function walkOfAnIndividual(): Promise<void> {
  const person = newPerson();
  rememberPerson(person);
  personal.set('name', person.fullName);
  const first = {
    ...(await startInput(app, person)),
    captcha: known('captcha', await app.captcha('REGISTER')),
  };
  const { registrationToken } = outcome(await ask(START, first), 'RegistrationStarted');
  known('registration token', registrationToken);
  const former = known('code', (await app.latest(person.email, 'REGISTRATION_CODE')).code);
  await ask(VERIFY, { registrationToken, code: anotherCode(former) });
  app.passTime(MINUTE_MS);
  await ask(RESEND_CODE, { registrationToken });
  const code = known('code', (await app.latest(person.email, 'REGISTRATION_CODE')).code);
  await ask(VERIFY, { registrationToken, code: former });
  const verified = outcome(await ask(VERIFY, { registrationToken, code }), 'RegistrationVerified');
  const token = known('registration token', verified.registrationToken as string);
  const profile = { ...profileInput(person, token), whatsapp: person.phone, npwp: person.nik };

  await ask(COMPLETE, { ...profile, password: known('refused password', 'Sutinah-8899!') });
  await ask(COMPLETE, { ...profile, npwp: known('refused NPWP', '1000000099999991') });
  await ask(COMPLETE, { ...profile, password: [person.password], sex: person.nik });
  registry.script(person.nik, { answer: 'MISMATCH', fields: ['fullName'] });
  await ask(COMPLETE, profile);
  registry.script(person.nik, `{"answer":"MATCH","name":"${person.nik} ${person.fullName}"}`);
  outcome(await ask(COMPLETE, profile), 'RegistrationPending');
  registry.script(person.nik, { answer: 'MATCH' });
  app.passTime(DAY_MS);
  const link = known('activation link', await activationToken(app, person));
  const byPhone = known('code', (await app.latest(person.e164, 'ACTIVATION_CODE')).code);

  await ask(LOGIN, { identifier: person.email, password: person.password });
  await ask(ACTIVATE_WITH_CODE, { identifier: person.phone, code: anotherCode(byPhone) });
  await ask(ACTIVATE, { token: `${link}x` });
  await ask(RESEND_ACTIVATION, { identifier: person.email, captcha: 'made up' });
  outcome(await ask(ACTIVATE, { token: link }), 'AccountActivated');
  await ask(ACTIVATE, { token: link });
  await walkThroughTheAccount(person);
}

async function walkThroughTheAccount(person: Person): Promise<void> {
  const login = { identifier: person.email, password: person.password };
  await ask(LOGIN, { ...login, password: known('wrong password', 'Tebakan-Saja-1') });
  await ask(LOGIN, { identifier: known('password in the wrong field', 'Salah-Kolom-55'), password: 'x' });
  const session = known('session token', outcome(await ask(LOGIN, login), 'LoggedIn').token as string);
  const change = { currentPassword: person.password, newPassword: known('new password', NEW_PASSWORD) };
  await ask(CHANGE_PASSWORD, { ...change, currentPassword: 'Tebakan-Saja-1' }, session);
  await ask(CHANGE_PASSWORD, { ...change, newPassword: person.password }, session);
  outcome(await ask(CHANGE_PASSWORD, change, session), 'PasswordChanged');
  const captcha = known('captcha', await app.captcha('LOGIN'));
  const again = outcome(await ask(LOGIN, { ...login, password: NEW_PASSWORD, captcha }), 'LoggedIn');
  const { data } = await app.ask(ME, {}, known('session token', again.token as string));
  expect(data.me.nik).toBe(`${person.nik.slice(0, 4)}••••${person.nik.slice(-4)}`);
  await walkThroughForgetting(person);
}

/** The password is forgotten, and then the username. */
async function walkThroughForgetting({ nik, email: identifier, password }: Person): Promise<void> {
  const asked = { identifier, channel: 'EMAIL' };
  await ask(REQUEST_RESET, { ...asked, captcha: 'made up' });
  await ask(REQUEST_RESET, { ...asked, captcha: known('captcha', await app.captcha('PASSWORD_RESET')) });
  const token = known('reset link', await tokenAt(app, identifier, 'PASSWORD_RESET_LINK'));
  await ask(RESET, { token: `${token}x`, newPassword: password });
  await ask(RESET, { token, newPassword: known('refused password', 'Sutinah-8877!') });
  const newPassword = known('password after a reset', 'Wedang-Ronde-73-malam');
  outcome(await ask(RESET, { token, newPassword }), 'PasswordReset');
  await ask(RESET, { token, newPassword });

  const looked = { nik, hasNib: false, captcha: known('captcha', await app.captcha('FIND_ACCOUNT')) };
  await ask(FIND, { ...looked, nib: '0302229999903' });
  const { accounts } = outcome(await ask(FIND, looked), 'AccountsFound');
  await ask(FIND, looked);
  const lookupId = known('lookup id', accounts[0].lookupId as string);
  await ask(REMIND, { lookupId: `${lookupId}x`, channel: 'EMAIL' });
  await ask(REMIND, { lookupId, channel: 'EMAIL' });

  const report = known('report link', await tokenAt(app, identifier, 'PASSWORD_RESET'));
  await ask(REPORT, { token: `${report}x` });
  outcome(await ask(REPORT, { token: report }), 'AccountSecured');
  await ask(REPORT, { token: report });
}

/** A company run by a foreigner, and a contact mended on the way. */
async function walkOfACompany(): Promise<void> {
  const [person, company, meant] = [newPerson(), newCompany(), newPerson()];
  const identity = { passport: known('passport', 'X9999951'), passportCountry: 'JPN' };
  rememberPerson(person);
  personal.set('mended contact', meant.email);
  known('company NPWP', company.npwp);
  const first = await entityStart(app, person, { identity, entity: company });
  const { registrationToken } = outcome(await ask(START, first), 'RegistrationStarted');
  const code = known('code', (await app.latest(person.email, 'REGISTRATION_CODE')).code);
  const { registrationToken: token } = outcome(
    await ask(VERIFY, { registrationToken, code }),
    'RegistrationVerified',
  );
  const done = outcome(await ask(COMPLETE, entityProfile(token, person)), 'RegistrationCompleted');
  const astray = known('activation link', await activationToken(app, person));
  const mend = {
    identifier: done.username,
    password: person.password,
    channel: 'EMAIL',
    contact: meant.email,
  };
  await ask(CORRECT_CONTACT, { ...mend, captcha: await app.captcha('RESEND_ACTIVATION') });
  await ask(ACTIVATE, { token: astray });
  outcome(
    await ask(ACTIVATE, { token: known('activation link', await activationToken(app, meant)) }),
    'AccountActivated',
  );
}

beforeAll(async () => {
  registry = await startRegistryServer();
  app = await startApp({ REGISTRY_URL: registry.url, LOG_LEVEL: 'trace' });
  await walkOfAnIndividual();
  await walkOfACompany();
  await app.work();
});
afterAll(async () => {
  await app.stop();
  await registry.stop();
});

describe('after a whole walk, with every wrong turn on the way', () => {
  it('there is something that could have leaked, and the search would find it', () => {
    expect(secrets.size).toBeGreaterThan(25);
    expect([failures.length, dumps.length].every((count) => count > 10)).toBe(true);
    expect(app.lines.length).toBeGreaterThan(0);
    const [[what, secret] = ['', '']] = secrets;
    const coat = Buffer.from(secret).toString('base64');
    expect(found(secrets, [`{"a":"${secret}"}`, `{"b":"${coat}"}`])).toEqual([
      `${what} plain`,
      `${what} base64`,
    ]);
    expect(found(personal, [dumps.join()])).not.toEqual([]);
  });

  it('no log line shows a code, token, password or number, nor whose they are', () => {
    expect(found(new Map([...secrets, ...personal]), app.lines)).toEqual([]);
  });

  it('no answer that tells of a failure shows one', () => {
    expect(found(secrets, failures)).toEqual([]);
  });

  it('the database holds none that could be read, not even while a message waits', () => {
    expect(found(secrets, dumps)).toEqual([]);
  });

  it('the messages that carried them are gone from the queue', async () => {
    const waiting = 'SELECT id FROM outbox_messages WHERE sealed IS NOT NULL';
    expect(await app.db.rows.query(waiting)).toEqual([]);
  });

  it('a database that fails in the middle puts none of them into the log or the answer', async () => {
    const [person, before] = [newPerson(), app.lines.length];
    rememberPerson(person);
    await app.db.writer.query('DROP TABLE one_time_secrets');
    const input = { ...(await startInput(app, person)), identity: { nik: person.nik } };
    const answers = [
      await app.ask(START, { input }),
      await app.ask(ACTIVATE_WITH_CODE, {
        input: { identifier: person.phone, code: known('code', '864209') },
      }),
      await app.ask(ACTIVATE, { input: { token: known('token', 'kept-by-nobody-but-me') } }),
    ];
    for (const { errors } of answers) expect(errors?.[0].extensions.code).toBe('INTERNAL_SERVER_ERROR');
    const lines = app.lines.slice(before);
    expect(lines.filter((line) => line.includes('QueryFailedError'))).toHaveLength(answers.length);
    expect(found(new Map([...secrets, ...personal]), [...lines, JSON.stringify(answers)])).toEqual([]);
  });
});
