import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { OutboxMessage } from '../../server/src/platform/outbox/outbox-message.entity.js';
import { ACTIVATE, COMPLETE, START, VERIFY } from '../kit/account-operations.js';
import { type App, startApp } from '../kit/app.js';
import { entityProfile, entityStart } from '../kit/companies.js';
import {
  activationToken,
  active,
  loggedIn,
  newPerson,
  outcome,
  type Person,
  type Registered,
  registered,
  said,
} from '../kit/people.js';
import { block, changeContact, FIND, find, found, REMIND, reachable, remind } from '../kit/recovery.js';

const SET_NIB = /* GraphQL */ `
  mutation($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename } }
`;
const ACTIVITY = '{ me { activity { items { event description } } } }';

let app: App;
beforeAll(async () => {
  app = await startApp({ TRUSTED_PROXIES: '127.0.0.1', FORGOT_BUDGET_IP: '100000/24h' });
});
afterAll(() => app.stop());

let nibs = 0;
const newNib = () => {
  nibs += 1;
  return `02032299999${String(nibs).padStart(2, '0')}`;
};

async function withNib(known: Registered): Promise<string> {
  const nib = newNib();
  outcome(await app.ask(SET_NIB, { input: { nib } }, await loggedIn(app, known)), 'Account');
  return nib;
}

/** An active company account for which this person answers; its contacts are `at`'s. */
async function answersFor(person: Person, at: Person = newPerson()): Promise<Registered> {
  const input = await entityStart(app, { ...at, nik: person.nik });
  const { registrationToken } = outcome(await app.ask(START, { input }), 'RegistrationStarted');
  const { code } = await app.latest(at.email, 'REGISTRATION_CODE');
  const verified = await app.ask(VERIFY, { input: { registrationToken, code } });
  const token = outcome(verified, 'RegistrationVerified').registrationToken;
  const profile = { ...entityProfile(token, at), birthDate: person.birthDate };
  const { username } = outcome(await app.ask(COMPLETE, { input: profile }), 'RegistrationCompleted');
  await app.ask(ACTIVATE, { input: { token: await activationToken(app, at) } });
  return { ...at, username };
}

const accountOf = async ({ username }: Registered) => (await app.house.identifiers.ownerOf(username)) ?? '';
const howMany = async (to: string, kind: string) =>
  (await app.inbox(to)).filter((message) => message.kind === kind).length;

describe('looking an account up by NIK', () => {
  it('shows its owner masks of username and proven contacts, and nothing more', async () => {
    const known = await reachable(app);
    const [account, ...more] = await found(app, known.nik);
    const number = known.email.slice('orang'.length, -'@example.com'.length);
    expect(more).toEqual([]);
    expect(account).toEqual({
      lookupId: expect.any(String),
      username: `${known.username.slice(0, 1)}••••`,
      contacts: [
        { channel: 'EMAIL', value: `o•••${number.slice(-1)}@e•••.com` },
        { channel: 'WHATSAPP', value: `0860••••${known.e164.slice(-3)}` },
      ],
      status: 'ACTIVE',
    });
  });

  it('leaves out a contact that is not proven', async () => {
    const someone = newPerson();
    const known = await active(app, { whatsapp: someone.phone }, someone);
    const [account] = await found(app, known.nik);
    expect(account?.contacts.map(({ channel }) => channel)).toEqual(['EMAIL']);
  });

  it('finds what one holds and what one answers for', async () => {
    const person = await active(app);
    await answersFor(person);
    await answersFor(person);
    expect(await found(app, person.nik)).toHaveLength(3);
  });

  it('finds an account that waits for its activation and one that is blocked, and says which', async () => {
    const [waiting, shut] = [await registered(app), await active(app)];
    await block(app, shut);
    expect((await found(app, waiting.nik)).map(({ status }) => status)).toEqual(['AWAITING_ACTIVATION']);
    expect((await found(app, shut.nik)).map(({ status }) => status)).toEqual(['BLOCKED']);
  });

  it('takes the NIK with spaces and dots', async () => {
    const { nik } = await active(app);
    expect(await found(app, nik.replace(/(\d{4})/g, '$1 ').trim())).toHaveLength(1);
  });

  it('shows an account with an NIB to nobody who does not know it', async () => {
    const known = await active(app);
    const nib = await withNib(known);
    expect(await found(app, known.nik, { hasNib: true, nib })).toHaveLength(1);
    expect(await found(app, known.nik, { hasNib: true, nib: newNib() })).toEqual([]);
    expect(await found(app, known.nik)).toEqual([]);
  });

  it('shows an account without one only to those who say so', async () => {
    const known = await active(app);
    expect(await found(app, known.nik, { hasNib: true, nib: newNib() })).toEqual([]);
    expect(await found(app, known.nik)).toHaveLength(1);
  });

  it('shows of several accounts the one that has this NIB', async () => {
    const person = await active(app);
    const company = await answersFor(person);
    const nib = await withNib(company);
    const [account, ...more] = await found(app, person.nik, { hasNib: true, nib });
    expect([account?.username, more]).toEqual([`${company.username.slice(0, 1)}••••`, []]);
    expect(await found(app, person.nik)).toHaveLength(1);
  });

  it('answers every miss alike', async () => {
    const known = await active(app);
    const nib = await withNib(known);
    const misses = [
      await find(app, newPerson().nik),
      await find(app, newPerson().nik, { hasNib: true, nib }),
      await find(app, known.nik),
      await find(app, known.nik, { hasNib: true, nib: newNib() }),
    ];
    expect(new Set(misses.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(misses[0]?.data.findAccounts).toEqual({ __typename: 'AccountsFound', accounts: [] });
  });

  it('does not find a closed account', async () => {
    const known = await active(app);
    await app.db.writer.query("UPDATE accounts SET status = 'CLOSED' WHERE id = ?", [await accountOf(known)]);
    expect(await found(app, known.nik)).toEqual([]);
  });

  it.each([
    ['a NIK of the wrong shape', { nik: '317403450890990' }, ['nik NIK_SHAPE']],
    ['an NIB of the wrong shape', { hasNib: true, nib: '12' }, ['nib NIB_SHAPE']],
    ['an NIB that is said to be there and is not', { hasNib: true }, ['hasNib NIB_NEEDED', 'nib NIB_NEEDED']],
    [
      'an NIB that is said not to be there',
      { nib: '0302229999903' },
      ['hasNib NIB_DENIED', 'nib NIB_DENIED'],
    ],
  ])('refuses %s, naming it', async (_, more, faults) => {
    const { errors } = await find(app, newPerson().nik, more);
    const { code, fields } = errors?.[0].extensions ?? {};
    expect([code, fields.map((one: { field: string; code: string }) => `${one.field} ${one.code}`)]).toEqual([
      'BAD_USER_INPUT',
      faults,
    ]);
  });

  it('wants a captcha made for it, before anything is counted', async () => {
    const { nik } = newPerson();
    for (const captcha of [
      undefined,
      'made up',
      await app.captcha('PASSWORD_RESET'),
      await app.captcha('LOGIN'),
    ]) {
      expect(said(await find(app, nik, { captcha }))).toBe('CaptchaRejected');
    }
    const used = await app.captcha('FIND_ACCOUNT');
    expect(said(await find(app, nik, { captcha: used }))).toBe('AccountsFound');
    expect(said(await find(app, nik, { captcha: used }))).toBe('CaptchaRejected');
  });

  it('is one question a request', async () => {
    const query = FIND.replace('findAccounts(', 'a: findAccounts(').replace(
      /\}\s*$/,
      'b: findAccounts(input: $input) { __typename } }',
    );
    const input = { nik: newPerson().nik, hasNib: false, captcha: await app.captcha('FIND_ACCOUNT') };
    expect((await app.ask(query, { input })).errors?.[0].extensions.code).toBe('ONE_SENSITIVE_FIELD');
  });
});

describe('the budgets of look-ups', () => {
  it('allow five a day for one NIK, known or not, from wherever', async () => {
    const known = await active(app);
    for (const { nik } of [known, newPerson()]) {
      const told = [];
      for (let n = 1; n <= 6; n += 1)
        told.push(said(await find(app, nik, {}, { 'x-forwarded-for': `203.0.113.${n}` })));
      expect(told).toEqual([...Array(5).fill('AccountsFound'), 'TooManyRequests']);
      app.passTime(DAY_MS);
      expect(said(await find(app, nik))).toBe('AccountsFound');
    }
  });

  it('allow a source so many a day, whatever it asks for', async () => {
    const small = await startApp({ FORGOT_BUDGET_IP: '3/24h' });
    const told = [];
    for (let n = 0; n < 4; n += 1) told.push(said(await find(small, newPerson().nik)));
    expect(told).toEqual([...Array(3).fill('AccountsFound'), 'TooManyRequests']);
    await small.stop();
  });

  it('raise one alarm in a window when everybody together looks up too much', async () => {
    const small = await startApp({ FORGOT_ALARM: '4/1h' });
    const alarms = () => small.db.rows.countBy(AuditEvent, { event: 'LOOKUP_ALARM' });
    const heard = [];
    for (let n = 0; n < 7; n += 1) {
      await find(small, newPerson().nik);
      await small.work();
      heard.push(await alarms());
    }
    expect(heard).toEqual([0, 0, 0, 1, 1, 1, 1]);
    await small.stop();
  });
});

describe('the owner of an account that was looked up', () => {
  it('is told when and from what, on every proven channel, once an hour', async () => {
    const known = await reachable(app);
    for (let n = 0; n < 3; n += 1) {
      await find(app, known.nik);
      await app.work();
    }
    const { subject, text } = await app.latest(known.e164, 'ACCOUNT_LOOKED_UP');
    expect([subject, text]).toEqual(['Akun OSS Anda dicari dengan NIK Anda', expect.stringContaining('WIB')]);
    expect([
      await howMany(known.email, 'ACCOUNT_LOOKED_UP'),
      await howMany(known.e164, 'ACCOUNT_LOOKED_UP'),
    ]).toEqual([1, 1]);
    app.passTime(HOUR_MS);
    await find(app, known.nik);
    expect(await howMany(known.email, 'ACCOUNT_LOOKED_UP')).toBe(2);
  });

  it('finds every look-up among their activity', async () => {
    const known = await active(app);
    for (let n = 0; n < 2; n += 1) {
      await find(app, known.nik);
      await app.work();
    }
    const { data } = await app.ask(ACTIVITY, {}, await loggedIn(app, known));
    const looked = { event: 'ACCOUNT_LOOKED_UP', description: 'Akun dicari dengan NIK Anda.' };
    const { items } = data.me.activity;
    expect(items.filter(({ event }: { event: string }) => event === looked.event)).toEqual([looked, looked]);
  });

  it('hears nothing of a look-up that showed nothing; it is on record without a name', async () => {
    const known = await active(app);
    await find(app, known.nik, { hasNib: true, nib: newNib() }, { 'x-forwarded-for': '203.0.113.99' });
    expect(await howMany(known.email, 'ACCOUNT_LOOKED_UP')).toBe(0);
    const missed = await app.db.rows.findBy(AuditEvent, {
      event: 'ACCOUNT_LOOKED_UP',
      source: '203.0.113.99',
    });
    expect(missed.map(({ result, subjectId, reasonCode }) => [result, subjectId, reasonCode])).toEqual([
      ['refused', null, 'NO_MATCH'],
    ]);
  });
});

describe('a reminder', () => {
  it('brings the full username to the proven contact that was chosen', async () => {
    const known = await reachable(app);
    const [account] = await found(app, known.nik);
    expect(said(await remind(app, account?.lookupId ?? '', 'WHATSAPP'))).toBe('AccountReminderRequested');
    expect((await app.latest(known.e164, 'ACCOUNT_REMINDER')).text).toContain(
      `Username Anda: ${known.username}.`,
    );
    expect(await howMany(known.email, 'ACCOUNT_REMINDER')).toBe(0);
  });

  it('goes to no contact that is not proven', async () => {
    const someone = newPerson();
    const known = await active(app, { whatsapp: someone.phone }, someone);
    const [account] = await found(app, known.nik);
    await remind(app, account?.lookupId ?? '', 'WHATSAPP');
    expect([
      await howMany(known.e164, 'ACCOUNT_REMINDER'),
      await howMany(known.email, 'ACCOUNT_REMINDER'),
    ]).toEqual([0, 0]);
  });

  it('passes over a contact that was changed lately', async () => {
    const [known, thief] = [await reachable(app), newPerson()];
    await changeContact(app, known, 'EMAIL', thief);
    const [account] = await found(app, known.nik);
    await remind(app, account?.lookupId ?? '');
    expect([
      await howMany(thief.email, 'ACCOUNT_REMINDER'),
      await howMany(known.e164, 'ACCOUNT_REMINDER'),
    ]).toEqual([0, 1]);
  });

  it('is answered alike for ids that were guessed, cut, taken apart or are too old', async () => {
    const known = await active(app);
    const [account] = await found(app, known.nik);
    const lookupId = account?.lookupId ?? '';
    const [keyId, nonce, tag, body] = lookupId.split('.');
    const [other] = await found(app, (await active(app)).nik);
    const forged = [
      'x',
      await accountOf(known),
      lookupId.slice(0, -2),
      [keyId, nonce, tag, other?.lookupId.split('.')[3]].join('.'),
      [keyId, nonce, 'AAAAAAAAAAAAAAAAAAAAAA', body].join('.'),
    ];
    const before = await app.db.rows.countBy(OutboxMessage, { kind: 'ACCOUNT_REMINDER' });
    const answers = [];
    for (const one of forged) answers.push(JSON.stringify(await remind(app, one)));
    await app.work();
    expect(await app.db.rows.countBy(OutboxMessage, { kind: 'ACCOUNT_REMINDER' })).toBe(before);
    answers.push(JSON.stringify(await remind(app, lookupId)));
    expect(new Set(answers).size).toBe(1);
    expect(await howMany(known.email, 'ACCOUNT_REMINDER')).toBe(1);
  });

  it.each([
    ['a second before its ten minutes are over', 10 * MINUTE_MS - SECOND_MS, 1],
    ['not after ten minutes', 10 * MINUTE_MS, 0],
  ])('can be asked for %s', async (_, passed, sent) => {
    const known = await active(app);
    const [account] = await found(app, known.nik);
    app.passTime(passed);
    await remind(app, account?.lookupId ?? '');
    app.passTime(HOUR_MS); // the worker may come late
    expect(await howMany(known.email, 'ACCOUNT_REMINDER')).toBe(sent);
  });

  it('keeps to the budgets of codes and links: one a minute, five an hour at one address', async () => {
    const known = await active(app);
    const [one] = await found(app, known.nik);
    const [two] = await found(app, known.nik);
    expect(said(await remind(app, one?.lookupId ?? ''))).toBe('AccountReminderRequested');
    expect(said(await remind(app, one?.lookupId ?? ''))).toBe('TooManyRequests');
    await remind(app, two?.lookupId ?? ''); // another id of the same account: put off, not sent at once
    expect(await howMany(known.email, 'ACCOUNT_REMINDER')).toBe(1);
    for (let minute = 0; minute < 6; minute += 1) {
      app.passTime(MINUTE_MS);
      await app.work();
      await remind(app, one?.lookupId ?? '');
    }
    app.passTime(MINUTE_MS);
    await app.work();
    const sentTo = { accountId: await accountOf(known), kind: 'ACCOUNT_REMINDER' };
    expect(await app.db.rows.countBy(OutboxMessage, { ...sentTo, status: 'ACCEPTED' })).toBeLessThanOrEqual(
      5,
    );
    expect(await app.db.rows.countBy(OutboxMessage, { ...sentTo, status: 'SUPPRESSED' })).toBeGreaterThan(0);
  });

  it('changes nothing', async () => {
    const known = await active(app);
    const session = await loggedIn(app, known);
    const [account] = await found(app, known.nik);
    await remind(app, account?.lookupId ?? '');
    await app.work();
    expect((await app.ask('{ me { username } }', {}, session)).data.me.username).toBe(known.username);
  });

  it('is asked for one at a time', async () => {
    const query = REMIND.replace('sendAccountReminder(', 'a: sendAccountReminder(').replace(
      /\}\s*$/,
      'b: sendAccountReminder(input: $input) { __typename } }',
    );
    expect((await app.ask(query, { input: { lookupId: 'x', channel: 'EMAIL' } })).status).toBe(400);
  });
});
