import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { ACTIVATE, ACTIVATE_WITH_CODE } from '../kit/account-operations.js';
import { type App, startApp } from '../kit/app.js';
import { activationToken, active, loggedIn, newPerson, outcome, registered, said } from '../kit/people.js';
import {
  changeContact,
  changePassword,
  logIn,
  NEW_PASSWORD,
  REPORT,
  RESET,
  reachable,
  resetToken,
  tokenAt,
} from '../kit/recovery.js';
import { CANCEL, UNDO } from '../kit/replacement-operations.js';
import { applied, handedIn, linkToken } from '../kit/replacements.js';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

/** As a browser makes one for each command. */
const newKey = (): string => randomBytes(24).toString('base64');

const WAY_BACK = /* GraphQL */ `
  mutation($input: UndoContactChangeInput!) {
    undoContactChange(input: $input) { __typename ... on ContactChangeUndone { restored { value } } }
  }
`;
const ASK_CONTACT = /* GraphQL */ `
  mutation($input: RequestContactChangeInput!) {
    requestContactChange(input: $input) { __typename ... on ContactChangeRequested { codeExpiresAt } }
  }
`;
const PROVE_CONTACT = /* GraphQL */ `
  mutation($input: ConfirmContactChangeInput!) {
    confirmContactChange(input: $input) { __typename ... on Account { email { value } } }
  }
`;
const CHANGE_PASSWORD = /* GraphQL */ `
  mutation($input: ChangePasswordInput!) {
    changePassword(input: $input) { __typename ... on PasswordChanged { endedSessions token } }
  }
`;

/** A link of each kind, as it comes in a message, and the command that spends it. */
const LINKS: Record<string, () => Promise<{ spend: string; done: string; input: object }>> = {
  activation: async () => ({
    spend: ACTIVATE,
    done: 'AccountActivated',
    input: { token: await activationToken(app, await registered(app)) },
  }),
  'a password reset': async () => {
    const known = await active(app);
    await loggedIn(app, known);
    return {
      spend: RESET,
      done: 'PasswordReset',
      input: { token: await resetToken(app, known), newPassword: NEW_PASSWORD },
    };
  },
  '“not me”': async () => {
    const known = await active(app);
    await changePassword(app, known, NEW_PASSWORD);
    return {
      spend: REPORT,
      done: 'AccountSecured',
      input: { token: await tokenAt(app, known.email, 'PASSWORD_CHANGED') },
    };
  },
  'a former contact': async () => {
    const known = await active(app);
    await changeContact(app, known, 'EMAIL', newPerson());
    return {
      spend: WAY_BACK,
      done: 'ContactChangeUndone',
      input: { token: await tokenAt(app, known.email, 'CONTACT_REPLACED') },
    };
  },
  'stopping a replacement': async () => {
    const known = await active(app);
    await handedIn(app, known);
    return {
      spend: CANCEL,
      done: 'EmailReplacementCancelled',
      input: { token: await linkToken(app, known.email, 'REPLACEMENT_ASKED') },
    };
  },
  'undoing a replacement': async () => {
    const known = await active(app);
    await applied(app, known);
    return {
      spend: UNDO,
      done: 'EmailReplacementUndone',
      input: { token: await linkToken(app, known.email, 'REPLACEMENT_FORMER_EMAIL') },
    };
  },
};

describe('a link whose answer was lost', () => {
  it.each(Object.keys(LINKS))('of %s says again what it did, to the same command alone', async (kind) => {
    const { spend, done, input } = (await LINKS[kind]?.()) ?? expect.fail();
    const named = { ...input, idempotencyKey: newKey() };
    const first = outcome(await app.ask(spend, { input: named }), done);
    app.passTime(48 * HOUR_MS); // the link itself may be over by now
    expect(outcome(await app.ask(spend, { input: named }), done)).toEqual(first);
    for (const idempotencyKey of [null, newKey()])
      expect(said(await app.ask(spend, { input: { ...input, idempotencyKey } }))).toMatch(/Rejected$/);
  });

  it('of a password reset sets no other password under the same key', async () => {
    const known = await active(app);
    const input = { token: await resetToken(app, known), idempotencyKey: newKey() };
    outcome(await app.ask(RESET, { input: { ...input, newPassword: NEW_PASSWORD } }), 'PasswordReset');
    const other = await app.ask(RESET, { input: { ...input, newPassword: `${NEW_PASSWORD}-lain` } });
    expect(said(other)).toBe('ResetLinkRejected');
    expect(said(await logIn(app, known.username, NEW_PASSWORD))).toBe('LoggedIn');
  });
});

describe('a code whose answer was lost', () => {
  it('has activated the account, and says so again to the same command alone', async () => {
    const someone = newPerson();
    const known = await registered(app, { whatsapp: someone.phone }, someone);
    const { code } = await app.latest(known.e164, 'ACTIVATION_CODE');
    const input = { identifier: known.username, code, idempotencyKey: newKey() };
    for (let press = 0; press < 2; press += 1)
      expect(outcome(await app.ask(ACTIVATE_WITH_CODE, { input }), 'AccountActivated').username).toBe(
        known.username,
      );
    const another = { ...input, idempotencyKey: newKey() };
    expect(said(await app.ask(ACTIVATE_WITH_CODE, { input: another }))).toBe('ActivationRejected');
  });

  it('is asked for once, and has replaced the contact once', async () => {
    const [known, { email }] = [await active(app), newPerson()];
    const session = await loggedIn(app, known);
    const asked = { channel: 'EMAIL', contact: email, password: known.password, idempotencyKey: newKey() };
    const first = outcome(await app.ask(ASK_CONTACT, { input: asked }, session), 'ContactChangeRequested');
    app.passTime(20 * SECOND_MS);
    expect(outcome(await app.ask(ASK_CONTACT, { input: asked }, session), 'ContactChangeRequested')).toEqual(
      first,
    );
    const sent = (await app.inbox(email)).filter(({ kind }) => kind === 'CONTACT_CHANGE_CODE');
    expect(sent).toHaveLength(1);

    const input = { channel: 'EMAIL', code: sent[0]?.code, idempotencyKey: newKey() };
    for (let press = 0; press < 2; press += 1)
      expect(outcome(await app.ask(PROVE_CONTACT, { input }, session), 'Account').email.value).toBe(email);
    const another = { ...input, idempotencyKey: newKey() };
    expect(said(await app.ask(PROVE_CONTACT, { input: another }, session))).toBe('CodeRejected');
    expect((await app.inbox(known.email)).filter(({ kind }) => kind === 'CONTACT_REPLACED')).toHaveLength(1);
  });

  it('refuses a key that was used for another contact', async () => {
    const known = await active(app);
    const session = await loggedIn(app, known);
    const asked = { channel: 'EMAIL', password: known.password, idempotencyKey: newKey() };
    const ask = () => app.ask(ASK_CONTACT, { input: { ...asked, contact: newPerson().email } }, session);
    expect(said(await ask())).toBe('ContactChangeRequested');
    expect((await ask()).errors?.[0]?.extensions.fields[0].field).toBe('idempotencyKey');
  });
});

describe('a change of password whose answer was lost', () => {
  it('is said again to the same command, under the same token, and asks nobody for a password that is over', async () => {
    const known = await reachable(app);
    await loggedIn(app, known);
    const session = await loggedIn(app, known);
    const input = { currentPassword: known.password, newPassword: NEW_PASSWORD, idempotencyKey: newKey() };
    const first = outcome(await app.ask(CHANGE_PASSWORD, { input }, session), 'PasswordChanged');
    expect(first.endedSessions).toBe(1);
    app.passTime(MINUTE_MS);
    // Whether the browser got as far as the new cookie or not.
    for (const token of [session, first.token])
      expect(outcome(await app.ask(CHANGE_PASSWORD, { input }, token), 'PasswordChanged')).toEqual(first);
    const notices = (await app.inbox(known.email)).filter(({ kind }) => kind === 'PASSWORD_CHANGED');
    expect(notices).toHaveLength(1);
  });

  it('is another one under another key, or for another password', async () => {
    const known = await active(app);
    const session = await loggedIn(app, known);
    const input = { currentPassword: known.password, newPassword: NEW_PASSWORD, idempotencyKey: newKey() };
    outcome(await app.ask(CHANGE_PASSWORD, { input }, session), 'PasswordChanged');
    for (const other of [{ idempotencyKey: newKey() }, { newPassword: `${NEW_PASSWORD}-lain` }])
      expect(said(await app.ask(CHANGE_PASSWORD, { input: { ...input, ...other } }, session))).toBe(
        'LoginRejected',
      );
  });

  it('is one for four at once', async () => {
    const known = await active(app);
    const session = await loggedIn(app, known);
    const input = { currentPassword: known.password, newPassword: NEW_PASSWORD, idempotencyKey: newKey() };
    const ask = () => app.ask(CHANGE_PASSWORD, { input }, session);
    const answers = await Promise.all([ask(), ask(), ask(), ask()]);
    expect(answers.map(said)).toContain('PasswordChanged');
    expect(said(await ask())).toBe('PasswordChanged');
    const notices = (await app.inbox(known.email)).filter(({ kind }) => kind === 'PASSWORD_CHANGED');
    expect(notices).toHaveLength(1);
  });
});
