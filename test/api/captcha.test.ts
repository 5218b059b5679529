import { type Challenge as AltchaChallenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { graphql, printType } from 'graphql';
import { buildSchema } from 'type-graphql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { Altcha, PHONE_SECOND } from '../../server/src/platform/captcha/altcha.js';
import { type Captcha, CaptchaPurpose, captchaFor } from '../../server/src/platform/captcha/captcha.js';
import { CaptchaResolver } from '../../server/src/platform/captcha/captcha.resolver.js';
import { CaptchaRejected } from '../../server/src/platform/captcha/captcha-rejected.result.js';
import { UsedCaptcha } from '../../server/src/platform/captcha/used-captcha.entity.js';
import { forgetExpired } from '../../server/src/platform/captcha/used-captchas.js';
import { KeyRing } from '../../server/src/platform/crypto/key-ring.js';
import { openDatabase } from '../../server/src/platform/database/data-source.js';
import { CreateUsedCaptchas1795428120000 } from '../../server/src/platform/database/migrations/20261123100200-create-used-captchas.js';
import type { Database } from '../../server/src/platform/database/transact.js';
import { freshDatabase } from '../kit/database.js';
import { type SiteverifyServer, startSiteverifyServer } from '../kit/siteverify-server.js';

const { LOGIN, REGISTER, FIND_ACCOUNT } = CaptchaPurpose;
const SOURCE = '203.0.113.7';
const work = { cost: 10, least: 1, most: 20 };
const keyEntry = (id: number) => `${id}:${Buffer.alloc(32, id).toString('base64')}`;
const ring = (...ids: number[]) => KeyRing.parse('SECRET_KEYS', ids.map(keyEntry).join(','));

let db: Database;
let removeDatabase: () => Promise<void>;
let clock: Date;
const passMinutes = (minutes: number) => {
  clock = new Date(clock.getTime() + minutes * 60_000);
};

beforeAll(async () => {
  const home = await freshDatabase();
  removeDatabase = home.remove;
  db = await openDatabase(home.url, {
    entities: [UsedCaptcha],
    migrations: [CreateUsedCaptchas1795428120000],
  });
  await db.writer.runMigrations();
});
afterAll(async () => {
  await db.close();
  await removeDatabase();
});
beforeEach(() => {
  clock = new Date('2026-03-02T09:00:00.000Z'); // nobody's present: only the clock handed in may count
});

const needs = (keys = ring(1)) => ({ db, now: () => clock, ttlMin: 10, keys, work });

/** What the widget in a browser does with a challenge. */
async function solve(captcha: Captcha, purpose: CaptchaPurpose): Promise<string> {
  const challenge = JSON.parse((await captcha.challenge(purpose)).challenge!) as AltchaChallenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  return encode({ challenge, solution });
}
const encode = (answer: unknown) => Buffer.from(JSON.stringify(answer)).toString('base64');
const decode = (answer: string) => JSON.parse(Buffer.from(answer, 'base64').toString('utf8'));

describe('the table of used captchas', () => {
  it('is what its entity says, on either database', async () => {
    expect((await db.writer.driver.createSchemaBuilder().log()).upQueries).toEqual([]);
  });

  it('forgets answers once nobody could use them again, and no earlier', async () => {
    const captcha = new Altcha(needs());
    await captcha.verify(LOGIN, await solve(captcha, LOGIN));
    const kept = await forgetExpired(db, clock);
    passMinutes(12);
    const gone = await forgetExpired(db, clock);
    expect([kept, gone, await db.rows.count(UsedCaptcha)]).toEqual([0, 1, 0]);
  });
});

describe('the ALTCHA captcha', () => {
  let captcha: Captcha;
  beforeEach(() => {
    captcha = captchaFor({ provider: 'altcha', ...needs() });
  });

  it('says how long there is to solve it', async () => {
    const { provider, siteKey, challenge, expiresAt } = await captcha.challenge(LOGIN);
    const { parameters } = JSON.parse(challenge!);
    expect({ provider, siteKey, expiresAt, hint: new Date(parameters.expiresAt * 1000) }).toEqual({
      provider: 'altcha',
      siteKey: null,
      expiresAt: new Date('2026-03-02T09:10:00.000Z'),
      hint: new Date('2026-03-02T09:10:00.000Z'),
    });
  });

  it('accepts a solved challenge', async () => {
    expect(await captcha.verify(LOGIN, await solve(captcha, LOGIN), SOURCE)).toBe(true);
  });

  it('refuses the same answer a second time', async () => {
    const answer = await solve(captcha, LOGIN);
    await captcha.verify(LOGIN, answer, SOURCE);
    expect(await captcha.verify(LOGIN, answer, SOURCE)).toBe(false);
  });

  it('refuses the same answer in other clothes', async () => {
    const answer = await solve(captcha, LOGIN);
    await captcha.verify(LOGIN, answer, SOURCE);
    const { challenge, solution } = decode(answer);
    const parameters = { ...challenge.parameters, expiresAt: 4102444800 };
    const dressed = encode({
      solution: { ...solution, counter: 5 },
      challenge: { ...challenge, parameters },
      a: 1,
    });
    expect(await captcha.verify(LOGIN, dressed, SOURCE)).toBe(false);
  });

  it('lets one of twenty simultaneous uses of an answer pass', async () => {
    const answer = await solve(captcha, LOGIN);
    const passes = await Promise.all(Array.from({ length: 20 }, () => captcha.verify(LOGIN, answer, SOURCE)));
    expect(passes.filter(Boolean)).toHaveLength(1);
  });

  it('is not asked inside a unit of work, whose failure would make the answer good again', async () => {
    const answer = await solve(captcha, LOGIN);
    await expect(db.transact(() => captcha.verify(LOGIN, answer, SOURCE))).rejects.toThrow();
  });

  it('refuses an answer that was made for another purpose, and leaves it unused', async () => {
    const answer = await solve(captcha, REGISTER);
    expect([
      await captcha.verify(LOGIN, answer, SOURCE),
      await captcha.verify(REGISTER, answer, SOURCE),
    ]).toEqual([false, true]);
  });

  it('refuses an answer whose purpose was written over', async () => {
    const { challenge, solution } = decode(await solve(captcha, REGISTER));
    challenge.parameters.data.purpose = LOGIN;
    expect(await captcha.verify(LOGIN, encode({ challenge, solution }), SOURCE)).toBe(false);
  });

  it('accepts an answer in the last millisecond of its time', async () => {
    const answer = await solve(captcha, LOGIN);
    clock = new Date('2026-03-02T09:09:59.999Z');
    expect(await captcha.verify(LOGIN, answer, SOURCE)).toBe(true);
  });

  it('refuses an answer that is too old, also when its date was written over', async () => {
    const answer = await solve(captcha, LOGIN);
    const { challenge, solution } = decode(answer);
    challenge.parameters.data.until += 3_600_000;
    passMinutes(10);
    expect([
      await captcha.verify(LOGIN, answer, SOURCE),
      await captcha.verify(LOGIN, encode({ challenge, solution }), SOURCE),
    ]).toEqual([false, false]);
  });

  it('refuses a challenge nobody has solved', async () => {
    const { challenge } = decode(await solve(captcha, LOGIN));
    const solution = { counter: 1, derivedKey: challenge.parameters.keyPrefix.padEnd(64, '0') };
    expect(await captcha.verify(LOGIN, encode({ challenge, solution }), SOURCE)).toBe(false);
  });

  it('refuses a challenge that somebody else signed', async () => {
    const forged = await solve(new Altcha(needs(ring(9))), LOGIN);
    expect(await captcha.verify(LOGIN, forged, SOURCE)).toBe(false);
  });

  it('accepts answers to challenges signed with the key before this one', async () => {
    const answer = await solve(captcha, LOGIN);
    expect(await new Altcha(needs(ring(1, 2))).verify(LOGIN, answer)).toBe(true);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['an empty text', ''],
    ['no base64', '{}%%%'],
    ['no JSON', Buffer.from('{"challenge":').toString('base64')],
    ['a number', encode(7)],
    ['JSON null', encode(null)],
    ['a list', encode([1, 2])],
    ['an empty object', encode({})],
    ['nested lists', encode(JSON.parse(`${'['.repeat(900)}${']'.repeat(900)}`))],
    ['prototype keys', Buffer.from('{"__proto__":{"challenge":{}},"constructor":1}').toString('base64')],
    ['a list as answer', ['a']],
    ['an object as answer', { toString: 'x' }],
    ['a megabyte', 'A'.repeat(1_000_000)],
    ['not Unicode', Buffer.from([0xff, 0xfe, 0xfd]).toString('base64')],
  ])('refuses %s quietly', async (_what, answer) => {
    expect(await captcha.verify(LOGIN, answer as string, SOURCE)).toBe(false);
  });

  it.each([
    ['parameters', { __proto__: null, parameters: { constructor: 1 } }],
    ['cost', { parameters: { cost: 1e308 } }],
    ['data', { parameters: { data: 'LOGIN' } }],
    ['signature', { signature: ['a'] }],
    ['nonce', { parameters: { nonce: 'xyz' } }],
  ])('refuses a true answer with a broken part quietly: %s', async (_part, broken) => {
    const { challenge, solution } = decode(await solve(captcha, LOGIN));
    const parameters = { ...challenge.parameters, ...(broken as { parameters?: object }).parameters };
    const spoilt = encode({ challenge: { ...challenge, ...broken, parameters }, solution });
    expect(await captcha.verify(LOGIN, spoilt, SOURCE)).toBe(false);
  });

  it('refuses a true answer that was blown up', async () => {
    const blown = JSON.stringify(decode(await solve(captcha, LOGIN))).padEnd(5000, ' ');
    expect(await captcha.verify(LOGIN, Buffer.from(blown).toString('base64'), SOURCE)).toBe(false);
  });

  it('asks for work that a phone does in about a second', () => {
    const rounds = (PHONE_SECOND.cost * (PHONE_SECOND.least + PHONE_SECOND.most)) / 2;
    expect(rounds).toBe(4_000_000);
  });
});

describe.each([
  ['turnstile', { action: LOGIN, hostname: 'oss.example.test' }],
  ['hcaptcha', { hostname: 'oss.example.test' }],
  ['recaptcha', { action: LOGIN, hostname: 'oss.example.test', score: 0.9 }],
] as const)('the captcha of %s', (provider, solved) => {
  let server: SiteverifyServer;
  let captcha: Captcha;
  let told: string[];
  let tokens = 0;
  const token = (answer: object = solved) => {
    tokens += 1;
    return server.solve(`0.${provider}_${tokens}`, answer);
  };
  const captchaWith = (timeoutMs = 2000) =>
    captchaFor({
      provider,
      ...needs(),
      remote: {
        siteKey: 'site-key',
        secretKey: 'secret-key',
        hostnames: ['oss.example.test'],
        endpoint: server.url,
        timeoutMs,
        report: (trouble) => told.push(trouble),
      },
    });

  beforeEach(async () => {
    told = [];
    server = await startSiteverifyServer('secret-key');
    captcha = captchaWith();
  });
  afterEach(() => server.stop());

  it('is shown with its site key', async () => {
    const challenge = { provider, siteKey: 'site-key', challenge: null, expiresAt: null };
    expect(await captcha.challenge(LOGIN)).toEqual(challenge);
  });

  it("accepts what the provider confirms, and tells it the person's address", async () => {
    const answer = token();
    const passed = await captcha.verify(LOGIN, answer, SOURCE);
    const asked = Object.fromEntries(server.requests[0] ?? []);
    expect([passed, asked]).toEqual([
      true,
      {
        secret: 'secret-key',
        response: answer,
        remoteip: SOURCE,
        ...(provider === 'hcaptcha' ? { sitekey: 'site-key' } : {}),
      },
    ]);
  });

  it('refuses what the provider does not confirm, and goes on asking it', async () => {
    for (let guess = 0; guess < 10; guess += 1) await captcha.verify(LOGIN, `0.guess_${guess}`, SOURCE);
    expect([await captcha.verify(LOGIN, token(), SOURCE), told]).toEqual([true, []]);
  });

  it('refuses an answer from another site', async () => {
    const stolen = token({ ...solved, hostname: 'elsewhere.example.test' });
    expect(await captcha.verify(LOGIN, stolen, SOURCE)).toBe(false);
  });

  it('lets one of twenty simultaneous uses pass, even if the provider confirms them all', async () => {
    server.forgetUses();
    const answer = token();
    const passes = await Promise.all(Array.from({ length: 20 }, () => captcha.verify(LOGIN, answer, SOURCE)));
    expect(passes.filter(Boolean)).toHaveLength(1);
  });

  it.each(['', 'x'.repeat(8193), '<script>', 'a\r\nb: c', 'ünicode'])(
    'does not carry what cannot be an answer to the provider',
    async (answer) => {
      expect([await captcha.verify(LOGIN, answer, SOURCE), server.requests.length]).toEqual([false, 0]);
    },
  );

  it.each(['down', '500', 'garbage', 'wrong-secret'] as const)(
    'lets nobody through when the provider is in trouble (%s), and then offers ALTCHA',
    async (mode) => {
      server.behave(mode);
      const passes = [];
      for (let person = 0; person < 3; person += 1) passes.push(await captcha.verify(LOGIN, token(), SOURCE));
      const next = await captcha.challenge(LOGIN);
      expect([passes, next.provider, told.length]).toEqual([[false, false, false], 'altcha', 3]);
    },
  );

  it('does not wait long for a provider that hangs', async () => {
    server.behave('hang');
    const began = performance.now();
    const passed = await captchaWith(50).verify(LOGIN, token(), SOURCE);
    expect([passed, told, performance.now() - began < 2000]).toEqual([false, ['TIMED_OUT'], true]);
  });

  async function withoutProvider() {
    server.behave('down');
    for (let person = 0; person < 3; person += 1) await captcha.verify(LOGIN, token(), SOURCE);
  }

  it('accepts ALTCHA answers while the provider is away, under the same rules', async () => {
    await withoutProvider();
    const answer = await solve(captcha, LOGIN);
    expect([
      await captcha.verify(REGISTER, answer, SOURCE),
      await captcha.verify(LOGIN, answer, SOURCE),
      await captcha.verify(LOGIN, answer, SOURCE),
    ]).toEqual([false, true, false]);
  });

  it('accepts in one process the ALTCHA answer that another one asked for', async () => {
    await withoutProvider();
    const answer = await solve(captcha, LOGIN);
    expect(await captchaWith().verify(LOGIN, answer, SOURCE)).toBe(true);
  });

  it('returns to the provider when it is back', async () => {
    await withoutProvider();
    server.behave('ok');
    passMinutes(1);
    const passed = await captcha.verify(LOGIN, token(), SOURCE);
    expect([passed, (await captcha.challenge(LOGIN)).provider]).toEqual([true, provider]);
  });

  if (provider !== 'hcaptcha') {
    it('refuses an answer made for another purpose', async () => {
      expect(await captcha.verify(FIND_ACCOUNT, token(), SOURCE)).toBe(false);
    });
  }

  if (provider === 'recaptcha') {
    it('refuses a low score, and an answer without one', async () => {
      const answers = [token({ ...solved, score: 0.4 }), token({ ...solved, score: undefined })];
      const passes = await Promise.all(answers.map((answer) => captcha.verify(LOGIN, answer, SOURCE)));
      expect(passes).toEqual([false, false]);
    });
  }
});

describe('the captcha in the API', () => {
  const schemaWith = (captcha: Captcha) =>
    buildSchema({
      resolvers: [CaptchaResolver],
      orphanedTypes: [CaptchaRejected],
      container: { get: () => new CaptchaResolver(captcha) },
    });
  const ask = (provider: 'altcha' | 'off') =>
    schemaWith(captchaFor({ provider, ...needs() })).then((schema) =>
      graphql({
        schema,
        source: '{ captchaChallenge(purpose: PASSWORD_RESET) { provider siteKey challenge expiresAt } }',
        contextValue: { language: 'id' },
      }),
    );

  it('gives a challenge for the purpose that was named', async () => {
    const { captchaChallenge } = JSON.parse(JSON.stringify(await ask('altcha'))).data;
    const { purpose } = JSON.parse(captchaChallenge.challenge).parameters.data;
    expect([captchaChallenge.provider, captchaChallenge.expiresAt, purpose]).toEqual([
      'altcha',
      '2026-03-02T09:10:00.000Z',
      'PASSWORD_RESET',
    ]);
  });

  it('says when there is no captcha, as in development', async () => {
    const { data } = JSON.parse(JSON.stringify(await ask('off')));
    const challenge = { provider: 'off', siteKey: null, challenge: null, expiresAt: null };
    expect(data.captchaChallenge).toEqual(challenge);
  });

  it('knows the purposes of the contract', async () => {
    const schema = await schemaWith(captchaFor({ provider: 'off', ...needs() }));
    expect(printType(schema.getType('CaptchaPurpose')!).split(/\W+/).slice(2, -1)).toEqual([
      'REGISTER',
      'LOGIN',
      'RESEND_ACTIVATION',
      'PASSWORD_RESET',
      'FIND_ACCOUNT',
      'EMAIL_REPLACEMENT',
    ]);
  });
});
