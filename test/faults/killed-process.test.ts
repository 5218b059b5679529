import { setTimeout as pause } from 'node:timers/promises';

import { IsNull, MoreThan } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { Account } from '../../server/src/account/account.entity.js';
import { OneTimeSecret } from '../../server/src/account/one-time-secret.entity.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { after, SECOND_MS, systemClock } from '../../server/src/platform/clock.js';
import { openDatabase } from '../../server/src/platform/database/data-source.js';
import { migrate } from '../../server/src/platform/database/migrate.js';
import { OutboxMessage } from '../../server/src/platform/outbox/outbox-message.entity.js';
import { Region } from '../../server/src/platform/regions/region.entity.js';
import { REGION_LIST_VERSION } from '../../server/src/platform/regions/region-list.js';
import { tables } from '../../server/src/tables.js';
import { ACTIVATE, COMPLETE, LOGIN, START, VERIFY } from '../kit/account-operations.js';
import { buildServer, type Running, run, startServer } from '../kit/built-server.js';
import { freshDatabase, type Home, onSqlite } from '../kit/database.js';
import { codeIn, linkTokenIn } from '../kit/letters.js';
import { newPerson, type Person, profileInput } from '../kit/people.js';
import { type RegistryServer, startRegistryServer } from '../kit/registry-server.js';
import { type SmtpInbox, startSmtpInbox } from '../kit/smtp-inbox.js';

/** The least the settings allow. */
const LEASE_S = 15;

let home: Home;
let mail: SmtpInbox;
let registry: RegistryServer;
let settings: Record<string, string>;
let server: Running;

beforeAll(async () => {
  await buildServer();
  [home, mail, registry] = [await freshDatabase(), await startSmtpInbox(), await startRegistryServer()];
  await furnish();
  settings = {
    DATA_DIR: home.folder,
    ...(onSqlite() ? {} : { DATABASE_URL: home.url }),
    DEMO: 'off',
    CAPTCHA_PROVIDER: 'off',
    MAIL_URL: mail.url,
    MAIL_FROM: 'Akun OSS <akun@example.com>',
    REGISTRY_URL: registry.url,
    OUTBOX_LEASE_S: `${LEASE_S}`,
    SEND_BUDGET_IP: '10000/1h',
    LOG_LEVEL: 'warn',
  };
  server = await startServer(settings);
});
afterAll(async () => {
  server.signal('SIGKILL');
  await server.ended;
  await Promise.all([mail.stop(), registry.stop()]);
  await home.remove();
});

/** Tables, and of the list of regions only what the people here live in. */
async function furnish(): Promise<void> {
  const db = await openDatabase(home.url, tables);
  await migrate(db.writer, systemClock);
  const codes = ['31', '31.74', '31.74.03', '31.74.03.1001'];
  const rows = codes.map((code, i) => ({
    code,
    name: 'Contoh',
    level: i + 1,
    parentCode: codes[i - 1] ?? null,
    listVersion: REGION_LIST_VERSION,
  }));
  await db.transact((tx) => tx.insert(Region, rows));
  await db.close();
}

interface Applicant extends Person {
  readonly token: string;
  /** What the service said before it died; undefined when it said nothing. */
  completed?: Record<string, string> | undefined;
}

/** Somebody who has proven a contact and needs only to complete. */
async function applicant(): Promise<Applicant> {
  const person = newPerson();
  const { nik, email: contact } = person;
  const begin = { scale: 'UMK', actor: 'INDIVIDUAL', identity: { nik }, channel: 'EMAIL', contact };
  const started = await server.ask(START, begin);
  const code = await vi.waitFor(() => codeIn(mail.messages, contact), { timeout: 5000, interval: 10 });
  const proof = { registrationToken: started?.registrationToken, code };
  const verified = await server.ask(VERIFY, proof);
  return { ...person, token: verified?.registrationToken ?? '' };
}

const everybody: Applicant[] = [];

const complete = (person: Applicant) => server.ask(COMPLETE, profileInput(person, person.token));

async function restart(): Promise<void> {
  await server.ended;
  server = await startServer(settings);
}

type Moment = (kill: () => void, calls: Promise<unknown>[]) => void;

const whenAsked: Moment = (kill) => {
  const before = registry.count;
  const watch = setInterval(() => {
    if (registry.count === before) return;
    clearInterval(watch);
    kill();
  }, 1);
};
const within: (ms: number) => Moment = (ms) => (kill) => void setTimeout(kill, Math.random() * ms);
const afterFirstAnswer: Moment = (kill, calls) => void Promise.race(calls).then(kill);
const afterLastAnswer: Moment = (kill, calls) => void Promise.all(calls).then(kill);
const atStep: (step: 'RCPT' | 'DATA') => Moment = (step) => (kill) => {
  mail.onStep = (reached) => reached === step && kill();
};
const onceTaken: (ms: number) => Moment = (ms) => (kill) => {
  mail.onMessage = () => void (ms ? setTimeout(kill, ms) : kill());
};

/** Those that leave a message claimed come first: its lease passes while the others are tried. */
const MOMENTS: [string, Moment][] = [
  ['when the mail server hears the recipient', atStep('RCPT')],
  ['when the mail server takes the text', atStep('DATA')],
  ['when the mail server has the message and has not said so', onceTaken(0)],
  ['about when the message is marked', onceTaken(2)],
  ['right after the last answer', afterLastAnswer],
  ['right after the first answer', afterFirstAnswer],
  ['when the registry is asked', whenAsked],
  ['soon after the call', within(40)],
  ['soon after the call', within(40)],
  ['a while after the call', within(90)],
  ['a while after the call', within(90)],
];

describe('a process that is killed', () => {
  let kills = 0;

  it.each(MOMENTS)('%s starts again', async (_, moment) => {
    const people = [await applicant(), await applicant(), await applicant()];
    const calls = people.map(async (person) => {
      person.completed = await complete(person);
    });
    let armed = true;
    moment(() => {
      if (armed) server.signal('SIGKILL');
      armed = false;
    }, calls);
    await server.ended;
    kills += 1;
    [mail.onStep, mail.onMessage] = [() => {}, () => {}];
    await Promise.all(calls);
    everybody.push(...people);
    await restart();
  });

  it('has lost nothing it acknowledged, and whoever got no answer may ask again', async () => {
    expect(kills).toBe(MOMENTS.length);
    for (const person of everybody.filter(({ completed }) => !completed)) {
      const again = await complete(person);
      expect(['RegistrationCompleted', 'RegistrationExpired']).toContain(again?.__typename);
    }
    const answers = new Set(everybody.map(({ completed }) => completed?.__typename ?? 'no answer'));
    expect([...answers].sort()).toEqual(['RegistrationCompleted', 'no answer']);
  });

  it('sends every message once its lease is over: the same one, never another', async () => {
    const links = () => mail.messages.filter(({ text }) => text.includes('/aktivasi#'));
    const everybodyHasTheirs = () => {
      for (const { email } of everybody) linkTokenIn(mail.messages, email);
      // At least the one that was taken without having been acknowledged came again.
      expect(links().length).toBeGreaterThan(everybody.length);
    };
    await vi.waitFor(everybodyHasTheirs, { timeout: 20_000, interval: 100 });
    for (const { email } of everybody) {
      const mine = links().filter(({ recipients }) => recipients.includes(email));
      expect(new Set(mine.map(({ headers }) => headers['message-id'])).size).toBe(1);
      expect(new Set(mine.map(({ text }) => text)).size).toBe(1);
    }
    expect(links().length).toBeLessThanOrEqual(everybody.length + 3 * kills);
  });

  it('lets every link be used once', async () => {
    for (const { email } of everybody) {
      const token = linkTokenIn(mail.messages, email);
      expect((await server.ask(ACTIVATE, { token }))?.__typename).toBe('AccountActivated');
      expect((await server.ask(ACTIVATE, { token }))?.__typename).toBe('ActivationRejected');
    }
  });

  it('does not bring a spent link back, whether or not its spending was answered', async () => {
    const people = [await applicant(), await applicant(), await applicant()];
    await Promise.all(people.map(complete));
    const links = await vi.waitFor(() => people.map(({ email }) => linkTokenIn(mail.messages, email)), 5000);
    const first = links.map((token) => server.ask(ACTIVATE, { token }));
    await Promise.race([...first, pause(Math.random() * 20)]);
    server.signal('SIGKILL');
    const told = (await Promise.all(first)).map((answer) => answer?.__typename);
    await restart();
    const again = await Promise.all(links.map((token) => server.ask(ACTIVATE, { token })));
    for (const [i, answer] of again.entries()) {
      const allowed = told[i] ? ['ActivationRejected'] : ['ActivationRejected', 'AccountActivated'];
      expect(allowed).toContain(answer?.__typename);
      const { email: identifier, password } = people[i] ?? newPerson();
      expect((await server.ask(LOGIN, { identifier, password }))?.__typename).toBe('LoggedIn');
    }
    everybody.push(...people);
  });
});

describe('a process that is asked to stop', () => {
  it('answers the requests it has, and ends without a fault', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, applicant));
    const before = registry.count;
    registry.behave('slow');
    const calls = people.map(complete);
    await vi.waitFor(() => expect(registry.count).toBe(before + 8), { timeout: 5000, interval: 2 });
    server.signal('SIGTERM');
    const answers = (await Promise.all(calls)).map((answer) => answer?.__typename);
    expect(answers).toEqual(people.map(() => 'RegistrationCompleted'));
    expect(await server.ended).toBe(0);
    everybody.push(...people);
  });

  it('leaves a database in which everything has its cause and its effect', async () => {
    const db = await openDatabase(home.url, tables);
    const { rows } = db;
    const accounts = await rows.find(Account);
    expect(accounts).toHaveLength(everybody.length);
    for (const { id } of accounts) {
      expect(await rows.countBy(OutboxMessage, { accountId: id, kind: 'ACTIVATION_LINK' })).toBe(1);
      expect(await rows.countBy(OneTimeSecret, { subjectId: id, purpose: 'ACTIVATION' })).toBe(1);
      for (const event of ['ACCOUNT_CREATED', 'CONSENT_GIVEN'] as const)
        expect(await rows.countBy(AuditEvent, { subjectId: id, event })).toBe(1);
    }
    for (const { id } of accounts.filter(({ status }) => status === 'ACTIVE')) {
      expect(await rows.countBy(OneTimeSecret, { subjectId: id, status: 'SPENT' })).toBe(1);
      // Its notice went to one contact, with the link that says "this was not me".
      expect(await rows.countBy(OneTimeSecret, { subjectId: id, purpose: 'NOT_ME' })).toBe(1);
      expect(await rows.countBy(AuditEvent, { subjectId: id, event: 'ACCOUNT_ACTIVATED' })).toBe(1);
      expect(await rows.countBy(OutboxMessage, { accountId: id, kind: 'ACCOUNT_ACTIVATED' })).toBe(1);
    }
    const stuck = { status: 'SENDING' as const, dueAt: MoreThan(after(systemClock(), LEASE_S * SECOND_MS)) };
    expect(await rows.countBy(OutboxMessage, stuck)).toBe(0);
    expect(await rows.countBy(OutboxMessage, { status: 'SENDING', dueAt: IsNull() })).toBe(0);
    await db.close();
    for (const program of ['commands/verify-audit.js', 'commands/verify-data.js']) {
      const { code, output } = await run(program, settings);
      expect(`${code} ${output}`).toMatch(/^0 /);
    }
  });
});

describe('a process that cannot start', () => {
  it.runIf(onSqlite())('because another has the database file says so', async () => {
    const db = await openDatabase(home.url, tables);
    const { code, output } = await run('main.js', { ...settings, PORT: '0' });
    await db.close();
    expect(code).toBe(1);
    expect(output).toContain('The database file is in use by another process.');
  });

  it('with these settings in production names all that is wrong, and no value', async () => {
    const secret = 'k3y-that-nobody-may-read';
    const { code, output } = await run('main.js', {
      DATA_DIR: home.folder,
      NODE_ENV: 'production',
      CAPTCHA_PROVIDER: 'off',
      DEMO: 'on',
      PUBLIC_BASE_URL: `http://${secret}.example.com`,
      DATA_KEYS: `1:${secret}`,
      WHATSAPP_TOKEN: secret,
    });
    expect(code).toBe(1);
    const wrong = [
      'CAPTCHA_PROVIDER',
      'DEMO',
      'PUBLIC_BASE_URL',
      'MAIL_URL',
      'MAIL_FROM',
      'WHATSAPP_PHONE_ID',
    ];
    for (const name of [...wrong, 'DATA_KEYS', 'INDEX_KEYS', 'SECRET_KEYS']) expect(output).toContain(name);
    expect(output).not.toContain(secret);
  });
});
