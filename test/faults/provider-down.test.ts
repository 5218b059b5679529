import { IsNull, MoreThanOrEqual, Not } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { DAY_MS, MINUTE_MS } from '../../server/src/platform/clock.js';
import { DeliveryAttempt } from '../../server/src/platform/outbox/delivery-attempt.entity.js';
import { OutboxMessage } from '../../server/src/platform/outbox/outbox-message.entity.js';
import { ACTIVATE, COMPLETE, START, VERIFY } from '../kit/account-operations.js';
import { type App, startApp } from '../kit/app.js';
import { broken } from '../kit/broken.js';
import { codeIn, linkTokenIn } from '../kit/letters.js';
import {
  loggedIn,
  newPerson,
  outcome,
  profileInput,
  type Registered,
  started,
  startInput,
} from '../kit/people.js';
import { type SmtpInbox, type SmtpMode, startSmtpInbox } from '../kit/smtp-inbox.js';
import {
  type CloudFailure,
  type CloudMode,
  FAILURES,
  startWhatsAppServer,
  type WhatsAppServer,
} from '../kit/whatsapp-server.js';

/** How long a caller may wait for an answer, whatever the provider does. */
const AT_ONCE_MS = 1000;

let mail: SmtpInbox;
let cloud: WhatsAppServer;
let app: App;
let member: Registered;
/** Of the test that runs. */
let begunAt: Date;
const world = () => ({
  MAIL_URL: mail.url,
  MAIL_FROM: 'Akun OSS <akun@example.com>',
  WHATSAPP_TOKEN: cloud.accessToken,
  WHATSAPP_PHONE_ID: cloud.phoneNumberId,
  WHATSAPP_API_URL: cloud.apiUrl,
  WHATSAPP_APP_SECRET: cloud.appSecret,
  WHATSAPP_VERIFY_TOKEN: 'token-of-the-registration',
  OUTBOX_SEND_TIMEOUT_S: '2',
});

beforeAll(async () => {
  [mail, cloud] = [await startSmtpInbox(), await startWhatsAppServer()];
  app = await startApp(world());
  member = await activePerson();
});
afterAll(async () => {
  [mail.mode, cloud.mode] = ['ok', 'ok'];
  await app.stop();
  await Promise.all([mail.stop(), cloud.stop()]);
});
beforeEach(async () => {
  [mail.mode, cloud.mode] = ['ok', 'ok'];
  app.passTime(DAY_MS);
  await app.work();
  mail.messages.length = 0;
  cloud.sent.length = 0;
  app.passTime(1);
  begunAt = app.now();
});

async function activePerson(): Promise<Registered> {
  const person = newPerson();
  const registrationToken = await started(app, person);
  await app.work();
  const input = { registrationToken, code: codeIn(mail.messages, person.email) };
  const { registrationToken: token } = outcome(await app.ask(VERIFY, { input }), 'RegistrationVerified');
  const completed = await app.ask(COMPLETE, { input: profileInput(person, token) });
  const { username } = outcome(completed, 'RegistrationCompleted');
  await app.work();
  const link = { token: linkTokenIn(mail.messages, person.email) };
  outcome(await app.ask(ACTIVATE, { input: link }), 'AccountActivated');
  return { ...person, username };
}

/** `ask` for each of some people at once; how long the slowest of them waited, in milliseconds. */
async function slowest(people: number, ask: () => Promise<unknown>): Promise<number> {
  const waits = Array.from({ length: people }, async () => {
    const from = performance.now();
    await ask();
    return performance.now() - from;
  });
  return Math.max(...(await Promise.all(waits)));
}

const unsent = () => app.db.rows.countBy(OutboxMessage, { dueAt: Not(IsNull()) });
const isReady = async () => (await app.http.inject({ url: '/readyz' })).statusCode === 200;
const trace = async () => {
  const tries = await app.db.rows.find(DeliveryAttempt, {
    where: { at: MoreThanOrEqual(begunAt) },
    order: { at: 'ASC', number: 'ASC' },
  });
  return [...new Set(tries.map(({ number, outcome, reason }) => [number, outcome, reason].join(' ').trim()))];
};

describe('a mail server', () => {
  it.each<[SmtpMode, string, copies: number]>([
    ['hangup', 'CONNECTION', 1],
    ['hang', 'TIMEOUT', 1],
    ['tempfail', 'PROVIDER_BUSY', 1],
    ['drop', 'CONNECTION', 2],
    ['trickle', 'TIMEOUT', 2],
  ])(
    'that answers with %s keeps nobody waiting or from logging in, and gets the messages later',
    async (mode, reason, copies) => {
      const people = Array.from({ length: 3 }, newPerson);
      mail.mode = mode;
      for (const person of people) await started(app, person);
      const struggling = app.work();
      expect(await slowest(5, () => started(app, newPerson()))).toBeLessThan(AT_ONCE_MS);
      expect(await slowest(1, () => loggedIn(app, member))).toBeLessThan(AT_ONCE_MS);
      expect(await isReady()).toBe(true);
      expect(await unsent()).toBe(8);

      mail.mode = 'ok';
      await struggling;
      app.passTime(MINUTE_MS);
      await app.work();
      expect(await unsent()).toBe(0);
      for (const { email } of people) {
        const arrived = mail.messages.filter(({ recipients }) => recipients.includes(email));
        expect(arrived).toHaveLength(copies);
        expect(new Set(arrived.map(({ headers }) => headers['message-id'])).size).toBe(1);
        expect(new Set(arrived.map(({ text }) => text)).size).toBe(1);
      }
      expect(await trace()).toEqual(expect.arrayContaining([`1 POSTPONED ${reason}`, '2 ACCEPTED']));
    },
  );

  it('that refuses a recipient for good is not asked again, and the trace says why', async () => {
    mail.mode = 'refuse';
    await started(app, newPerson());
    await app.work();
    mail.mode = 'ok';
    app.passTime(60 * MINUTE_MS);
    await app.work();
    expect(mail.messages).toEqual([]);
    expect(await trace()).toEqual(['1 REFUSED NO_SUCH_ADDRESS']);
    expect(await app.db.rows.countBy(OutboxMessage, { status: 'FAILED', reason: 'NO_SUCH_ADDRESS' })).toBe(1);
  });
});

describe('the WhatsApp provider', () => {
  const trouble: [string, () => void, string][] = [
    ['is silent', () => behave({ mode: 'hang' }), 'TIMEOUT'],
    ['is down', () => behave({ mode: 'error', failure: FAILURES.down }), 'PROVIDER_DOWN'],
    ['answers in HTML', () => behave({ mode: 'page' }), 'PROVIDER_DOWN'],
    [
      'has locked our account',
      () => behave({ mode: 'error', failure: FAILURES.expiredToken }),
      'PROVIDER_ACCOUNT',
    ],
  ];
  const behave = (how: { mode: CloudMode; failure?: CloudFailure }) => Object.assign(cloud, how);

  it.each(trouble)(
    'that %s keeps nobody waiting, and gets the message later, once',
    async (_, begin, reason) => {
      begin();
      const person = newPerson();
      await started(app, person, 'WHATSAPP');
      const struggling = app.work();
      expect(await slowest(3, () => started(app, newPerson(), 'WHATSAPP'))).toBeLessThan(AT_ONCE_MS);
      expect(await isReady()).toBe(true);
      await struggling;
      cloud.mode = 'ok';
      app.passTime(MINUTE_MS);
      await app.work();
      expect(await unsent()).toBe(0);
      expect(cloud.sent.filter(({ to }) => person.e164.endsWith(to.replace('+', '')))).toHaveLength(1);
      expect(await trace()).toEqual(expect.arrayContaining([`1 POSTPONED ${reason}`, '2 ACCEPTED']));
    },
  );

  it.each<[CloudMode, string]>([
    ['drop', 'CONNECTION'],
    ['half', 'TIMEOUT'],
  ])(
    'that is cut off after it took the message (%s) gets the same once more, under the same id',
    async (mode, reason) => {
      behave({ mode });
      const person = newPerson();
      await started(app, person, 'WHATSAPP');
      await app.work();
      expect(await trace()).toEqual([`1 POSTPONED ${reason}`]);
      cloud.mode = 'ok';
      app.passTime(MINUTE_MS);
      await app.work();
      const arrived = cloud.sent.filter(({ to }) => person.e164.endsWith(to.replace('+', '')));
      expect(arrived).toHaveLength(2);
      expect(new Set(arrived.map(({ parameters }) => parameters.join())).size).toBe(1);
      expect(new Set(arrived.map(({ callbackData }) => callbackData)).size).toBe(1);
      expect(await unsent()).toBe(0);
      expect(await broken(app)).toEqual({});
    },
  );

  it('that is cut off and tells of both later, twice and in the wrong order, is believed for the one we know', async () => {
    behave({ mode: 'drop' });
    await started(app, newPerson(), 'WHATSAPP');
    await app.work();
    cloud.mode = 'ok';
    app.passTime(MINUTE_MS);
    await app.work();
    const [unknown, known] = cloud.sent.map(({ id }) => id);
    const timestamp = Math.floor(app.now().getTime() / 1000);
    const told = (id = '', ...statuses: string[]) => statuses.map((status) => ({ id, status, timestamp }));
    const address = `${await app.listen()}/webhooks/whatsapp`;
    for (let times = 0; times < 2; times += 1) {
      expect(await cloud.postStatus(address, ...told(known, 'read', 'sent', 'delivered'))).toBe(200);
      expect(await cloud.postStatus(address, ...told(unknown, 'failed', 'delivered'))).toBe(200);
    }
    const row = await app.db.rows.findOneByOrFail(OutboxMessage, { providerId: known });
    expect(row.status).toBe('READ');
    expect(await broken(app)).toEqual({});
  });

  it('that asks for less is left alone for as long as it said', async () => {
    behave({ mode: 'error', failure: FAILURES.tooMany }); // Retry-After: 120
    await started(app, newPerson(), 'WHATSAPP');
    await app.work();
    cloud.mode = 'ok';
    app.passTime(2 * MINUTE_MS - 1);
    await app.work();
    expect(cloud.sent).toEqual([]);
    app.passTime(1);
    await app.work();
    expect(cloud.sent).toHaveLength(1);
    expect(await trace()).toEqual(['1 POSTPONED RATE_LIMITED', '2 ACCEPTED']);
  });

  it('that knows no such number is not asked again', async () => {
    behave({ mode: 'error', failure: FAILURES.invalidRecipient });
    await started(app, newPerson(), 'WHATSAPP');
    await app.work();
    app.passTime(60 * MINUTE_MS);
    cloud.mode = 'ok';
    await app.work();
    expect(cloud.sent).toEqual([]);
    expect(await trace()).toEqual(['1 REFUSED NOT_ON_WHATSAPP']);
  });
});

describe('an outbox that is full', () => {
  it('turns new work away with the time to come back, and takes it again when it has drained', async () => {
    const small = await startApp({ ...world(), OUTBOX_CAP: '3' });
    const ask = async () => {
      const variables = { input: await startInput(small, newPerson()) };
      return small.http.inject({ method: 'POST', url: '/graphql', payload: { query: START, variables } });
    };
    const seen = { timeout: 5000, interval: 100 };
    const refused = await vi.waitFor(async () => {
      const reply = await ask();
      expect(reply.statusCode).toBe(503);
      return reply;
    }, seen);
    expect(refused.json().errors[0].extensions.code).toBe('OVERLOADED');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await small.http.inject({ url: '/livez' })).statusCode).toBe(200);

    await small.work();
    await vi.waitFor(async () => expect((await ask()).statusCode).toBe(200), seen);
    await small.stop();
  });
});
