import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Account } from '../../server/src/account/account.entity.js';
import { Identifier } from '../../server/src/account/identifier.entity.js';
import { Session } from '../../server/src/account/session.entity.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import type { AuditEventName } from '../../server/src/platform/audit/audit-events.js';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { ACTIVATE, COMPLETE, LOGIN } from '../kit/account-operations.js';
import { type Answer, type App, anotherProcess, startApp } from '../kit/app.js';
import {
  activationToken,
  active,
  loggedIn,
  newPerson,
  outcome,
  profileInput,
  proven,
  type Registered,
  registered,
  said,
} from '../kit/people.js';

const WRONG = 'Kopi-Tubruk-88-sore';
const NO_CAPTCHA = { CAPTCHA_LOGIN_AFTER: '1000' };
const BEHIND_PROXY = { TRUSTED_PROXIES: '127.0.0.1' };

interface How {
  readonly captcha?: string;
  /** Client address as the proxy reports it. */
  readonly from?: string;
  readonly agent?: string;
}

function attempt(app: App, identifier: string, password: string, { captcha, from, agent }: How = {}) {
  const headers = {
    ...(from ? { 'x-forwarded-for': from } : {}),
    ...(agent ? { 'user-agent': agent } : {}),
  };
  return app.ask(LOGIN, { input: { identifier, password, captcha } }, undefined, headers);
}

/** How often each kind of answer came. */
function tally(answers: Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) counts[said(answer)] = (counts[said(answer)] ?? 0) + 1;
  return counts;
}

const source = (n: number) => `203.0.113.${n + 1}`;

/** When the answer says to come back, in milliseconds from now. */
const waitIn = (app: App, answer: Answer) =>
  Date.parse(outcome(answer, 'TooManyRequests').retryAt) - app.now().getTime();

async function fail(app: App, times: number, identifier: string, how: How = {}): Promise<void> {
  for (let n = 0; n < times; n += 1) outcome(await attempt(app, identifier, WRONG, how), 'LoginRejected');
}

/** Email and phone both proven: registered with the number, activated with the link. */
async function knownByAll(app: App): Promise<Registered> {
  const person = newPerson();
  const token = await proven(app, person, 'WHATSAPP');
  const input = { ...profileInput(person, token), email: person.email };
  const { username } = outcome(await app.ask(COMPLETE, { input }), 'RegistrationCompleted');
  outcome(
    await app.ask(ACTIVATE, { input: { token: await activationToken(app, person) } }),
    'AccountActivated',
  );
  return { ...person, username };
}

async function idOf(app: App, { username }: Registered): Promise<string> {
  return (await app.db.rows.findOneByOrFail(Identifier, { identifierKey: username })).accountId;
}

async function setStatus(app: App, person: Registered, status: string): Promise<void> {
  const id = await idOf(app, person);
  await app.db.transact((tx) => tx.query('UPDATE accounts SET status = ? WHERE id = ?', [status, id]));
}

const events = async (app: App, person: Registered, event: AuditEventName) =>
  app.db.rows.findBy(AuditEvent, { subjectId: await idOf(app, person), event });

describe('an identifier', () => {
  let app: App;
  let person: Registered;
  beforeAll(async () => {
    app = await startApp();
    person = await knownByAll(app);
  });
  afterAll(() => app.stop());

  const wide = (text: string) =>
    text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
  it.each<[string, (p: Registered) => string]>([
    ['the username', (p) => p.username],
    ['the username in capitals', (p) => p.username.toUpperCase()],
    ['the username between spaces', (p) => `  ${p.username} `],
    ['the username in full-width letters', (p) => wide(p.username)],
    ['the email', (p) => p.email],
    ['the email in capitals', (p) => p.email.toUpperCase()],
    ['the email with a space behind', (p) => `${p.email} `],
    ['the email with an invisible mark', (p) => `\u200b${p.email}`],
    ['the number as dialled', (p) => p.phone],
    ['the number with hyphens', (p) => p.phone.replace(/^(\d{4})(\d{4})/, '$1-$2-')],
    ['the number with its country', (p) => p.e164],
    ['the number with its country and spaces', (p) => p.e164.replace(/^(\+62)(\d{3})/, '$1 $2 ')],
    ['the number with 62 alone', (p) => p.e164.slice(1)],
    ['the number with 0062', (p) => `00${p.e164.slice(1)}`],
    ['the number in full-width digits', (p) => wide(p.phone)],
  ])('is %s', async (_, spelled) => {
    const answer = await attempt(app, spelled(person), person.password);
    expect(outcome(answer, 'LoggedIn').account.username).toBe(person.username);
  });

  it.each<[string, (p: Registered) => string]>([
    ['an accent in the username', (p) => p.username.replace(/[a-z]/, (char) => `${char}\u0301`)],
    ['a dot in the mailbox', (p) => p.email.replace('orang', 'or.ang')],
    ['a tag on the mailbox', (p) => p.email.replace('@', '+oss@')],
    ['one digit more', (p) => `${p.phone}0`],
  ])('is another one with %s', async (_, spelled) => {
    outcome(await attempt(app, spelled(person), person.password), 'LoginRejected');
  });

  it('is no contact its owner has not proven yet', async () => {
    const other = newPerson();
    const known = await active(app, { whatsapp: other.phone }, other);
    outcome(await attempt(app, known.phone, known.password), 'LoginRejected');
    outcome(await attempt(app, known.email, known.password), 'LoggedIn');
  });
});

describe('an account that is', () => {
  let app: App;
  const people: Record<string, Registered> = {};
  beforeAll(async () => {
    app = await startApp(NO_CAPTCHA);
    for (const status of ['ACTIVE', 'BLOCKED', 'CLOSED']) {
      const person = await active(app);
      people[status] = person;
      await setStatus(app, person, status);
    }
    people.AWAITING_ACTIVATION = await registered(app);
  });
  afterAll(() => app.stop());
  const username = (status: string) => people[status]?.username ?? '';
  const password = (status: string) => people[status]?.password ?? '';

  it.each(['ACTIVE', 'BLOCKED', 'CLOSED', 'AWAITING_ACTIVATION'])(
    '%s answers a wrong password as nobody would',
    async (status) => {
      const unknown = await attempt(app, 'takdikenal9x', WRONG);
      expect(await attempt(app, username(status), WRONG)).toEqual(unknown);
      expect(outcome(unknown, 'LoginRejected').message).toContain('tidak cocok');
    },
  );

  it('waiting for its activation says so to the right password, and where the message went', async () => {
    const answer = await attempt(app, username('AWAITING_ACTIVATION'), password('AWAITING_ACTIVATION'));
    const [contact] = outcome(answer, 'AccountNotActivated').contacts;
    expect(contact).toEqual({ channel: 'EMAIL', value: expect.stringMatching(/^o•••\d@e•••\.com$/) });
  });

  it('blocked says so to the right password', async () => {
    outcome(await attempt(app, username('BLOCKED'), password('BLOCKED')), 'AccountBlocked');
  });

  it('closed tells nothing even to the right password', async () => {
    const right = await attempt(app, username('CLOSED'), password('CLOSED'));
    expect(right).toEqual(await attempt(app, 'takdikenal9x', WRONG));
  });

  it.each(['BLOCKED', 'CLOSED', 'AWAITING_ACTIVATION'])(
    '%s opens no session, and the refused try is on record',
    async (status) => {
      const person = people[status] as Registered;
      const before = (await events(app, person, 'LOGIN_FAILED')).length;
      await attempt(app, person.username, person.password);
      const rows = await events(app, person, 'LOGIN_FAILED');
      expect(rows.map(({ reasonCode }) => reasonCode)).toContain(status);
      expect(rows).toHaveLength(before + 1);
      expect(await app.db.rows.countBy(Session, { accountId: await idOf(app, person) })).toBe(0);
    },
  );
});

describe('a captcha', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  it('is asked after two failures, for the right password too', async () => {
    const person = await active(app);
    await fail(app, 2, person.username);
    outcome(await attempt(app, person.username, person.password), 'CaptchaRequired');
    const captcha = await app.captcha('LOGIN');
    outcome(await attempt(app, person.username, person.password, { captcha }), 'LoggedIn');
  });

  it('is asked for an identifier nobody has after the same two failures', async () => {
    await fail(app, 2, 'takdikenal1a');
    outcome(await attempt(app, 'takdikenal1a', WRONG), 'CaptchaRequired');
    await fail(app, 1, 'takdikenal1a', { captcha: await app.captcha('LOGIN') });
  });

  it('is good once', async () => {
    const person = await active(app);
    await fail(app, 2, person.username);
    const captcha = await app.captcha('LOGIN');
    await fail(app, 1, person.username, { captcha });
    outcome(await attempt(app, person.username, person.password, { captcha }), 'CaptchaRejected');
  });

  it('is refused when it is nonsense, too old, or was made for something else', async () => {
    const person = await active(app);
    await fail(app, 2, person.username);
    const old = await app.captcha('LOGIN');
    app.passTime(10 * MINUTE_MS);
    for (const captcha of ['nonsense', await app.captcha('REGISTER'), old])
      outcome(await attempt(app, person.username, person.password, { captcha }), 'CaptchaRejected');
  });

  it('that is missing costs no try', async () => {
    const person = await active(app);
    await fail(app, 2, person.username);
    for (let n = 0; n < 10; n += 1) outcome(await attempt(app, person.username, WRONG), 'CaptchaRequired');
    const captcha = await app.captcha('LOGIN');
    outcome(await attempt(app, person.username, person.password, { captcha }), 'LoggedIn');
  });

  it('is asked again after a login that followed failures from elsewhere', async () => {
    const person = await active(app);
    await fail(app, 2, person.username);
    const how = { captcha: await app.captcha('LOGIN') };
    outcome(await attempt(app, person.username, person.password, how), 'LoggedIn');
    outcome(await attempt(app, person.username, person.password), 'CaptchaRequired');
    app.passTime(HOUR_MS);
    outcome(await attempt(app, person.username, person.password), 'LoggedIn');
  });
});

describe('the delay after failures', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp(NO_CAPTCHA);
  });
  afterAll(() => app.stop());

  it('begins with the fifth, doubles, and stays at a quarter of an hour', async () => {
    const person = await active(app);
    await fail(app, 5, person.username);
    const longest = 15 * 60;
    for (const seconds of [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, longest, longest]) {
      expect(waitIn(app, await attempt(app, person.username, WRONG))).toBe(seconds * SECOND_MS);
      app.passTime(seconds * SECOND_MS - 1);
      expect(waitIn(app, await attempt(app, person.username, WRONG))).toBe(1);
      app.passTime(1);
      await fail(app, 1, person.username);
    }
  });

  it('holds for the right password, which works at its end and begins anew', async () => {
    const person = await active(app);
    await fail(app, 5, person.username);
    expect(waitIn(app, await attempt(app, person.username, person.password))).toBe(SECOND_MS);
    app.passTime(SECOND_MS - 1);
    expect(waitIn(app, await attempt(app, person.username, person.password))).toBe(1);
    app.passTime(1);
    outcome(await attempt(app, person.username, person.password), 'LoggedIn');
    await fail(app, 5, person.username);
    expect(waitIn(app, await attempt(app, person.username, WRONG))).toBe(SECOND_MS);
  });

  it('is the same for an identifier nobody has', async () => {
    await fail(app, 5, 'takdikenal2b');
    expect(waitIn(app, await attempt(app, ' TAKDIKENAL2B', WRONG))).toBe(SECOND_MS);
  });

  it('is not made longer by knocking while it lasts', async () => {
    const person = await active(app);
    await fail(app, 5, person.username);
    for (let n = 0; n < 5; n += 1) said(await attempt(app, person.username, WRONG));
    app.passTime(SECOND_MS);
    outcome(await attempt(app, person.username, person.password), 'LoggedIn');
  });

  it('stays the same whatever a client says about its address', async () => {
    const person = await active(app);
    for (let n = 0; n < 5; n += 1) await fail(app, 1, person.username, { from: source(n) });
    const answer = await attempt(app, person.username, WRONG, { from: source(99) });
    expect(waitIn(app, answer)).toBe(SECOND_MS);
    const [row] = await events(app, person, 'LOGIN_FAILED');
    expect(row?.source).toBe('127.0.0.1');
  });
});

describe('the other doors', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp(NO_CAPTCHA);
  });
  afterAll(() => app.stop());

  const CHANGE_PASSWORD = `mutation($input: ChangePasswordInput!) {
    changePassword(input: $input) { __typename ... on TooManyRequests { retryAt } }
  }`;
  const CHANGE_CONTACT = `mutation($input: RequestContactChangeInput!) {
    requestContactChange(input: $input) { __typename ... on TooManyRequests { retryAt } }
  }`;
  const CORRECT = `mutation($input: CorrectUnverifiedContactInput!) {
    correctUnverifiedContact(input: $input) { __typename ... on TooManyRequests { retryAt } }
  }`;

  it('count username, email, phone, a change of password and of contact as one', async () => {
    const person = await knownByAll(app);
    const token = await loggedIn(app, person);
    const passwords = { currentPassword: WRONG, newPassword: 'Teh-Poci-77-senja' };
    const change = { channel: 'EMAIL', contact: 'lain@example.com', password: WRONG };
    await fail(app, 1, person.username);
    await fail(app, 1, person.email);
    await fail(app, 1, person.phone);
    outcome(await app.ask(CHANGE_PASSWORD, { input: passwords }, token), 'LoginRejected');
    outcome(await app.ask(CHANGE_CONTACT, { input: change }, token), 'LoginRejected');

    const closed = [
      await attempt(app, person.username, person.password),
      await attempt(app, person.email, person.password),
      await attempt(app, person.phone, person.password),
      await app.ask(CHANGE_PASSWORD, { input: { ...passwords, currentPassword: person.password } }, token),
      await app.ask(CHANGE_CONTACT, { input: { ...change, password: person.password } }, token),
    ];
    expect(closed.map((answer) => waitIn(app, answer))).toEqual(closed.map(() => SECOND_MS));
  });

  it('count the correction of a contact before activation with the logins', async () => {
    const person = await registered(app);
    const correct = async (password: string) => {
      const captcha = await app.captcha('RESEND_ACTIVATION');
      const typed = { identifier: person.username, channel: 'EMAIL', contact: newPerson().email };
      return app.ask(CORRECT, { input: { ...typed, password, captcha } });
    };
    await fail(app, 3, person.username);
    outcome(await correct(WRONG), 'LoginRejected');
    outcome(await correct(WRONG), 'LoginRejected');
    expect(waitIn(app, await correct(person.password))).toBe(SECOND_MS);
    expect(waitIn(app, await attempt(app, person.username, person.password))).toBe(SECOND_MS);
  });

  it('put a wrong password on record once each', async () => {
    const person = await active(app);
    const token = await loggedIn(app, person);
    const passwords = { currentPassword: WRONG, newPassword: 'Teh-Poci-77-senja' };
    outcome(await app.ask(CHANGE_PASSWORD, { input: passwords }, token), 'LoginRejected');
    expect(await events(app, person, 'STEP_UP_FAILED')).toMatchObject([{ result: 'refused' }]);
    expect(await events(app, person, 'LOGIN_FAILED')).toEqual([]);
  });
});

describe('guesses from many sources', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp({ ...NO_CAPTCHA, ...BEHIND_PROXY });
  });
  afterAll(() => app.stop());

  it('meet a limit of the account: twenty in an hour before delays', async () => {
    const person = await active(app);
    for (let n = 0; n < 20; n += 1) await fail(app, 1, person.username, { from: source(n) });
    expect(waitIn(app, await attempt(app, person.username, WRONG, { from: source(20) }))).toBe(SECOND_MS);
    app.passTime(SECOND_MS);
    await fail(app, 1, person.username, { from: source(21) });
    expect(waitIn(app, await attempt(app, person.username, WRONG, { from: source(22) }))).toBe(2 * SECOND_MS);
    app.passTime(HOUR_MS);
    for (let n = 0; n < 3; n += 1) await fail(app, 1, person.username, { from: source(30 + n) });
  });

  it('count by what the proxy saw, not by what the client wrote before it', async () => {
    const person = await active(app);
    for (let n = 0; n < 5; n += 1)
      await fail(app, 1, person.username, { from: `${source(n)}, 198.51.100.7` });
    const same = await attempt(app, person.username, person.password, { from: '198.51.100.7' });
    expect(waitIn(app, same)).toBe(SECOND_MS);
    outcome(await attempt(app, person.username, person.password, { from: source(50) }), 'LoggedIn');
  });

  it('stop for a day at a hundred in a row', async () => {
    const person = await active(app);
    for (let n = 0; n < 100; n += 1) {
      await fail(app, 1, person.username, { from: source(n) });
      if (n < 99) app.passTime(15 * MINUTE_MS);
    }
    const wait = waitIn(app, await attempt(app, person.username, person.password, { from: source(200) }));
    expect(wait).toBe(24 * HOUR_MS);
    app.passTime(wait - 1);
    expect(waitIn(app, await attempt(app, person.email, person.password, { from: source(200) }))).toBe(1);
    app.passTime(1);
    outcome(await attempt(app, person.email, person.password, { from: source(200) }), 'LoggedIn');
  });

  it('do not keep the owner out: after a long attack they wait a quarter of an hour at most', async () => {
    const person = await active(app);
    for (let n = 0; n < 60; n += 1) {
      const answer = await attempt(app, person.username, WRONG, { from: source(n % 30) });
      if (said(answer) === 'TooManyRequests') app.passTime(waitIn(app, answer));
    }
    const home = { from: '198.51.100.9' };
    const answer = await attempt(app, person.username, person.password, home);
    if (said(answer) === 'TooManyRequests') {
      expect(waitIn(app, answer)).toBeLessThanOrEqual(15 * MINUTE_MS);
      app.passTime(waitIn(app, answer));
      outcome(await attempt(app, person.username, person.password, home), 'LoggedIn');
    } else outcome(answer, 'LoggedIn');
  });
});

describe('guesses from one source', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp({ ...NO_CAPTCHA, ...BEHIND_PROXY, LOGIN_BUDGET_IP: '6/10min' });
  });
  afterAll(() => app.stop());

  it('have a budget over all accounts, which ends by itself and leaves other sources alone', async () => {
    const person = await active(app);
    const from = '198.51.100.20';
    for (let n = 0; n < 6; n += 1) await fail(app, 1, `takdikenal3${n}`, { from });
    app.passTime(MINUTE_MS);
    expect(waitIn(app, await attempt(app, person.username, person.password, { from }))).toBe(9 * MINUTE_MS);
    outcome(await attempt(app, person.username, person.password, { from: source(1) }), 'LoggedIn');
    app.passTime(9 * MINUTE_MS - 1);
    expect(waitIn(app, await attempt(app, person.username, person.password, { from }))).toBe(1);
    app.passTime(1);
    outcome(await attempt(app, person.username, person.password, { from }), 'LoggedIn');
  });

  it('are counted for a whole IPv6 network of a customer', async () => {
    for (let n = 0; n < 6; n += 1) await fail(app, 1, `takdikenal4${n}`, { from: `2001:db8:1:2:${n}::1` });
    const next = await attempt(app, 'takdikenal4x', WRONG, { from: '2001:db8:1:2:ffff::9' });
    expect(said(next)).toBe('TooManyRequests');
    await fail(app, 1, 'takdikenal4y', { from: '2001:db8:1:3::1' });
  });

  it('leave room for right passwords, which cost nothing', async () => {
    const person = await active(app);
    for (let n = 0; n < 10; n += 1)
      outcome(await attempt(app, person.username, person.password, { from: source(2) }), 'LoggedIn');
  });
});

describe('one password tried over many accounts', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp({ ...NO_CAPTCHA, LOGIN_SPRAY_LIMIT: '4/10min' });
  });
  afterAll(() => app.stop());
  const alarms = () => app.db.rows.countBy(AuditEvent, { event: 'SPRAY_ALARM' });

  it('is not what many right passwords, or many failures of one account, look like', async () => {
    const people = [];
    for (let n = 0; n < 6; n += 1) people.push(await active(app));
    for (const person of people) await loggedIn(app, person);
    await fail(app, 4, 'takdikenal50');
    outcome(await attempt(app, people[0]?.username ?? '', WRONG), 'LoginRejected');
    await loggedIn(app, people[1] as Registered);
    expect(await alarms()).toBe(0);
    app.passTime(10 * MINUTE_MS);
  });

  it('asks everybody a captcha while it lasts, and raises one alarm', async () => {
    const person = await active(app);
    for (let n = 0; n < 4; n += 1) await fail(app, 1, `takdikenal6${n}`);
    outcome(await attempt(app, person.username, person.password), 'CaptchaRequired');
    for (let n = 4; n < 7; n += 1)
      await fail(app, 1, `takdikenal6${n}`, { captcha: await app.captcha('LOGIN') });
    const how = { captcha: await app.captcha('LOGIN') };
    outcome(await attempt(app, person.username, person.password, how), 'LoggedIn');
    expect(await alarms()).toBe(1);
    app.passTime(10 * MINUTE_MS);
    outcome(await attempt(app, person.username, person.password), 'LoggedIn');
  });

  it('is seen again when it comes back with the next password within the hour', async () => {
    const person = await active(app);
    for (let n = 0; n < 4; n += 1) await fail(app, 1, `takdikenal6${n}`);
    outcome(await attempt(app, person.username, person.password), 'CaptchaRequired');
    expect(await alarms()).toBe(2);
  });
});

describe('guesses at the same moment on two processes', () => {
  let app: App;
  let other: App;
  beforeAll(async () => {
    app = await startApp({ ...NO_CAPTCHA, ...BEHIND_PROXY });
    other = await anotherProcess(app);
  });
  afterAll(async () => {
    await other.stop();
    await app.stop();
  });
  const together = (identifier: string, count: number, from: (n: number) => string) =>
    Promise.all(
      Array.from({ length: count }, (_, n) =>
        attempt(n % 2 ? app : other, identifier, WRONG, { from: from(n) }),
      ),
    );

  it.each([1, 2, 3])('get no more tries than one after another, round %i', async () => {
    const person = await active(app);
    const answers = await together(person.username, 16, () => '198.51.100.30');
    expect(tally(answers)).toEqual({ LoginRejected: 5, TooManyRequests: 11 });
  });

  it('get no more over many sources either', async () => {
    const person = await active(app);
    const answers = await together(person.username, 32, source);
    expect(tally(answers)).toEqual({ LoginRejected: 20, TooManyRequests: 12 });
  });

  it('get no more at an identifier nobody has', async () => {
    const answers = await together('takdikenal7c', 16, () => '198.51.100.31');
    expect(tally(answers)).toEqual({ LoginRejected: 5, TooManyRequests: 11 });
  });
});

describe('a hash weaker than the setting', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  it('is made anew at login, and open codes and sessions stay good', async () => {
    const person = await active(app);
    const id = await idOf(app, person);
    const weak = await hash(person.password, { memoryCost: 9216, timeCost: 1, parallelism: 1 });
    const set = 'UPDATE accounts SET password_hash = ? WHERE id = ?';
    const token = await loggedIn(app, person);
    const { email } = newPerson();
    const input = { channel: 'EMAIL', contact: email, password: person.password };
    await app.ask(
      'mutation($input: RequestContactChangeInput!) { requestContactChange(input: $input) { __typename } }',
      { input },
      token,
    );
    await app.db.transact((tx) => tx.query(set, [weak, id]));

    await loggedIn(app, person);
    const { passwordHash } = await app.db.rows.findOneByOrFail(Account, { id });
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const { code } = await app.latest(email, 'CONTACT_CHANGE_CODE');
    const confirmed = await app.ask(
      'mutation($input: ConfirmContactChangeInput!) { confirmContactChange(input: $input) { __typename } }',
      { input: { channel: 'EMAIL', code } },
      token,
    );
    outcome(confirmed, 'Account');
    outcome(await attempt(app, person.username, person.password), 'LoggedIn');
  });

  it('stays what it is when the password was wrong', async () => {
    const person = await active(app);
    const id = await idOf(app, person);
    const weak = await hash(person.password, { memoryCost: 9216, timeCost: 1, parallelism: 1 });
    await app.db.transact((tx) => tx.query('UPDATE accounts SET password_hash = ? WHERE id = ?', [weak, id]));
    await fail(app, 1, person.username);
    expect((await app.db.rows.findOneByOrFail(Account, { id })).passwordHash).toBe(weak);
  });
});

describe('the notice of a login from another device', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp(NO_CAPTCHA);
  });
  afterAll(() => app.stop());

  const ANDROID =
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';
  const LAPTOP = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0';
  const IPHONE =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
  const notices = async (person: Registered) =>
    (await app.inbox(person.email)).filter((message) => message.kind === 'LOGIN_FROM_NEW_DEVICE');
  const enter = async (person: Registered, agent: string) =>
    outcome(await attempt(app, person.username, person.password, { agent }), 'LoggedIn');

  it('is not sent at the first login, nor from a device already seen', async () => {
    const person = await active(app);
    await enter(person, ANDROID);
    await enter(person, ANDROID.replace('140', '141'));
    expect(await notices(person)).toEqual([]);
  });

  it('names the device and the hour, once an hour', async () => {
    const person = await active(app);
    await enter(person, ANDROID);
    await enter(person, LAPTOP);
    await enter(person, IPHONE);
    const [notice, ...more] = await notices(person);
    expect(notice?.text).toContain('Firefox, Windows');
    expect(notice?.text).toMatch(/23 November 2026.* WIB/);
    expect(more).toEqual([]);

    app.passTime(HOUR_MS);
    await enter(person, 'curl/8.5.0');
    const [latest, ...earlier] = await notices(person);
    expect(latest?.text).toContain('Perangkat: curl.');
    expect(earlier).toHaveLength(1);
  });

  it('is not sent for a login that failed', async () => {
    const person = await active(app);
    await enter(person, ANDROID);
    await fail(app, 1, person.username, { agent: LAPTOP });
    expect(await notices(person)).toEqual([]);
  });

  it('goes to every proven contact', async () => {
    const person = await knownByAll(app);
    await enter(person, ANDROID);
    await enter(person, LAPTOP);
    await app.latest(person.email, 'LOGIN_FROM_NEW_DEVICE');
    await app.latest(person.e164, 'LOGIN_FROM_NEW_DEVICE');
  });
});

describe('the trail', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp({ ...NO_CAPTCHA, ...BEHIND_PROXY });
  });
  afterAll(() => app.stop());

  it('holds one row of each login: let in, refused, held back', async () => {
    const person = await active(app);
    const from = '198.51.100.40';
    const agent =
      'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36';
    await attempt(app, person.username, person.password, { from, agent });
    await fail(app, 5, person.username, { from, agent });
    outcome(await attempt(app, person.username, WRONG, { from, agent }), 'TooManyRequests');

    const about = { source: from, device: 'Chrome, ChromeOS', actorKind: 'ACCOUNT' };
    const [session] = await app.db.rows.findBy(Session, { accountId: await idOf(app, person) });
    expect(await events(app, person, 'LOGIN_SUCCEEDED')).toMatchObject([
      { ...about, result: 'ok', sessionId: session?.id },
    ]);
    const refused = { ...about, result: 'refused', sessionId: null };
    expect(await events(app, person, 'LOGIN_FAILED')).toMatchObject(Array(5).fill(refused));
    expect(await events(app, person, 'LOGIN_THROTTLED')).toMatchObject([refused]);
  });

  it('knows an unknown identifier by a digest alone, and so does the log', async () => {
    const before = await app.db.rows.countBy(AuditEvent, { event: 'LOGIN_FAILED' });
    const typed = 'Rahasia-Saya-2026'; // a password in the wrong field
    outcome(await attempt(app, typed, WRONG), 'LoginRejected');
    outcome(await attempt(app, typed.toUpperCase(), WRONG), 'LoginRejected');
    const rows = await app.db.rows.find(AuditEvent, {
      where: { event: 'LOGIN_FAILED', actorKind: 'ANONYMOUS' },
    });
    expect(await app.db.rows.countBy(AuditEvent, { event: 'LOGIN_FAILED' })).toBe(before + 2);
    expect(new Set(rows.map(({ actorId }) => actorId)).size).toBe(1);
    expect(rows[0]?.actorId).toMatch(/^1\.[0-9a-f]{64}$/);
    const written = `${JSON.stringify(await app.db.rows.find(AuditEvent))}${app.lines.join('')}`;
    expect(written.toLowerCase()).not.toContain('rahasia');
    expect(written).not.toContain(WRONG);
  });
});
