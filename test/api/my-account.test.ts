import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Account } from '../../server/src/account/account.entity.js';
import { Identifier } from '../../server/src/account/identifier.entity.js';
import { Session } from '../../server/src/account/session.entity.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import type { AuditEventName } from '../../server/src/platform/audit/audit-events.js';
import { DAY_MS, MINUTE_MS } from '../../server/src/platform/clock.js';
import { ACTIVATE, COMPLETE, LOGIN, START, VERIFY } from '../kit/account-operations.js';
import { type Answer, type App, anotherProcess, startApp } from '../kit/app.js';
import {
  activationToken,
  active,
  anotherCode,
  loggedIn,
  newPerson,
  outcome,
  type Person,
  profileInput,
  proven,
  type Registered,
  said,
  startInput,
} from '../kit/people.js';
import { type RegistryServer, startRegistryServer } from '../kit/registry-server.js';

const WRONG = 'Kopi-Tubruk-88-sore';
const NEW_PASSWORD = 'Teh-Poci-77-senja';

const FACTS = `id username status scale actor fullName createdAt activatedAt nik npwp nib
  email { channel value verifiedAt } whatsapp { channel value verifiedAt }
  address { street regionCode regionName postalCode }
  entity { kind name npwp registrationNumber }`;
const LISTS = `sessions { id createdAt lastSeenAt expiresAt device ip current }
  activity(first: 5) { items { id event description at ip } endCursor hasNextPage }`;
const ACTIVITY = `query($first: Int!, $after: String) {
  me { activity(first: $first, after: $after) { items { id event description at ip } endCursor hasNextPage } }
}`;
const CHANGE_PASSWORD = `mutation($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    __typename
    ... on PasswordChanged { endedSessions token }
    ... on PasswordRejected { reasons }
    ... on Problem { message }
  }
}`;
const UPDATE_PROFILE = `mutation($input: UpdateProfileInput!) {
  updateProfile(input: $input) {
    __typename
    ... on Account { ${FACTS} }
    ... on IdentityMismatch { fields }
    ... on TooManyRequests { retryAt }
  }
}`;
const REQUEST = `mutation($input: RequestContactChangeInput!) {
  requestContactChange(input: $input) {
    __typename
    ... on ContactChangeRequested { codeSentTo { channel value } codeExpiresAt }
    ... on TooManyRequests { retryAt }
    ... on Problem { message }
  }
}`;
const CONFIRM = `mutation($input: ConfirmContactChangeInput!) {
  confirmContactChange(input: $input) {
    __typename
    ... on Account { email { value verifiedAt } whatsapp { value verifiedAt } }
    ... on CodeRejected { attemptsLeft }
    ... on Problem { message }
  }
}`;
const UNDO = `mutation($input: UndoContactChangeInput!) {
  undoContactChange(input: $input) {
    __typename
    ... on ContactChangeUndone { restored { channel value } }
    ... on Problem { message }
  }
}`;

let app: App;
let other: App;
let registry: RegistryServer;
beforeAll(async () => {
  registry = await startRegistryServer();
  app = await startApp({
    REGISTRY_URL: registry.url,
    CAPTCHA_LOGIN_AFTER: '1000',
    SEND_BUDGET_ACCOUNT: '1000/1h',
  });
  other = await anotherProcess(app);
});
afterAll(async () => {
  await other.stop();
  await app.stop();
  await registry.stop();
});

const me = async (token?: string, fields = 'id') =>
  (await app.ask(`{ me { ${fields} } }`, {}, token)).data.me;
const alive = async (token: string, at = app) => (await at.ask('{ me { id } }', {}, token)).data.me !== null;
const enter = (identifier: string, password: string) => app.ask(LOGIN, { input: { identifier, password } });
const fieldsOf = ({ errors }: Answer) =>
  errors?.[0]?.extensions.fields.map(({ field, code }: Record<string, string>) => [field, code]);

async function idOf({ username }: Registered): Promise<string> {
  return (await app.db.rows.findOneByOrFail(Identifier, { identifierKey: username })).accountId;
}

const events = async (person: Registered, event: AuditEventName) =>
  app.db.rows.findBy(AuditEvent, { subjectId: await idOf(person), event });

const kindsAt = async (to: string) => (await app.inbox(to)).map((message) => message.kind);

/** Email and phone both proven. */
async function knownByAll(): Promise<Registered> {
  const person = newPerson();
  const input = { ...profileInput(person, await proven(app, person, 'WHATSAPP')), email: person.email };
  const { username } = outcome(await app.ask(COMPLETE, { input }), 'RegistrationCompleted');
  outcome(
    await app.ask(ACTIVATE, { input: { token: await activationToken(app, person) } }),
    'AccountActivated',
  );
  return { ...person, username };
}

describe('“me”', () => {
  it('shows an individual everything, numbers masked', async () => {
    const person = newPerson();
    const known = await active(app, { whatsapp: person.phone, npwp: person.nik }, person);
    const token = await loggedIn(app, known);
    const mask = `${person.nik.slice(0, 4)}••••${person.nik.slice(-4)}`;
    const now = app.now().toISOString();
    expect(await me(token, FACTS)).toEqual({
      id: await idOf(known),
      username: known.username,
      status: 'ACTIVE',
      scale: 'UMK',
      actor: 'INDIVIDUAL',
      fullName: person.fullName,
      createdAt: now,
      activatedAt: now,
      nik: mask,
      npwp: mask,
      nib: null,
      email: { channel: 'EMAIL', value: person.email, verifiedAt: now },
      whatsapp: { channel: 'WHATSAPP', value: person.e164, verifiedAt: null },
      address: {
        street: 'Jalan Contoh 1',
        regionCode: '31.74.03.1001',
        regionName: expect.stringContaining('Mampang Prapatan'),
        postalCode: '12710',
      },
      entity: null,
    });
  });

  it('shows an entity its own data, its number masked', async () => {
    const person = newPerson();
    const entity = {
      kind: 'PT',
      name: 'PT Contoh Uji Coba',
      npwp: '1000000099999901',
      registrationNumber: 'AHU-9999901.AH.01.01.TAHUN 2025',
    };
    const input = { ...(await startInput(app, person)), actor: 'BUSINESS_ENTITY', scale: 'NON_UMK', entity };
    const { registrationToken } = outcome(await app.ask(START, { input }), 'RegistrationStarted');
    const { code } = await app.latest(person.email, 'REGISTRATION_CODE');
    const verified = outcome(
      await app.ask(VERIFY, { input: { registrationToken, code } }),
      'RegistrationVerified',
    );
    const profile = { ...profileInput(person, verified.registrationToken), position: 'Direktur' };
    const { username } = outcome(await app.ask(COMPLETE, { input: profile }), 'RegistrationCompleted');
    await app.ask(ACTIVATE, { input: { token: await activationToken(app, person) } });
    const token = await loggedIn(app, { ...person, username });
    expect((await me(token, FACTS)).entity).toEqual({
      kind: 'PT',
      name: entity.name,
      npwp: '1000••••9901',
      registrationNumber: expect.stringMatching(/^AHU-9999901/),
    });
  });
});

describe('the activity of an account', () => {
  let person: Registered;
  let token: string;
  beforeAll(async () => {
    person = await active(app);
    for (let n = 0; n < 6; n += 1) {
      app.passTime(1000);
      token = await loggedIn(app, person);
    }
  });
  const page = async (first: number, after?: string | null, headers = {}) =>
    (await app.ask(ACTIVITY, { first, after }, token, headers)).data.me.activity;

  it('is paged, newest first, every event once', async () => {
    const all = await page(100);
    const seen = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const { items, endCursor, hasNextPage } = await page(2, after);
      expect(items.length).toBeLessThanOrEqual(2);
      seen.push(...items);
      [after, more] = [endCursor, hasNextPage];
    }
    expect(seen).toEqual(all.items);
    expect(all.hasNextPage).toBe(false);
    const times = seen.map(({ at }) => Date.parse(at));
    expect(times).toEqual([...times].sort((one, two) => two - one));
    expect(seen.filter(({ event }) => event === 'LOGIN_SUCCEEDED')).toHaveLength(6);
    expect(seen.map(({ event }) => event)).toContain('ACCOUNT_CREATED');
  });

  it('ends a page where it is full', async () => {
    const { items } = await page(100);
    expect((await page(items.length)).hasNextPage).toBe(false);
    expect((await page(items.length - 1)).hasNextPage).toBe(true);
    expect(await page(5, items.at(-1).id)).toEqual({ items: [], endCursor: null, hasNextPage: false });
  });

  it('reads in the language of the request, and shows where from', async () => {
    const [id] = (await page(1)).items;
    const [en] = (await page(1, null, { 'accept-language': 'en' })).items;
    expect([id.description, en.description]).toEqual(['Masuk.', 'Logged in.']);
    expect(id.ip).toBe('127.0.0.1');
  });

  it.each([0, -1, 101])('refuses a page of %i', async (first) => {
    const answer = await app.ask(ACTIVITY, { first }, token);
    expect(answer.data?.me?.activity ?? null).toBeNull();
    expect(answer.errors).toHaveLength(1);
  });

  it('shows nobody else’s', async () => {
    const stranger = await active(app);
    const theirs = await app.ask(ACTIVITY, { first: 100 }, await loggedIn(app, stranger));
    const mine = new Set((await page(100)).items.map(({ id }: { id: string }) => id));
    expect(theirs.data.me.activity.items.filter(({ id }: { id: string }) => mine.has(id))).toEqual([]);
  });
});

describe('the cost of “me”', () => {
  async function statements(query: string, token: string): Promise<number> {
    const sources = new Set([app.db.reader, app.db.writer]);
    const before = [...sources].map((source) => [source, source.logger] as const);
    let count = 0;
    for (const source of sources) {
      const counting = Object.create(source.logger);
      counting.logQuery = () => {
        count += 1;
      };
      source.logger = counting;
    }
    try {
      const answer = await app.ask(query, {}, token);
      expect(answer.errors).toBeUndefined();
    } finally {
      for (const [source, logger] of before) source.logger = logger;
    }
    return count;
  }

  it('is a handful of statements, whatever is asked and under how many names', async () => {
    const token = await loggedIn(app, await active(app));
    const everything = `${FACTS} ${LISTS}`;
    const once = await statements(`{ me { ${everything} } }`, token);
    expect(once).toBe(6); // session, account, identifiers, entity, sessions, activity
    const twice = await statements(`{ me { ${everything} } again: me { ${everything} } }`, token);
    const aliases = ['a', 'b', 'c', 'd'].map(
      (name) => `
      ${name}1: email { value } ${name}2: sessions { id } ${name}3: activity(first: 5) { endCursor }`,
    );
    expect(twice).toBe(once);
    expect(await statements(`{ me { ${everything} ${aliases.join('')} } }`, token)).toBe(once);
  });
});

describe('changing the password', () => {
  const change = (
    token: string,
    newPassword = NEW_PASSWORD,
    currentPassword = newPerson().password,
    at = app,
  ) => at.ask(CHANGE_PASSWORD, { input: { currentPassword, newPassword } }, token);

  it('needs a session and the current password', async () => {
    const person = await active(app);
    const token = await loggedIn(app, person);
    expect(said(await change('x'.repeat(43)))).toBe('UNAUTHENTICATED');
    outcome(await change(token, NEW_PASSWORD, WRONG), 'LoginRejected');
    outcome(await enter(person.username, person.password), 'LoggedIn');
  });

  it.each<[string, (p: Registered) => string, string[]]>([
    ['too short', () => 'Kpi-8', ['TOO_SHORT']],
    ['without digit and sign', () => 'kopitubrukpagi', ['NEEDS_DIGIT', 'NEEDS_SPECIAL']],
    ['the current one', ({ password }) => password, ['SAME_AS_CURRENT']],
    ['the name', ({ fullName }) => `${fullName.replace(' ', '')}-88`, ['CONTAINS_PERSONAL_DATA']],
    ['the username', ({ username }) => `${username}-88!`, ['CONTAINS_PERSONAL_DATA']],
    ['the mailbox', ({ email }) => `${email.split('@')[0]}-2026`, ['CONTAINS_PERSONAL_DATA']],
    ['the NIK', ({ nik }) => nik, ['NEEDS_LETTER', 'NEEDS_SPECIAL', 'CONTAINS_PERSONAL_DATA']],
  ])('refuses %s and says why', async (_, chosen, reasons) => {
    const person = await active(app);
    const token = await loggedIn(app, person);
    expect(outcome(await change(token, chosen(person)), 'PasswordRejected').reasons).toEqual(reasons);
    outcome(await enter(person.username, person.password), 'LoggedIn');
    expect(await alive(token)).toBe(true);
  });

  it('puts the new one in the place of the old one', async () => {
    const person = await active(app);
    outcome(await change(await loggedIn(app, person)), 'PasswordChanged');
    outcome(await enter(person.username, person.password), 'LoginRejected');
    outcome(await enter(person.username, NEW_PASSWORD), 'LoggedIn');
    expect(await events(person, 'PASSWORD_CHANGED')).toHaveLength(1);
  });

  it('ends all other sessions and says how many', async () => {
    const person = await active(app);
    const others = [await loggedIn(app, person), await loggedIn(other, person)];
    const mine = await loggedIn(app, person);
    expect(outcome(await change(mine), 'PasswordChanged').endedSessions).toBe(2);
    expect(await Promise.all(others.map((token) => alive(token, other)))).toEqual([false, false]);
    expect(await alive(mine, other)).toBe(true);
  });

  it('hands out a new token; the old one works until the new one is first used', async () => {
    const person = await active(app);
    const old = await loggedIn(app, person);
    const { token: fresh } = outcome(await change(old), 'PasswordChanged');
    expect(fresh).not.toBe(old);
    expect([await alive(old), await alive(old, other)]).toEqual([true, true]);
    expect(await alive(fresh, other)).toBe(true);
    expect([await alive(old), await alive(old, other), await alive(fresh)]).toEqual([false, false, true]);
  });

  it('kills a code that was open', async () => {
    const person = await active(app);
    const token = await loggedIn(app, person);
    const { email } = newPerson();
    const input = { channel: 'EMAIL', contact: email, password: person.password };
    outcome(await app.ask(REQUEST, { input }, token), 'ContactChangeRequested');
    const { code } = await app.latest(email, 'CONTACT_CHANGE_CODE');
    outcome(await change(token), 'PasswordChanged');
    outcome(await app.ask(CONFIRM, { input: { channel: 'EMAIL', code } }, token), 'CodeRejected');
  });

  it('tells every proven contact, and no other', async () => {
    const [both, one] = [await knownByAll(), newPerson()];
    const half = await active(app, { whatsapp: one.phone }, one);
    outcome(await change(await loggedIn(app, both)), 'PasswordChanged');
    outcome(await change(await loggedIn(app, half)), 'PasswordChanged');
    await app.work();
    const told = await Promise.all([both.email, both.e164, half.email, half.e164].map(kindsAt));
    expect(told.map((kinds) => kinds.includes('PASSWORD_CHANGED'))).toEqual([true, true, true, false]);
  });

  it('at the same moment from two sessions lets one win', async () => {
    const person = await active(app);
    const [mine, theirs] = [await loggedIn(app, person), await loggedIn(other, person)];
    const answers = await Promise.all([
      change(mine, NEW_PASSWORD),
      change(theirs, 'Wedang-Uwuh-66-malam', person.password, other),
    ]);
    const won = answers.map((answer) => said(answer) === 'PasswordChanged');
    expect(won.filter(Boolean)).toHaveLength(1);
    const winner = won[0] ? NEW_PASSWORD : 'Wedang-Uwuh-66-malam';
    outcome(await enter(person.username, winner), 'LoggedIn');
    expect(await events(person, 'PASSWORD_CHANGED')).toHaveLength(1);
  });
});

describe('updating the profile', () => {
  const update = (token: string | undefined, input: object) => app.ask(UPDATE_PROFILE, { input }, token);
  const row = async (person: Registered) => app.db.rows.findOneByOrFail(Account, { id: await idOf(person) });

  it('needs a session', async () => {
    expect(said(await update(undefined, { fullName: 'Siti Contoh' }))).toBe('UNAUTHENTICATED');
  });

  it.each<[string, (p: Person) => object, object]>([
    ['a name', () => ({ fullName: '  Siti   Contoh ' }), { fullName: 'Siti Contoh' }],
    ['an NIB', () => ({ nib: '15 0726 9999 902' }), { nib: '1507269999902' }],
    [
      'an address',
      () => ({ address: { street: 'Jalan Lain 2', regionCode: '3273', postalCode: '40151' } }),
      {
        address: {
          street: 'Jalan Lain 2',
          regionCode: '32.73',
          regionName: expect.stringContaining('Bandung'),
          postalCode: '40151',
        },
      },
    ],
    ['a tax number', ({ nik }) => ({ npwp: nik }), { npwp: expect.stringMatching(/^3174••••\d{4}$/) }],
  ])('changes %s and leaves the rest', async (_, input, changed) => {
    const person = await active(app);
    const token = await loggedIn(app, person);
    const { __typename, ...before } = { __typename: '', ...(await me(token, FACTS)) };
    const answer = outcome(await update(token, input(person)), 'Account');
    expect(answer).toEqual({ ...before, ...changed, __typename: 'Account' });
    expect(await me(token, FACTS)).toEqual({ ...before, ...changed });
    expect(await events(person, 'PROFILE_CHANGED')).toMatchObject([
      { fields: JSON.stringify(Object.keys(input(person))), result: 'ok' },
    ]);
    expect((await row(person)).version).toBeGreaterThan(2);
  });

  it('with nothing in it changes nothing', async () => {
    const person = await active(app);
    const { version } = await row(person);
    outcome(await update(await loggedIn(app, person), {}), 'Account');
    expect((await row(person)).version).toBe(version);
    expect(await events(person, 'PROFILE_CHANGED')).toEqual([]);
  });

  it.each<[string, (p: Person) => [string, object], string[]]>([
    ['a name', ({ nik }) => [`/v1/person ${nik}`, { fullName: 'Budi Lain' }], ['fullName']],
    ['a tax number', ({ nik }) => [`/v1/tax ${nik}`, { npwp: nik }], ['npwp']],
  ])('names %s the registry does not confirm, and changes nothing', async (_, given, fields) => {
    const person = await active(app);
    const before = await row(person);
    const [about, input] = given(person);
    registry.script(about, { answer: 'MISMATCH', fields });
    const answer = await update(await loggedIn(app, person), { ...input, nib: '1507269999911' });
    expect(outcome(answer, 'IdentityMismatch').fields).toEqual(fields);
    expect(await row(person)).toEqual(before);
  });

  it('waits for a registry that is down, and changes nothing meanwhile', async () => {
    const person = await active(app);
    const before = await row(person);
    const token = await loggedIn(app, person);
    registry.behave('500');
    try {
      const answer = await update(token, { fullName: 'Siti Contoh', nib: '1507269999912' });
      expect(answer.errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
      expect(await row(person)).toEqual(before);
      outcome(await update(token, { nib: '1507269999912' }), 'Account'); // the owner's word needs no registry
    } finally {
      registry.behave('ok');
      app.passTime(10 * MINUTE_MS);
    }
  });

  it('asks the registry five times a day at most', async () => {
    const person = await active(app);
    const token = await loggedIn(app, person);
    for (let n = 0; n < 5; n += 1) outcome(await update(token, { fullName: `Siti Contoh ${n}` }), 'Account');
    const answer = await update(token, { fullName: 'Siti Contoh Lestari' });
    const retryAt = Date.parse(outcome(answer, 'TooManyRequests').retryAt);
    expect(retryAt - app.now().getTime()).toBe(DAY_MS);
  });

  it('refuses the NIB of another account', async () => {
    const [person, holder] = [await active(app), await active(app)];
    outcome(await update(await loggedIn(app, holder), { nib: '1507269999921' }), 'Account');
    const answer = await update(await loggedIn(app, person), {
      nib: '1507269999921',
      fullName: 'Siti Contoh',
    });
    expect(fieldsOf(answer)).toEqual([['nib', 'ALREADY_ON_RECORD']]);
    expect(await row(person)).toMatchObject({ nib: null, fullName: person.fullName });
  });

  it.each<[string, object, string[]]>([
    ['a tax number that is not their NIK', { npwp: '3174034101809901' }, ['npwp', 'NPWP_NOT_NIK']],
    ['a tax number too short', { npwp: '12345' }, ['npwp', 'NPWP_SHAPE']],
    ['a malformed NIB', { nib: '0000000000000' }, ['nib', 'NIB_SHAPE']],
    ['a name without letters', { fullName: '12345' }, ['fullName', 'NAME_LETTER']],
    [
      'a region that was retired',
      { address: { street: 'Jalan Contoh 1', regionCode: '91.01' } },
      ['address.regionCode', 'REGION_RETIRED'],
    ],
    [
      'a region that is not listed',
      { address: { street: 'Jalan Contoh 1', regionCode: '31.99' } },
      ['address.regionCode', 'REGION_NOT_LISTED'],
    ],
    [
      'a province alone',
      { address: { street: 'Jalan Contoh 1', regionCode: '31' } },
      ['address.regionCode', 'REGION_NOT_LISTED'],
    ],
  ])('refuses %s, naming the field', async (_, input, [field, code]) => {
    const person = await active(app);
    const answer = await update(await loggedIn(app, person), input);
    expect(fieldsOf(answer)).toEqual([[field, code]]);
  });

  it.each(['status', 'role', 'email', 'nik', 'id', 'credentialVersion'])('has no input %s', async (field) => {
    const answer = await update(await loggedIn(app, await active(app)), { [field]: 'ACTIVE' });
    expect(said(answer)).toBe('BAD_USER_INPUT');
  });
});

describe('changing a contact', () => {
  type Channel = 'EMAIL' | 'WHATSAPP';
  const request = (
    token: string,
    contact: string,
    channel: Channel = 'EMAIL',
    password = newPerson().password,
  ) => app.ask(REQUEST, { input: { channel, contact, password } }, token);
  const confirm = (token: string, code: string | null, channel: Channel = 'EMAIL', at = app) =>
    at.ask(CONFIRM, { input: { channel, code } }, token);
  const undo = (token: string) => app.ask(UNDO, { input: { token } });
  const codeAt = async (to: string) => (await app.latest(to, 'CONTACT_CHANGE_CODE')).code;
  const wayBack = async (to: string) =>
    new URL((await app.latest(to, 'CONTACT_REPLACED')).link ?? '').hash.slice(1);

  async function changed(token: string, contact: string, channel: Channel = 'EMAIL'): Promise<void> {
    outcome(await request(token, contact, channel), 'ContactChangeRequested');
    const to = channel === 'EMAIL' ? contact : `+62${contact.slice(1)}`;
    outcome(await confirm(token, await codeAt(to), channel), 'Account');
  }

  it('takes the password, and a code from the new one', async () => {
    const person = await active(app);
    const token = await loggedIn(app, person);
    const { email } = newPerson();
    outcome(await request(token, email, 'EMAIL', WRONG), 'LoginRejected');
    expect(await kindsAt(email)).toEqual([]);

    const { codeSentTo, codeExpiresAt } = outcome(await request(token, email), 'ContactChangeRequested');
    expect(codeSentTo).toEqual({ channel: 'EMAIL', value: expect.stringMatching(/^o•••\d@e•••\.com$/) });
    expect(Date.parse(codeExpiresAt) - app.now().getTime()).toBe(10 * MINUTE_MS);
    const account = outcome(await confirm(token, await codeAt(email)), 'Account');
    expect(account.email).toEqual({ value: email, verifiedAt: app.now().toISOString() });
    outcome(await enter(email, person.password), 'LoggedIn');
    outcome(await enter(person.email, person.password), 'LoginRejected');
    expect(await events(person, 'CONTACT_CHANGED')).toHaveLength(1);
  });

  it('works for a number', async () => {
    const person = await active(app);
    const token = await loggedIn(app, person);
    const { phone, e164 } = newPerson();
    await changed(token, phone, 'WHATSAPP');
    expect(await me(token, 'email { value } whatsapp { value }')).toEqual({
      email: { value: person.email },
      whatsapp: { value: e164 },
    });
    outcome(await enter(phone, person.password), 'LoggedIn');
  });

  it.each<[Channel, string, string]>([
    ['EMAIL', 'bukan-email', 'EMAIL_SHAPE'],
    ['WHATSAPP', '021 0000 0001', 'PHONE_NOT_MOBILE'],
    ['WHATSAPP', '+61 491 570 006', 'PHONE_COUNTRY'],
  ])('refuses by %s “%s”', async (channel, contact, code) => {
    const token = await loggedIn(app, await active(app));
    expect(fieldsOf(await request(token, contact, channel))).toEqual([['contact', code]]);
  });

  it('ends the other sessions and keeps this one', async () => {
    const person = await active(app);
    const [elsewhere, mine] = [await loggedIn(other, person), await loggedIn(app, person)];
    await changed(mine, newPerson().email);
    expect([await alive(elsewhere, other), await alive(mine, other)]).toEqual([false, true]);
  });

  it('takes the code from the session that asked, for the channel asked', async () => {
    const person = await active(app);
    const [mine, another] = [await loggedIn(app, person), await loggedIn(app, person)];
    const { email } = newPerson();
    outcome(await request(mine, email), 'ContactChangeRequested');
    const code = await codeAt(email);
    outcome(await confirm(another, code), 'CodeRejected');
    outcome(await confirm(mine, code, 'WHATSAPP'), 'CodeRejected');
    outcome(await confirm(await loggedIn(app, await active(app)), code), 'CodeRejected');
    outcome(await confirm(mine, code), 'Account');
    outcome(await confirm(mine, code), 'CodeRejected');
  });

  it('takes the code for ten minutes, to the millisecond', async () => {
    const tokens = [await loggedIn(app, await active(app)), await loggedIn(app, await active(app))];
    const contacts = [newPerson().email, newPerson().email];
    for (const n of [0, 1]) await request(tokens[n] ?? '', contacts[n] ?? '');
    const codes = await Promise.all(contacts.map(codeAt));
    app.passTime(10 * MINUTE_MS - 1);
    outcome(await confirm(tokens[0] ?? '', codes[0] ?? ''), 'Account');
    app.passTime(1);
    outcome(await confirm(tokens[1] ?? '', codes[1] ?? ''), 'CodeExpired');
  });

  it('takes the newest code only, and not after five wrong ones', async () => {
    const token = await loggedIn(app, await active(app));
    const { email } = newPerson();
    await request(token, email);
    const first = await codeAt(email);
    app.passTime(MINUTE_MS);
    await request(token, email);
    const second = await codeAt(email);
    const guesses = [first === second ? anotherCode(second) : first, ...Array(4).fill(anotherCode(second))];
    const left = [];
    for (const guess of guesses) left.push(outcome(await confirm(token, guess), 'CodeRejected').attemptsLeft);
    expect(left).toEqual([4, 3, 2, 1, 0]);
    outcome(await confirm(token, second), 'CodeRejected');
  });

  it('answers for a taken contact as for a free one; only its owner learns', async () => {
    const [asker, owner] = [await active(app), await active(app)];
    const token = await loggedIn(app, asker);
    const taken = await request(token, owner.email);
    const free = await request(token, newPerson().email);
    const { codeSentTo, ...rest } = outcome(taken, 'ContactChangeRequested');
    const { codeSentTo: freeMask, ...freeRest } = outcome(free, 'ContactChangeRequested');
    expect(rest).toEqual(freeRest);
    expect(codeSentTo.value.replace(/\d/, '#')).toBe(freeMask.value.replace(/\d/, '#'));

    app.passTime(MINUTE_MS);
    await request(token, owner.email);
    const kinds = await kindsAt(owner.email);
    expect(kinds).toContain('CONTACT_TAKEN');
    expect(kinds).not.toContain('CONTACT_CHANGE_CODE');
    const guess = outcome(await confirm(token, '135790'), 'CodeRejected');
    expect(guess.attemptsLeft).toBe(4);
    outcome(await enter(owner.email, owner.password), 'LoggedIn');
  });

  it('tells the new contact and the rest, and the old one how to go back', async () => {
    const person = await knownByAll();
    const { email } = newPerson();
    await changed(await loggedIn(app, person), email);
    expect(await kindsAt(email)).toContain('CONTACT_CHANGED');
    expect(await kindsAt(person.e164)).toContain('CONTACT_CHANGED');
    const { link, text } = await app.latest(person.email, 'CONTACT_REPLACED');
    expect(link).toMatch(/^https:\/\/akun\.example\.com\/kembalikan-kontak#[\w-]{43}$/);
    expect(text).not.toContain(email);
  });

  it('lets a contact that was never proven be proven', async () => {
    const person = newPerson();
    const known = await active(app, { whatsapp: person.phone }, person);
    const [token, elsewhere] = [await loggedIn(app, known), await loggedIn(app, known)];
    await changed(token, person.phone, 'WHATSAPP');
    const { whatsapp } = await me(token, 'whatsapp { value verifiedAt }');
    expect(whatsapp).toEqual({ value: person.e164, verifiedAt: app.now().toISOString() });
    outcome(await enter(person.phone, person.password), 'LoggedIn');
    expect(await alive(elsewhere)).toBe(false);
    expect(await events(known, 'CONTACT_VERIFIED')).toHaveLength(1);
    expect(await kindsAt(person.email)).toContain('CONTACT_CHANGED');
    expect(await kindsAt(person.e164)).not.toContain('CONTACT_REPLACED');
  });

  it('to the same proven contact changes nothing', async () => {
    const person = await active(app);
    const [token, elsewhere] = [await loggedIn(app, person), await loggedIn(app, person)];
    await changed(token, person.email);
    expect(await alive(elsewhere)).toBe(true);
    expect(await kindsAt(person.email)).not.toContain('CONTACT_REPLACED');
  });

  it.each([1, 2, 3])('to the same one by two people at once lets one win, round %i', async () => {
    const [one, two] = [await active(app), await active(app)];
    const tokens = [await loggedIn(app, one), await loggedIn(app, two)] as const;
    const { email } = newPerson();
    await request(tokens[0], email);
    const first = await codeAt(email);
    app.passTime(MINUTE_MS);
    await request(tokens[1], email);
    const second = await codeAt(email);
    const answers = await Promise.all([
      confirm(tokens[0], first),
      confirm(tokens[1], second, 'EMAIL', other),
    ]);
    expect(answers.map(said).sort()).toEqual(['Account', 'CodeRejected']);
    const [winner, loser] = said(answers[0] as Answer) === 'Account' ? [one, two] : [two, one];
    outcome(await enter(email, winner.password), 'LoggedIn');
    outcome(await enter(loser.email, loser.password), 'LoggedIn');
    outcome(await enter(winner.email, winner.password), 'LoginRejected');
  });

  it('can be undone from the old contact: it is back, everybody is out, both are told', async () => {
    const person = await active(app);
    const token = await loggedIn(app, person);
    const { email } = newPerson();
    await changed(token, email);
    const link = await wayBack(person.email);
    const { restored } = outcome(await undo(link), 'ContactChangeUndone');
    expect(restored.value).toMatch(/^o•••\d@e•••\.com$/);
    expect([await alive(token), await alive(token, other)]).toEqual([false, false]);
    outcome(await enter(email, person.password), 'LoginRejected');
    outcome(await enter(person.email, person.password), 'LoggedIn');
    expect(await kindsAt(person.email)).toContain('CONTACT_RESTORED');
    expect(await kindsAt(email)).toContain('CONTACT_RESTORED');
    outcome(await undo(link), 'LinkRejected');
    outcome(await undo('x'.repeat(43)), 'LinkRejected');
    const live = { accountId: await idOf(person), endReason: 'CONTACT_RESTORED' };
    expect(await app.db.rows.countBy(Session, live)).toBe(1);
  });

  it('can be undone once, also by many at the same moment', async () => {
    const person = await active(app);
    await changed(await loggedIn(app, person), newPerson().email);
    const input = { token: await wayBack(person.email) };
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => (n % 2 ? app : other).ask(UNDO, { input })),
    );
    expect(answers.filter((answer) => said(answer) === 'ContactChangeUndone')).toHaveLength(1);
    expect(answers.filter((answer) => said(answer) === 'LinkRejected')).toHaveLength(7);
  });

  it('can be undone for seven days, to the millisecond', async () => {
    const [one, two] = [await active(app), await active(app)];
    for (const person of [one, two]) await changed(await loggedIn(app, person), newPerson().email);
    const links = [await wayBack(one.email), await wayBack(two.email)] as const;
    app.passTime(7 * DAY_MS - 1);
    outcome(await undo(links[0]), 'ContactChangeUndone');
    app.passTime(1);
    outcome(await undo(links[1]), 'LinkExpired');
  });

  it('can be undone though the thief changes it once more, and then not by the thief', async () => {
    const person = await active(app);
    const token = await loggedIn(app, person);
    const [thief, next] = [newPerson().email, newPerson().email];
    await changed(token, thief);
    app.passTime(1);
    await changed(token, next);
    outcome(
      await app.ask(
        CHANGE_PASSWORD,
        {
          input: { currentPassword: person.password, newPassword: NEW_PASSWORD },
        },
        token,
      ),
      'PasswordChanged',
    );
    const [mine, theirs] = [await wayBack(person.email), await wayBack(thief)];
    outcome(await undo(mine), 'ContactChangeUndone');
    outcome(await undo(theirs), 'LinkRejected');
    outcome(await enter(person.email, NEW_PASSWORD), 'LoggedIn');
    outcome(await enter(next, NEW_PASSWORD), 'LoginRejected');
  });

  it('can be undone by its first owner though a later one was there before', async () => {
    const person = await active(app);
    const token = await loggedIn(app, person);
    const [thief, next] = [newPerson().email, newPerson().email];
    await changed(token, thief);
    app.passTime(1);
    await changed(token, next);
    const [mine, theirs] = [await wayBack(person.email), await wayBack(thief)];
    outcome(await undo(theirs), 'ContactChangeUndone');
    outcome(await undo(mine), 'ContactChangeUndone');
    outcome(await enter(person.email, person.password), 'LoggedIn');
  });

  it('lets its owner come back to the old one with a code of its own', async () => {
    const person = await active(app);
    const token = await loggedIn(app, person);
    await changed(token, newPerson().email);
    app.passTime(MINUTE_MS);
    await changed(token, person.email);
    outcome(await enter(person.email, person.password), 'LoggedIn');
  });

  it('keeps the old one for its owner seven days, then lets go of it', async () => {
    const [former, newcomer] = [await active(app), await active(app)];
    await changed(await loggedIn(app, former), newPerson().email);
    app.passTime(7 * DAY_MS - MINUTE_MS);
    const token = await loggedIn(app, newcomer);
    outcome(await request(token, former.email), 'ContactChangeRequested');
    expect(await kindsAt(former.email)).not.toContain('CONTACT_CHANGE_CODE');

    app.passTime(MINUTE_MS);
    await app.work();
    await changed(token, former.email);
    outcome(await enter(former.email, newcomer.password), 'LoggedIn');
  });
});
