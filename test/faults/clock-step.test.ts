import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { AuditSeal } from '../../server/src/platform/audit/audit-seal.entity.js';
import { verifyChain } from '../../server/src/platform/audit/verify-chain.js';
import { HOUR_MS, MINUTE_MS } from '../../server/src/platform/clock.js';
import { LOGIN, START, VERIFY } from '../kit/account-operations.js';
import { atDesk } from '../kit/agents.js';
import { type App, startApp } from '../kit/app.js';
import { broken } from '../kit/broken.js';
import { decided } from '../kit/cases.js';
import {
  active,
  anotherCode,
  loggedIn,
  newPerson,
  outcome,
  said,
  started,
  startInput,
} from '../kit/people.js';
import { caseOf, handedIn } from '../kit/replacements.js';

/**
 * What is promised when the clock of a machine jumps (docs/operations.md): a state that was reached stays reached, a count
 * stays counted, and a time limit holds by what the clock reads. A clock set back delays; it gives nobody a second try.
 */
let app: App;
beforeAll(async () => {
  app = await startApp({ CAPTCHA_LOGIN_AFTER: '1000' });
});
afterAll(() => app.stop());

/** The clock is wrong by so many hours while `meanwhile` happens, and right again afterwards. */
async function off<T>(hours: number, meanwhile: () => Promise<T>): Promise<T> {
  app.passTime(hours * HOUR_MS);
  const answer = await meanwhile();
  app.passTime(-hours * HOUR_MS);
  return answer;
}
/** Sets the clock back, forward, and right again; the worker has its turn each time. */
async function shaken(): Promise<void> {
  for (const hours of [-7, 5, -2]) await off(hours, app.work);
  await app.work();
}
const verify = async (registrationToken: string, code: string | null) =>
  app.ask(VERIFY, { input: { registrationToken, code } });
const alive = async (token: string): Promise<boolean> =>
  (await app.ask('{ me { id } }', {}, token)).data.me !== null;

describe('while the clock jumps', () => {
  it('a message waits for its time and leaves once', async () => {
    const person = newPerson();
    await started(app, person);
    await off(-3, app.work);
    expect(await app.inbox(person.email)).toHaveLength(1);
    await shaken();
    expect(await app.inbox(person.email)).toHaveLength(1);
  });

  it('a code has as many tries as ever, and none after the last', async () => {
    const person = newPerson();
    const token = await started(app, person);
    const { code } = await app.latest(person.email, 'REGISTRATION_CODE');
    const wrong = anotherCode(code);
    const left: unknown[] = [];
    for (const hours of [0, -2, -5, 0, -1, -3, 0]) {
      const { data } = await off(hours, () => verify(token, wrong));
      left.push(data.verifyRegistrationCode.attemptsLeft);
    }
    expect(left.slice(0, 5)).toEqual([4, 3, 2, 1, 0]);
    for (const hours of [0, -3]) {
      expect(said(await off(hours, () => verify(token, code)))).not.toBe('RegistrationVerified');
    }
  });

  it('a code that has expired is good by no reading beyond its time, and is spent once whatever the reading', async () => {
    const person = newPerson();
    const token = await started(app, person);
    const { code } = await app.latest(person.email, 'REGISTRATION_CODE');
    const ttl = app.config.CODE_TTL_MIN * MINUTE_MS;
    app.passTime(ttl);
    expect(said(await verify(token, code))).not.toBe('RegistrationVerified');
    expect(said(await off(5, () => verify(token, code)))).not.toBe('RegistrationVerified');
    app.passTime(-1); // the clock is set right: the code's own time was not over yet
    const { registrationToken } = outcome(await verify(token, code), 'RegistrationVerified');
    expect(registrationToken).toBeTruthy();
    for (const hours of [0, -3])
      expect(said(await off(hours, () => verify(token, code)))).not.toBe('RegistrationVerified');
    app.passTime(1);
  });

  it('a budget that is used up stays so at every earlier reading, and after a later one', async () => {
    const person = newPerson();
    const ask = async () => said(await app.ask(START, { input: await startInput(app, person) }));
    await ask();
    expect(await ask()).toBe('TooManyRequests'); // within the pause of a minute
    for (const hours of [-1, -5]) expect(await off(hours, ask)).toBe('TooManyRequests');
    expect(await off(2, ask)).not.toBe('TooManyRequests'); // a later reading ends the window, as waiting would
    for (const hours of [0, -1, 1]) expect(await off(hours, ask)).toBe('TooManyRequests'); // and opens one that ends later still
  });

  it('guesses at a password are counted on', async () => {
    const known = await active(app);
    const guess = async () => {
      const input = { identifier: known.username, password: 'salah-sekali-1!' };
      return said(await app.ask(LOGIN, { input }));
    };
    let answered = '';
    for (let guesses = 0; guesses < 30 && answered !== 'TooManyRequests'; guesses += 1)
      answered = await guess();
    expect(answered).toBe('TooManyRequests');
    for (const hours of [-1, -6]) expect(await off(hours, guess)).toBe('TooManyRequests');
    app.passTime(24 * HOUR_MS);
  });

  it('a session that was ended stays ended, and one in use stays in use', async () => {
    const known = await active(app);
    const [ended, used] = [await loggedIn(app, known), await loggedIn(app, known)];
    await app.ask('mutation { logout }', {}, ended);
    for (const hours of [-6, -1, 0]) {
      expect(await off(hours, () => alive(ended))).toBe(false);
      expect(await off(hours, () => alive(used))).toBe(true);
    }
  });

  it('a waiting period ends by its own time, and has its effect once', async () => {
    const known = await active(app);
    const [rina, made] = [await atDesk(app, 'AGENT', '31'), await atDesk(app, 'SUPERVISOR', '31')];
    const to = await handedIn(app, known);
    await app.work();
    const { id, ticket, newEmail } = await caseOf(app, to);
    const filed = { id, ticket, newEmail, person: known };
    for (const agent of [rina, made]) await decided(app, agent, filed, 'APPROVE');
    app.passTime(MINUTE_MS); // nobody takes a decision back
    await app.work();
    for (const hours of [-20, -3, 20]) {
      await off(hours, app.work);
      expect((await caseOf(app, to)).status).toBe('WAITING_PERIOD');
    }
    app.passTime(25 * HOUR_MS);
    await app.work();
    const { appliedAt } = await caseOf(app, to);
    expect(appliedAt).not.toBeNull();
    await shaken();
    await off(-20, app.work);
    expect((await caseOf(app, to)).appliedAt).toEqual(appliedAt);
    const told = await app.inbox(known.email);
    expect(told.filter(({ kind }) => kind === 'REPLACEMENT_FORMER_EMAIL')).toHaveLength(1);
  });

  it('every event of the trail comes into the chain, and no invariant breaks', async () => {
    await off(4, async () => {
      await active(app);
      app.passTime(MINUTE_MS);
      await app.work();
    });
    await off(-3, async () => {
      await active(app);
      app.passTime(MINUTE_MS);
      await app.work();
    });
    app.passTime(MINUTE_MS);
    await app.work();
    const [events, seals] = [await app.db.rows.count(AuditEvent), await app.db.rows.count(AuditSeal)];
    expect(seals).toBe(events);
    expect((await verifyChain(app.db, app.config.keys.SECRET_KEYS, [])).findings).toEqual([]);
    expect(await broken(app)).toEqual({});
  });
});
