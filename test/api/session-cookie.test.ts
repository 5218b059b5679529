import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOGIN } from '../kit/account-operations.js';
import { type App, anotherProcess, startApp } from '../kit/app.js';
import { active, loggedIn, type Registered } from '../kit/people.js';

const ORIGIN = 'https://akun.example.com';
const PORTAL = { 'x-session': 'cookie', origin: ORIGIN };
const ME = '{ me { username } }';
const CHANGE =
  'mutation($input: ChangePasswordInput!) { changePassword(input: $input) { __typename ... on PasswordChanged { token } } }';

let app: App;
let other: App;
let person: Registered;
beforeAll(async () => {
  app = await startApp({ CORS_ORIGINS: 'https://mitra.example.com', LOGIN_FREE_FAILURES: '20' });
  other = await anotherProcess(app);
  person = await active(app);
});
afterAll(async () => {
  await other.stop();
  await app.stop();
});

/** One request of a page of ours; `kept` is what its browser keeps for us. */
async function asPage(query: string, { variables = {}, kept = '', headers = {}, process = app } = {}) {
  const reply = await process.http.inject({
    method: 'POST',
    url: '/graphql',
    payload: { query, variables },
    headers: { ...PORTAL, ...(kept ? { cookie: kept } : {}), ...headers },
  });
  return { status: reply.statusCode, cookies: reply.cookies, body: reply.body, ...reply.json() };
}

/** Logs in and answers the cookie as a browser sends it back. */
async function cookieOf({ username, password }: Registered): Promise<string> {
  const { cookies } = await asPage(LOGIN, { variables: { input: { identifier: username, password } } });
  return `${cookies[0]?.name}=${cookies[0]?.value}`;
}

const tokenIn = (cookie: string) => cookie.slice(cookie.indexOf('=') + 1);

describe('a login from a page of ours', () => {
  it('puts the session into a cookie that only this host and no script gets, and into nothing else', async () => {
    const input = { identifier: person.username, password: person.password };
    const { cookies, body, data } = await asPage(LOGIN, { variables: { input } });
    expect(cookies).toEqual([
      {
        name: '__Host-akun',
        value: expect.stringMatching(/^c\.[\w-]{43}$/),
        path: '/',
        httpOnly: true,
        secure: true,
        sameSite: 'Strict',
      },
    ]);
    expect(data.login).toMatchObject({ __typename: 'LoggedIn', token: '' });
    expect(body).not.toContain(cookies[0]?.value.slice(2));
  });

  it('leaves client apps their token, and gives them no cookie', async () => {
    const input = { identifier: person.username, password: person.password };
    const payload = { query: LOGIN, variables: { input } };
    const reply = await app.http.inject({ method: 'POST', url: '/graphql', payload });
    expect(reply.json().data.login.token).toMatch(/^[\w-]{43}$/);
    expect(reply.headers).not.toHaveProperty('set-cookie');
  });

  it('sets nothing when it is refused', async () => {
    const input = { identifier: person.username, password: 'Salah-Sekali-11' };
    const { cookies, data } = await asPage(LOGIN, { variables: { input } });
    expect([cookies, data.login.__typename]).toEqual([[], 'LoginRejected']);
  });
});

describe('a session in a cookie', () => {
  it('is known to every process', async () => {
    const kept = await cookieOf(person);
    expect((await asPage(ME, { kept, process: other })).data.me).toEqual({ username: person.username });
  });

  it('is none for a request that does not say it goes by cookies', async () => {
    const kept = await cookieOf(person);
    expect((await app.ask(ME, {}, undefined, { cookie: kept, origin: ORIGIN })).data.me).toBeNull();
  });

  it('is no bearer token, with its mark or without', async () => {
    const token = tokenIn(await cookieOf(person));
    expect((await app.ask(ME, {}, token)).data.me).toBeNull();
    expect((await app.ask(ME, {}, token.slice(2))).data.me).toBeNull();
  });

  it('cannot be made of a bearer token', async () => {
    const token = await loggedIn(app, person);
    for (const value of [token, `c.${token}`]) {
      expect((await asPage(ME, { kept: `__Host-akun=${value}` })).data.me).toBeNull();
    }
    expect((await asPage(ME, { headers: { authorization: `Bearer ${token}` } })).data.me).toBeNull();
    expect((await app.ask(ME, {}, token)).data.me).not.toBeNull();
  });

  it('ends with the logout, which takes the cookie back', async () => {
    const kept = await cookieOf(person);
    const { data, cookies } = await asPage('mutation { logout }', { kept });
    expect(data).toEqual({ logout: true });
    expect(cookies).toMatchObject([{ name: '__Host-akun', value: '', maxAge: 0, secure: true, path: '/' }]);
    expect((await asPage(ME, { kept, process: other })).data.me).toBeNull();
  });

  it('has a new value after a change of password, and the former is dead once the new one is used', async () => {
    const changing = await active(app);
    const kept = await cookieOf(changing);
    const input = { currentPassword: changing.password, newPassword: 'Teh-Poci-77-senja' };
    const { data, cookies } = await asPage(CHANGE, { variables: { input }, kept });
    expect(data.changePassword).toEqual({ __typename: 'PasswordChanged', token: '' });
    const renewed = `__Host-akun=${cookies[0]?.value}`;
    expect(renewed).not.toBe(kept);
    expect((await asPage(ME, { kept: renewed })).data.me).not.toBeNull();
    expect((await asPage(ME, { kept })).data.me).toBeNull();
  });

  it('stands in no log and no table', async () => {
    const token = tokenIn(await cookieOf(person));
    const rows = await app.db.rows.query('SELECT * FROM sessions');
    expect(JSON.stringify(rows) + app.lines.join('')).not.toContain(token);
  });
});

describe('a page of somebody else', () => {
  it.each<[string, Record<string, string>]>([
    ['another origin', { origin: 'https://mitra.example.com' }],
    ['another scheme', { origin: 'http://akun.example.com' }],
    ['another port', { origin: 'https://akun.example.com:8443' }],
    ['a sibling host', { origin: 'https://evil.akun.example.com' }],
    ['an origin that is hidden', { origin: 'null' }],
    ['no origin, whatever host is claimed', { origin: '', host: 'akun.example.com' }],
    ['a desk', { origin: 'http://localhost:4000' }],
  ])('gets nothing by a cookie: %s', async (_, headers) => {
    const kept = await cookieOf(person);
    const { status, errors } = await asPage(ME, { kept, headers });
    expect([status, errors[0].extensions.code]).toEqual([403, 'FOREIGN_PAGE']);
  });

  it('is not allowed the header that a cookie needs, even where it may call with a token', async () => {
    const asked = {
      origin: 'https://mitra.example.com',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,x-session',
    };
    const reply = await app.http.inject({ method: 'OPTIONS', url: '/graphql', headers: asked });
    expect(reply.headers['access-control-allow-headers']).not.toContain('x-session');
    expect(reply.headers).not.toHaveProperty('access-control-allow-credentials');
  });
});

describe('on a desk without https', () => {
  it('every name of the machine is the same one', async () => {
    const desk = await startApp({ PUBLIC_BASE_URL: 'http://127.0.0.1:4000' });
    try {
      const from = async (origin: string) =>
        (await asPage(ME, { headers: { origin }, process: desk })).status;
      expect(await from('http://localhost:5173')).toBe(200);
      expect(await from('http://localhost.example.com')).toBe(403);
    } finally {
      await desk.stop();
    }
  });
});
