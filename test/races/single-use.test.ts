import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Account } from '../../server/src/account/account.entity.js';
import { OneTimeSecret } from '../../server/src/account/one-time-secret.entity.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import type { AuditEventName } from '../../server/src/platform/audit/audit-events.js';
import { HOUR_MS, MINUTE_MS } from '../../server/src/platform/clock.js';
import { ACTIVATE, COMPLETE, START, VERIFY } from '../kit/account-operations.js';
import { type Answer, type App, anotherProcess, startApp } from '../kit/app.js';
import {
  activationToken,
  active,
  loggedIn,
  newPerson,
  outcome,
  type Person,
  profileInput,
  proven,
  type Registered,
  registered,
  started,
  startInput,
} from '../kit/people.js';
import { logIn, REPORT, RESET, resetToken, tokenAt } from '../kit/recovery.js';
import { rounds } from '../kit/rounds.js';

const WITH_CODE = /* GraphQL */ `
  mutation($input: ActivateAccountWithCodeInput!) { activateAccountWithCode(input: $input) { __typename } }
`;
const CHANGE = /* GraphQL */ `
  mutation($input: RequestContactChangeInput!) { requestContactChange(input: $input) { __typename } }
`;
const CONFIRM = /* GraphQL */ `
  mutation($input: ConfirmContactChangeInput!) { confirmContactChange(input: $input) { __typename } }
`;
const CHANGE_PASSWORD = /* GraphQL */ `
  mutation($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }
`;
const TAKE_BACK = /* GraphQL */ `
  mutation($input: UndoContactChangeInput!) { undoContactChange(input: $input) { __typename } }
`;

let app: App;
let processes: readonly [App, App];
beforeAll(async () => {
  app = await startApp();
  processes = [app, await anotherProcess(app)];
});
afterAll(async () => {
  await processes[1].stop();
  await app.stop();
});

/** The same call so many times at once, every other one to the second process; answers how often came what. */
async function atOnce(times: number, query: string, ...inputs: object[]): Promise<Record<string, number>> {
  const calls = Array.from({ length: times }, (_, i) => {
    const input = inputs[i % inputs.length];
    return processes[Math.floor(i / inputs.length + i) % 2 ? 1 : 0].ask(query, { input });
  });
  const tally: Record<string, number> = {};
  for (const answer of await Promise.all(calls)) {
    const what = typeOf(answer);
    tally[what] = (tally[what] ?? 0) + 1;
  }
  return tally;
}

function typeOf({ data, errors }: Answer): string {
  const [field] = Object.values(data ?? {}) as { __typename: string }[];
  return field?.__typename ?? JSON.stringify(errors);
}

/** Nothing but the one success and these refusals. */
function expectOneWinner(tally: Record<string, number>, success: string, refusals: string[]): void {
  expect(tally[success]).toBe(1);
  expect([success, ...refusals]).toEqual(expect.arrayContaining(Object.keys(tally)));
}

const events = (event: AuditEventName, subjectId: string, more: object = {}) =>
  app.db.rows.countBy(AuditEvent, { event, subjectId, ...more });
const messages = async (to: string, kind: string) =>
  (await app.inbox(to)).filter((message) => message.kind === kind);
const accountOf = async ({ username }: Registered) =>
  (await app.house.identifiers.ownerOf(username)) ?? 'none';

describe('fifty uses at once, over two processes,', () => {
  it('of an activation link open the account once', async () => {
    const person = await registered(app);
    const token = await activationToken(app, person);
    const tally = await atOnce(50, ACTIVATE, { token });
    expect(tally).toEqual({ AccountActivated: 1, ActivationRejected: 49 });
    expect(await messages(person.email, 'ACCOUNT_ACTIVATED')).toHaveLength(1);
    expect(await events('ACCOUNT_ACTIVATED', await accountOf(person))).toBe(1);
  });

  it('of an activation code open the account once', async () => {
    const someone = newPerson();
    const person = await registered(app, { whatsapp: someone.phone }, someone);
    const { code } = await app.latest(person.e164, 'ACTIVATION_CODE');
    const tally = await atOnce(50, WITH_CODE, { identifier: person.username, code });
    expectOneWinner(tally, 'AccountActivated', ['ActivationRejected', 'TooManyRequests']);
    expect(await messages(person.e164, 'ACCOUNT_ACTIVATED')).toHaveLength(1);
    expect(await events('ACCOUNT_ACTIVATED', await accountOf(person))).toBe(1);
  });

  it('of a registration code prove the contact once', async () => {
    const person = newPerson();
    const registrationToken = await started(app, person);
    const { code } = await app.latest(person.email, 'REGISTRATION_CODE');
    const tally = await atOnce(50, VERIFY, { registrationToken, code });
    expectOneWinner(tally, 'RegistrationVerified', [
      'CodeRejected',
      'TooManyRequests',
      'RegistrationExpired',
    ]);
    const secret = { destinationKey: person.email, status: 'SPENT' as const };
    const { subjectId } = await app.db.rows.findOneByOrFail(OneTimeSecret, secret);
    expect(await events('CONTACT_VERIFIED', subjectId)).toBe(1);
  });

  it('of a proven registration make one account', async () => {
    const person = newPerson();
    const token = await proven(app, person);
    const before = await app.db.rows.count(Account);
    const tally = await atOnce(50, COMPLETE, profileInput(person, token));
    const refusals = ['RegistrationExpired', 'TooManyRequests', 'IdentityAlreadyRegistered'];
    expectOneWinner(tally, 'RegistrationCompleted', refusals);
    expect(await app.db.rows.count(Account)).toBe(before + 1);
    expect(await messages(person.email, 'ACTIVATION_LINK')).toHaveLength(1);
    const owner = await app.house.identifiers.ownerOf(person.email);
    expect(await events('ACCOUNT_CREATED', owner ?? 'none')).toBe(1);
  });

  it('of the way back from a contact change restore the contact once', async () => {
    const person = await active(app);
    const token = await takenOver(person, newPerson());
    const tally = await atOnce(50, TAKE_BACK, { token });
    expect(tally).toEqual({ ContactChangeUndone: 1, LinkRejected: 49 });
    expect(await messages(person.email, 'CONTACT_RESTORED')).toHaveLength(1);
    const undone = { reasonCode: 'UNDONE' };
    expect(await events('CONTACT_CHANGED', await accountOf(person), undone)).toBe(1);
  });

  it('of a reset link set one password', async () => {
    const person = await active(app);
    await loggedIn(app, person);
    const token = await resetToken(app, person);
    const wished = ['Teh-Talua-91-pagi', 'Teh-Talua-92-sore'];
    const tally = await atOnce(50, RESET, ...wished.map((newPassword) => ({ token, newPassword })));
    expectOneWinner(tally, 'PasswordReset', ['ResetLinkRejected', 'TooManyRequests']);
    expect(await messages(person.email, 'PASSWORD_RESET')).toHaveLength(1);
    expect(await events('RESET_DONE', await accountOf(person))).toBe(1);
    const answers = [];
    for (const one of wished) answers.push(typeOf(await logIn(app, person.username, one)));
    expect(answers.sort()).toEqual(['LoggedIn', 'LoginRejected']);
  });

  it('of a "this was not me" link make the account safe once', async () => {
    const person = await active(app);
    await loggedIn(app, person);
    const token = await tokenAt(app, person.email, 'ACCOUNT_ACTIVATED');
    const tally = await atOnce(50, REPORT, { token });
    expect(tally).toEqual({ AccountSecured: 1, LinkRejected: 49 });
    expect(await messages(person.email, 'ACCOUNT_SECURED')).toHaveLength(1);
    expect(await events('REPORTED_NOT_ME', await accountOf(person))).toBe(1);
  });

  /** Somebody with the password moves the account to another mailbox; answers what opens the way back. */
  async function takenOver(person: Registered, { email: contact }: Person): Promise<string> {
    const session = await loggedIn(app, person);
    const input = { channel: 'EMAIL', contact, password: person.password };
    outcome(await app.ask(CHANGE, { input }, session), 'ContactChangeRequested');
    const { code } = await app.latest(contact, 'CONTACT_CHANGE_CODE');
    await app.ask(CONFIRM, { input: { channel: 'EMAIL', code } }, session);
    const { link } = await app.latest(person.email, 'CONTACT_REPLACED');
    return new URL(link ?? '').hash.slice(1);
  }
});

describe('a secret', () => {
  it('is spent by one of fifty units of work, whatever else would stop the others', async () => {
    const person = await registered(app);
    const secret = await app.db.rows.findOneByOrFail(OneTimeSecret, { subjectId: await accountOf(person) });
    const spending = Array.from({ length: 50 }, (_, i) => {
      const { db, house } = processes[i % 2 ? 1 : 0];
      return db.transact((tx) => house.secrets.spend(tx, secret, house.secrets.command()));
    });
    expect((await Promise.all(spending)).filter((spent) => spent)).toHaveLength(1);
  });
});

describe('a report and the thief’s next change at once', () => {
  it('end with the account safe, whoever comes first', async () => {
    for (let round = 0; round < 8; round += 1) {
      const person = await active(app);
      const session = await loggedIn(app, person);
      const token = await tokenAt(app, person.email, 'ACCOUNT_ACTIVATED');
      const input = { currentPassword: person.password, newPassword: 'Bandrek-Susu-12' };
      const [, reported] = await Promise.all([
        processes[1].ask(CHANGE_PASSWORD, { input }, session),
        processes[0].ask(REPORT, { input: { token } }),
      ]);
      expect(typeOf(reported)).toBe('AccountSecured');
      const { passwordHash } = await app.db.rows.findOneByOrFail(Account, { id: await accountOf(person) });
      for (const password of [person.password, 'Bandrek-Susu-12'])
        expect(await app.house.passwords.verify(passwordHash, password)).toBe(false);
    }
  });
});

describe('a new password and a change of the profile at once', () => {
  it('both happen or the profile stays: a good link is never called bad', async () => {
    for (let round = 0; round < rounds(6, 200); round += 1) {
      const known = await active(app);
      const [session, token] = [await loggedIn(app, known), await resetToken(app, known)];
      const edit = (fullName: string) =>
        processes[1].ask(
          'mutation($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename } }',
          { input: { fullName } },
          session,
        );
      const [done] = await Promise.all([
        app.ask(RESET, { input: { token, newPassword: 'Teh-Poci-88-pagi' } }),
        edit('Sutinah Contoh Satu'),
        edit('Sutinah Contoh Dua'),
      ]);
      expect(typeOf(done)).toBe('PasswordReset');
    }
  });
});

describe('sixteen uses of a link at once', () => {
  it('have one winner, every time', async () => {
    for (let round = 0; round < 25; round += 1) {
      const person = await registered(app);
      const token = await activationToken(app, person);
      const tally = await atOnce(16, ACTIVATE, { token });
      expect(tally).toEqual({ AccountActivated: 1, ActivationRejected: 15 });
      app.passTime(MINUTE_MS);
    }
  });
});

describe('two people at once', () => {
  it('with the same NIK end in one account, and the other is told', async () => {
    const [one, other] = [newPerson(), newPerson()];
    const twin = { ...other, nik: one.nik, birthDate: one.birthDate };
    const inputs = [profileInput(one, await proven(app, one)), profileInput(twin, await proven(app, twin))];
    const tally = await atOnce(2, COMPLETE, ...inputs);
    expect(tally).toEqual({ RegistrationCompleted: 1, IdentityAlreadyRegistered: 1 });
  });

  it('who begin with the same contact end in one registration', async () => {
    const [one, other] = [newPerson(), newPerson()];
    const twin = { ...other, email: one.email };
    const tokens = [await started(app, one)];
    const codes = [(await app.latest(one.email, 'REGISTRATION_CODE')).code];
    app.passTime(MINUTE_MS);
    tokens.push(await started(app, twin));
    codes.push((await app.latest(one.email, 'REGISTRATION_CODE')).code);
    const inputs = tokens.map((registrationToken, i) => ({ registrationToken, code: codes[i] }));
    const tally = await atOnce(2, VERIFY, ...inputs);
    expectOneWinner(tally, 'RegistrationVerified', ['CodeRejected', 'RegistrationExpired']);
  });

  it('who wrote down the same number end in one account that owns it', async () => {
    const { phone: whatsapp, e164 } = newPerson();
    const inputs = [];
    for (const person of [newPerson(), newPerson()]) {
      const { username: identifier } = await registered(app, { whatsapp }, person);
      const { code } = await app.latest(e164, 'ACTIVATION_CODE');
      inputs.push({ identifier, code });
      app.passTime(MINUTE_MS);
    }
    const tally = await atOnce(2, WITH_CODE, ...inputs);
    expect(tally).toEqual({ AccountActivated: 1, ActivationRejected: 1 });
    expect(await messages(e164, 'ACCOUNT_ACTIVATED')).toHaveLength(1);
  });

  it('for the same company end in one account', async () => {
    const entity = {
      kind: 'PT',
      name: 'PT Contoh Serentak',
      npwp: '1000000099999902',
      registrationNumber: 'AHU-9999905.AH.01.01.TAHUN 2024',
    };
    const forCompany = async (person: Person) => {
      const input = { ...(await startInput(app, person)), actor: 'BUSINESS_ENTITY', entity };
      const { registrationToken } = outcome(await app.ask(START, { input }), 'RegistrationStarted');
      const { code } = await app.latest(person.email, 'REGISTRATION_CODE');
      const verified = await app.ask(VERIFY, { input: { registrationToken, code } });
      const token = outcome(verified, 'RegistrationVerified').registrationToken;
      return { ...profileInput(person, token), position: 'Direktur' };
    };
    const inputs = [await forCompany(newPerson()), await forCompany(newPerson())];
    const tally = await atOnce(2, COMPLETE, ...inputs);
    expect(tally).toEqual({ RegistrationCompleted: 1, IdentityAlreadyRegistered: 1 });
  });
});

describe('guessing a code', () => {
  const WRONG = '000000';

  it('meets the same budget under every name of the account, over processes and resends', async () => {
    const someone = newPerson();
    const person = await registered(app, { whatsapp: someone.phone }, someone);
    const names = [person.username, person.email, person.phone, person.e164, person.email.toUpperCase()];
    const inputs = names.map((identifier) => ({ identifier, code: WRONG }));
    for (let resend = 0; resend < 4; resend += 1) {
      await atOnce(5, WITH_CODE, ...inputs); // as many as one code has tries
      app.passTime(2 * MINUTE_MS);
      await anotherCode(person);
    }
    await atOnce(40, WITH_CODE, ...inputs);
    expect(await evaluated({ subjectId: await accountOf(person) })).toBe(10);

    const { code } = await app.latest(person.e164, 'ACTIVATION_CODE');
    const right = await app.ask(WITH_CODE, { input: { identifier: person.username, code } });
    expect(typeOf(right)).toBe('TooManyRequests');
    const token = await activationToken(app, person);
    expect(typeOf(await app.ask(ACTIVATE, { input: { token } }))).toBe('AccountActivated');
  });

  it('meets the same budget in every registration that names the address, day by day', async () => {
    const person = newPerson();
    for (let hour = 0; hour < 4; hour += 1) {
      for (let flow = 0; flow < 3; flow += 1) {
        const registrationToken = await started(app, person).catch(() => 'budget');
        await atOnce(5, VERIFY, { registrationToken, code: WRONG });
        app.passTime(2 * MINUTE_MS);
      }
      expect(await evaluated({ destinationKey: person.email })).toBe(Math.min(10 * (hour + 1), 20));
      app.passTime(HOUR_MS);
    }
    expect(await evaluated({ destinationKey: person.email })).toBe(20);
  });

  it('in a flood compares no more than the tries of one code', async () => {
    const person = newPerson();
    const registrationToken = await started(app, person);
    await atOnce(60, VERIFY, { registrationToken, code: WRONG });
    expect(await evaluated({ destinationKey: person.email })).toBe(5);
  });

  it('gains nothing from aliases in one request', async () => {
    const person = newPerson();
    const registrationToken = await started(app, person);
    const aliases = Array.from(
      { length: 10 },
      (_, i) => `a${i}: verifyRegistrationCode(input: $input) { __typename }`,
    );
    const query = `mutation($input: VerifyRegistrationCodeInput!) { ${aliases.join(' ')} }`;
    const answer = await app.ask(query, { input: { registrationToken, code: WRONG } });
    expect(answer.status).toBe(400);
    expect(await evaluated({ destinationKey: person.email })).toBe(0);
  });

  /** Guesses that were compared with a code, right or wrong. */
  async function evaluated(where: { subjectId: string } | { destinationKey: string }): Promise<number> {
    const secrets = await app.db.rows.findBy(OneTimeSecret, { ...where, form: 'CODE' });
    return secrets.reduce((sum, { tries }) => sum + tries, 0);
  }

  async function anotherCode({ username: identifier }: Registered): Promise<void> {
    const query =
      'mutation($input: ResendActivationInput!) { resendActivation(input: $input) { __typename } }';
    const captcha = await app.captcha('RESEND_ACTIVATION');
    await app.ask(query, { input: { identifier, channel: 'WHATSAPP', captcha } });
    await app.work();
  }
});
