import { IsNull } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Identifier } from '../../server/src/account/identifier.entity.js';
import { Session } from '../../server/src/account/session.entity.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { LOGIN } from '../kit/account-operations.js';
import { type App, anotherProcess, startApp } from '../kit/app.js';
import { active, loggedIn, outcome, type Registered, said } from '../kit/people.js';

const ME = '{ me { id sessions { id createdAt lastSeenAt expiresAt device ip current } } }';
const END = 'mutation($id: ID!) { endSession(input: { sessionId: $id }) }';
const END_OTHERS = 'mutation { endOtherSessions }';
const LOGOUT = 'mutation { logout }';

interface Seen {
  readonly id: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly device: string | null;
  readonly ip: string | null;
  readonly current: boolean;
}

const alive = async (app: App, token?: string): Promise<boolean> =>
  (await app.ask('{ me { id } }', {}, token)).data.me !== null;
const sessions = async (app: App, token: string): Promise<Seen[]> =>
  (await app.ask(ME, {}, token)).data.me.sessions;

async function idOf(app: App, { username }: Registered): Promise<string> {
  return (await app.db.rows.findOneByOrFail(Identifier, { identifierKey: username })).accountId;
}

let app: App;
let other: App;
beforeAll(async () => {
  // Logins at the same moment count as failures until each has been found right.
  app = await startApp({ LOGIN_FREE_FAILURES: '20', CAPTCHA_LOGIN_AFTER: '1000' });
  other = await anotherProcess(app);
});
afterAll(async () => {
  await other.stop();
  await app.stop();
});

describe('without a session', () => {
  it('there is no “me”, and nothing to end', async () => {
    expect((await app.ask('{ me { id } }')).data).toEqual({ me: null });
    expect((await app.ask(LOGOUT)).data).toEqual({ logout: false });
  });

  it.each([
    ['endSession', END, { id: 'x' }],
    ['endOtherSessions', END_OTHERS, {}],
  ])('%s asks for a login', async (_, mutation, variables) => {
    expect(said(await app.ask(mutation, variables))).toBe('UNAUTHENTICATED');
  });
});

describe('a session', () => {
  it('ends after an hour without use, to the millisecond', async () => {
    const person = await active(app);
    const [used, idle] = [await loggedIn(app, person), await loggedIn(app, person)];
    app.passTime(HOUR_MS - 1);
    expect(await alive(app, used)).toBe(true);
    app.passTime(1);
    expect(await alive(app, idle)).toBe(false);
    expect(await alive(app, used)).toBe(true);
  });

  it('ends after a day however much it is used, to the millisecond', async () => {
    const person = await active(app);
    const input = { identifier: person.username, password: person.password };
    const { token, expiresAt } = outcome(await app.ask(LOGIN, { input }), 'LoggedIn');
    expect(Date.parse(expiresAt) - app.now().getTime()).toBe(24 * HOUR_MS);
    for (let half = 0; half < 47; half += 1) {
      app.passTime(30 * MINUTE_MS);
      expect(await alive(app, token)).toBe(true);
    }
    app.passTime(30 * MINUTE_MS - 1);
    expect(await alive(app, token)).toBe(true);
    app.passTime(1);
    expect(await alive(app, token)).toBe(false);
  });

  it('notes that it was seen once a minute at most', async () => {
    const token = await loggedIn(app, await active(app));
    const lastSeen = async () => Date.parse((await sessions(app, token))[0]?.lastSeenAt ?? '');
    const began = app.now().getTime();
    app.passTime(MINUTE_MS - 1);
    await alive(app, token);
    expect(await lastSeen()).toBe(began);
    app.passTime(1);
    await alive(app, token);
    expect(await lastSeen()).toBe(began + MINUTE_MS);
    app.passTime(30 * SECOND_MS);
    await alive(app, token);
    expect(await lastSeen()).toBe(began + MINUTE_MS);
  });

  it('is listed for its owner alone, newest first, with device and address', async () => {
    const [person, stranger] = [await active(app), await active(app)];
    const first = await loggedIn(app, person, {
      'user-agent': 'Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) CriOS/140.0 Mobile/15E148 Safari/604.1',
    });
    app.passTime(SECOND_MS);
    await loggedIn(app, person);
    await loggedIn(app, stranger);
    const seen = await sessions(app, first);
    expect(seen.map(({ device, ip, current }) => [device, ip, current])).toEqual([
      ['tests', '127.0.0.1', false],
      ['Chrome, iPad', '127.0.0.1', true],
    ]);
  });

  it('is the oldest to go when an eleventh begins', async () => {
    const person = await active(app);
    const tokens: string[] = [];
    for (let n = 0; n < 10; n += 1) {
      tokens.push(await loggedIn(app, person));
      app.passTime(SECOND_MS);
    }
    expect(await alive(app, tokens[0])).toBe(true);
    const eleventh = await loggedIn(app, person);
    const left = await Promise.all(tokens.map((token) => alive(app, token)));
    expect(left).toEqual([false, ...Array(9).fill(true)]);
    expect(await sessions(app, eleventh)).toHaveLength(10);
  });

  it('is one of ten at most when many begin at the same moment', async () => {
    const person = await active(app);
    await Promise.all(Array.from({ length: 14 }, (_, n) => loggedIn(n % 2 ? app : other, person)));
    const mine = { accountId: await idOf(app, person) };
    expect(await app.db.rows.countBy(Session, mine)).toBe(14);
    expect(await app.db.rows.countBy(Session, { ...mine, endedAt: IsNull() })).toBe(10);
  });
});

describe('ending sessions', () => {
  it('by logging out ends this one everywhere, at once, and once', async () => {
    const person = await active(app);
    const [token, elsewhere] = [await loggedIn(app, person), await loggedIn(other, person)];
    expect((await app.ask(LOGOUT, {}, token)).data).toEqual({ logout: true });
    expect(await alive(other, token)).toBe(false);
    expect(await alive(app, elsewhere)).toBe(true);
    expect((await app.ask(LOGOUT, {}, token)).data).toEqual({ logout: false });
    const ended = { subjectId: await idOf(app, person), event: 'SESSION_ENDED' } as const;
    expect(await app.db.rows.countBy(AuditEvent, ended)).toBe(1);
  });

  it('by the list ends the one that was chosen', async () => {
    const person = await active(app);
    const [mine, lost] = [await loggedIn(app, person), await loggedIn(app, person)];
    const id = (await sessions(app, mine)).find(({ current }) => !current)?.id;
    expect((await app.ask(END, { id }, mine)).data).toEqual({ endSession: true });
    expect(await alive(other, lost)).toBe(false);
    expect(await alive(other, mine)).toBe(true);
    expect((await app.ask(END, { id }, mine)).data).toEqual({ endSession: false });
  });

  it('does not reach another person’s, which answers as an unknown one', async () => {
    const [person, stranger] = [await active(app), await active(app)];
    const [mine, theirs] = [await loggedIn(app, person), await loggedIn(app, stranger)];
    const id = (await sessions(app, theirs))[0]?.id;
    const answer = await app.ask(END, { id }, mine);
    expect(answer).toEqual(await app.ask(END, { id: '019ab000-0000-7000-8000-000000000000' }, mine));
    expect(answer.data).toEqual({ endSession: false });
    expect(await alive(app, theirs)).toBe(true);
  });

  it('ends all others and says how many', async () => {
    const [person, stranger] = [await active(app), await active(app)];
    const others = [await loggedIn(app, person), await loggedIn(other, person)];
    const [mine, theirs] = [await loggedIn(app, person), await loggedIn(app, stranger)];
    expect((await app.ask(END_OTHERS, {}, mine)).data).toEqual({ endOtherSessions: 2 });
    expect(await Promise.all(others.map((token) => alive(other, token)))).toEqual([false, false]);
    expect([await alive(other, mine), await alive(other, theirs)]).toEqual([true, true]);
    expect((await app.ask(END_OTHERS, {}, mine)).data).toEqual({ endOtherSessions: 0 });
  });
});

describe('a session dies at once, on every process,', () => {
  it.each(['BLOCKED', 'CLOSED'])('when the account is %s', async (status) => {
    const person = await active(app);
    const token = await loggedIn(app, person);
    expect([await alive(app, token), await alive(other, token)]).toEqual([true, true]);
    const id = await idOf(app, person);
    await app.db.transact((tx) => tx.query('UPDATE accounts SET status = ? WHERE id = ?', [status, id]));
    expect([await alive(app, token), await alive(other, token)]).toEqual([false, false]);
    expect(said(await other.ask(END_OTHERS, {}, token))).toBe('UNAUTHENTICATED');
  });

  it('when another session changes the password', async () => {
    const person = await active(app);
    const [stolen, mine] = [await loggedIn(other, person), await loggedIn(app, person)];
    const input = { currentPassword: person.password, newPassword: 'Teh-Poci-77-senja' };
    const change = 'mutation($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }';
    outcome(await app.ask(change, { input }, mine), 'PasswordChanged');
    expect([await alive(app, stolen), await alive(other, stolen)]).toEqual([false, false]);
  });
});

describe('a token', () => {
  let person: Registered;
  let token: string;
  beforeAll(async () => {
    person = await active(app);
    token = await loggedIn(app, person);
  });

  const asked = async (headers: Record<string, string>, url = '/graphql') => {
    const payload = { query: '{ me { id } }' };
    const reply = await app.http.inject({ method: 'POST', url, payload, headers });
    return reply.json().data?.me ?? null;
  };

  it('counts behind “Bearer”', async () => {
    expect(await asked({ authorization: `Bearer ${token}` })).not.toBeNull();
  });

  it.each<[string, () => Record<string, string>]>([
    [
      'a cookie',
      () => ({ cookie: `token=${token}; __Host-session=${token}; authorization=Bearer ${token}` }),
    ],
    ['Basic', () => ({ authorization: `Basic ${Buffer.from(`${token}:`).toString('base64')}` })],
    ['a bare header', () => ({ authorization: token })],
    ['another header', () => ({ 'x-access-token': token, 'x-api-key': token })],
    ['Bearer with something behind', () => ({ authorization: `Bearer ${token} x` })],
    ['Bearer twice', () => ({ authorization: `Bearer ${token}, Bearer ${token}` })],
    ['Bearer cut short', () => ({ authorization: `Bearer ${token.slice(0, -1)}` })],
  ])('is no session as %s', async (_, headers) => {
    expect(await asked(headers())).toBeNull();
  });

  it('is no session in the address', async () => {
    expect(await asked({}, `/graphql?token=${token}&access_token=${token}`)).toBeNull();
  });

  it('of 256 random bits is told once', async () => {
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const answer = await app.ask(ME, {}, token);
    expect(JSON.stringify(answer)).not.toContain(token);
    expect(await loggedIn(app, person)).not.toBe(token);
  });

  it('stands nowhere in the tables or the log, only its digest', async () => {
    await app.work();
    const rows = [];
    for (const { tableName } of app.db.writer.entityMetadatas)
      rows.push(await app.db.rows.query(`SELECT * FROM ${tableName}`));
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(app.lines.join('')).not.toContain(token);
    const kept = await app.db.rows.findBy(Session, { accountId: await idOf(app, person) });
    expect(kept.every(({ tokenHash }) => /^[0-9a-f]{64}$/.test(tokenHash))).toBe(true);
  });
});
