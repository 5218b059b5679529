import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { after, DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { OutboxMessage } from '../../server/src/platform/outbox/outbox-message.entity.js';
import { ACTIVATE, LOGIN } from '../kit/account-operations.js';
import { type App, startApp } from '../kit/app.js';
import {
  activationToken,
  active,
  loggedIn,
  newPerson,
  outcome,
  PASSWORD,
  type Registered,
  registered,
  said,
} from '../kit/people.js';
import {
  askReset,
  block,
  changeContact,
  logIn,
  NEW_PASSWORD,
  REQUEST_RESET,
  RESET,
  reachable,
  reset,
  resetToken,
  tokenAt,
} from '../kit/recovery.js';
import { rowCounts } from '../kit/tables.js';

const ME = '{ me { username activity { items { event description } } } }';
const CHANGE_PASSWORD = /* GraphQL */ `
  mutation($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }
`;
const TAKE_BACK = /* GraphQL */ `
  mutation($input: UndoContactChangeInput!) { undoContactChange(input: $input) { __typename } }
`;

let app: App;
beforeAll(async () => {
  app = await startApp({ TRUSTED_PROXIES: '127.0.0.1' });
});
afterAll(() => app.stop());

const linksAt = async (to: string) =>
  (await app.inbox(to)).filter(({ kind }) => kind === 'PASSWORD_RESET_LINK').length;
const kindsAt = async (to: string) => (await app.inbox(to)).map(({ kind }) => kind);
const accountOf = async ({ username }: Registered) => (await app.house.identifiers.ownerOf(username)) ?? '';
const trail = async (known: Registered, event: 'RESET_REQUESTED' | 'RESET_DONE') =>
  app.db.rows.find(AuditEvent, { where: { event, subjectId: await accountOf(known) }, order: { id: 'ASC' } });

describe('asking for a new password', () => {
  it('sends a link to the channel that was chosen, good for thirty minutes', async () => {
    const known = await reachable(app);
    expect(said(await askReset(app, known.username, 'WHATSAPP'))).toBe('PasswordResetRequested');
    const { link, text, channel } = await app.latest(known.e164, 'PASSWORD_RESET_LINK');
    expect([channel, link]).toEqual([
      'WHATSAPP',
      expect.stringMatching(/^https:\/\/akun\.example\.com\/atur-ulang#[\w-]{43}$/),
    ]);
    expect(text).toContain('30 menit');
    expect(await linksAt(known.email)).toBe(0);
  });

  it.each(['username', 'email', 'phone'] as const)('takes the %s', async (which) => {
    const known = await reachable(app);
    await askReset(app, known[which]);
    expect(await linksAt(known.email)).toBe(1);
  });

  it('answers in the language of the request', async () => {
    const answer = await askReset(app, 'takadaorang7x', 'EMAIL', { 'accept-language': 'en' });
    expect(answer.data.requestPasswordReset.message).toContain('If that account exists');
  });

  it('changes nothing by itself, however often: password and sessions go on', async () => {
    const known = await active(app);
    const session = await loggedIn(app, known);
    for (let times = 0; times < 4; times += 1) {
      await askReset(app, known.username);
      await app.work();
      app.passTime(MINUTE_MS);
    }
    expect((await app.ask(ME, {}, session)).data.me.username).toBe(known.username);
    expect(said(await logIn(app, known.username, PASSWORD))).toBe('LoggedIn');
  });

  it('answers everybody alike, and sends nothing where there is nobody', async () => {
    const known = await active(app);
    const waiting = await registered(app);
    const shut = await active(app);
    await block(app, shut);
    const asked = [
      known.username,
      waiting.username,
      shut.username,
      'takadaorang9x',
      'orang@example.net',
      '0860 9999 9999',
      'x',
    ];
    const before = await app.db.rows.count(OutboxMessage);
    const answers = [];
    for (const identifier of asked) answers.push(JSON.stringify(await askReset(app, identifier)));
    expect(new Set(answers).size).toBe(1);
    await app.work();
    expect(await linksAt(known.email)).toBe(1);
    expect(await kindsAt(waiting.email)).toContain('ACTIVATE_FIRST');
    expect(await linksAt(waiting.email)).toBe(0);
    expect(await kindsAt(shut.email)).not.toContain('PASSWORD_RESET_LINK');
    expect(await app.db.rows.count(OutboxMessage)).toBe(before + 2);
  });

  it('sends nothing to a contact that is not proven, nor to one that is not there', async () => {
    const someone = newPerson();
    const known = await active(app, { whatsapp: someone.phone }, someone); // activated by email: the number is only written down
    await askReset(app, known.username, 'WHATSAPP');
    await askReset(app, known.phone, 'WHATSAPP');
    expect(await linksAt(known.e164)).toBe(0);
    expect(await linksAt(known.email)).toBe(0);
    const mailOnly = await active(app);
    await askReset(app, mailOnly.username, 'WHATSAPP');
    expect(await linksAt(mailOnly.email)).toBe(0);
    expect((await trail(mailOnly, 'RESET_REQUESTED')).map(({ reasonCode }) => reasonCode)).toEqual([
      'NO_SUCH_CHANNEL',
    ]);
  });

  it('wants a captcha made for it', async () => {
    const input = { identifier: 'takadaorang9x', channel: 'EMAIL' };
    const before = await rowCounts(app, 'used_captchas');
    for (const captcha of [
      undefined,
      'made up',
      await app.captcha('LOGIN'),
      await app.captcha('RESEND_ACTIVATION'),
    ]) {
      expect(said(await app.ask(REQUEST_RESET, { input: { ...input, captcha } }))).toBe('CaptchaRejected');
    }
    expect(await rowCounts(app, 'used_captchas')).toEqual(before);
  });

  it('builds the link from the configured address, whatever the request claims', async () => {
    const known = await active(app);
    await askReset(app, known.username, 'EMAIL', {
      host: 'evil.example.net',
      'x-forwarded-host': 'evil.example.net',
    });
    expect((await app.latest(known.email, 'PASSWORD_RESET_LINK')).link).toMatch(
      /^https:\/\/akun\.example\.com\//,
    );
  });

  it('is on record, once for each request, and the owner sees it', async () => {
    const known = await active(app);
    await askReset(app, known.username, 'EMAIL', { 'x-forwarded-for': '203.0.113.77' });
    await app.work();
    const [event, ...more] = await trail(known, 'RESET_REQUESTED');
    expect([event?.source, event?.actorKind, event?.reasonCode, more.length]).toEqual([
      '203.0.113.77',
      'ANONYMOUS',
      'EMAIL',
      0,
    ]);
    const { data } = await app.ask(ME, {}, await loggedIn(app, known));
    expect(data.me.activity.items).toContainEqual({
      event: 'RESET_REQUESTED',
      description: 'Kata sandi baru diminta.',
    });
  });
});

describe('the budgets of reset links', () => {
  it('hold for what was asked for alike, known or not: one a minute, five an hour', async () => {
    const known = await active(app);
    for (const identifier of [known.username, 'takadaorang8x']) {
      const told: string[] = [];
      for (let times = 0; times < 6; times += 1) {
        told.push(said(await askReset(app, identifier)), said(await askReset(app, identifier)));
        app.passTime(MINUTE_MS);
      }
      const five = Array.from({ length: 5 }, () => ['PasswordResetRequested', 'TooManyRequests']).flat();
      expect(told).toEqual([...five, 'TooManyRequests', 'TooManyRequests']);
      app.passTime(HOUR_MS);
    }
  });

  it('count an address over every name of the account', async () => {
    const known = await reachable(app);
    app.passTime(2 * HOUR_MS);
    for (let round = 0; round < 4; round += 1) {
      for (const name of [known.username, known.email, known.phone]) {
        await askReset(app, name);
        app.passTime(MINUTE_MS);
        await app.work();
      }
    }
    expect(await linksAt(known.email)).toBe(5);
    const suppressed = {
      accountId: await accountOf(known),
      kind: 'PASSWORD_RESET_LINK',
      status: 'SUPPRESSED' as const,
    };
    expect(await app.db.rows.countBy(OutboxMessage, suppressed)).toBe(7);
  });

  it('count a source over everybody it asks for', async () => {
    const small = await startApp({ SEND_BUDGET_IP: '3/1h' });
    const told = [];
    for (const n of [1, 2, 3, 4]) told.push(said(await askReset(small, `takadaorang${n}z`)));
    expect(told).toEqual([...Array(3).fill('PasswordResetRequested'), 'TooManyRequests']);
    await small.stop();
  });
});

describe('an account on which no recovery runs', () => {
  it('gets no link, and one that was sent before opens nothing until the hold is over', async () => {
    const [known, other] = [await active(app), await active(app)];
    const token = await resetToken(app, other);
    for (const one of [known, other]) {
      const id = await accountOf(one);
      await app.db.transact((tx) =>
        app.house.cautions.holdRecovery(tx, id, after(app.now(), 20 * MINUTE_MS)),
      );
    }
    await askReset(app, known.username);
    expect(await linksAt(known.email)).toBe(0);
    expect((await trail(known, 'RESET_REQUESTED')).map(({ reasonCode }) => reasonCode)).toEqual([
      'RECOVERY_HELD',
    ]);
    expect(said(await reset(app, token))).toBe('ResetLinkRejected');
    app.passTime(20 * MINUTE_MS);
    expect(said(await reset(app, token))).toBe('PasswordReset');
  });
});

describe('a contact that was changed lately', () => {
  it('gets no link while there is an older one: that gets it', async () => {
    const known = await reachable(app);
    const thief = newPerson();
    await changeContact(app, known, 'EMAIL', thief);
    await askReset(app, known.username, 'EMAIL');
    expect([await linksAt(thief.email), await linksAt(known.e164)]).toEqual([0, 1]);
  });

  it.each([
    ['not a second before its seven days are over', 7 * DAY_MS - SECOND_MS, 0],
    ['after seven days', 7 * DAY_MS, 1],
  ])('gets it again %s', async (_, passed, links) => {
    const known = await reachable(app);
    const other = newPerson();
    await changeContact(app, known, 'EMAIL', other);
    app.passTime(passed);
    await askReset(app, known.username, 'EMAIL');
    expect(await linksAt(other.email)).toBe(links);
  });

  it('gets it where it is the only one', async () => {
    const known = await active(app);
    const other = newPerson();
    await changeContact(app, known, 'EMAIL', other);
    await askReset(app, known.username);
    expect([await linksAt(other.email), await linksAt(known.email)]).toEqual([1, 0]);
  });
});

describe('setting a new password with the link', () => {
  it('works at once; the old one is over, and nobody is logged in by it', async () => {
    const known = await active(app);
    const answer = await reset(app, await resetToken(app, known));
    expect(answer.data.resetPassword).toEqual({ __typename: 'PasswordReset', endedSessions: 0 });
    expect(said(await logIn(app, known.username, PASSWORD))).toBe('LoginRejected');
    expect(said(await logIn(app, known.username, NEW_PASSWORD))).toBe('LoggedIn');
  });

  it('ends every session and says how many', async () => {
    const known = await active(app);
    const sessions = [await loggedIn(app, known), await loggedIn(app, known)];
    const answer = await reset(app, await resetToken(app, known));
    expect(outcome(answer, 'PasswordReset').endedSessions).toBe(2);
    for (const session of sessions) expect((await app.ask(ME, {}, session)).data.me).toBeNull();
  });

  it('tells every proven contact, also when the budgets are used up', async () => {
    const small = await startApp({ SEND_BUDGET_DESTINATION: '1/1s, 3/24h' });
    const known = await reachable(small);
    const token = await resetToken(small, known);
    outcome(await reset(small, token), 'PasswordReset');
    for (const to of [known.email, known.e164]) {
      expect((await small.latest(to, 'PASSWORD_RESET')).subject).toBe(
        'Kata sandi Akun OSS Anda diatur ulang',
      );
    }
    await small.stop();
  });

  it('is on record', async () => {
    const known = await active(app);
    await reset(app, await resetToken(app, known));
    const [event, ...more] = await trail(known, 'RESET_DONE');
    expect([event?.actorId, event?.result, more.length]).toEqual([await accountOf(known), 'ok', 0]);
  });

  it('takes no password that breaks the policy, nor one made of the owner’s own data; the link stays good', async () => {
    const known = await active(app);
    const token = await resetToken(app, known);
    for (const [weak, rule] of [
      ['pendek1', 'TOO_SHORT'],
      ['Sutinah-8899!', 'CONTAINS_PERSONAL_DATA'],
      [`Nib-${known.username}-1`, 'CONTAINS_PERSONAL_DATA'],
      ['P@ssw0rd', 'COMMON'],
    ] as const) {
      expect(outcome(await reset(app, token, weak), 'PasswordRejected').reasons).toContain(rule);
    }
    expect(said(await logIn(app, known.username, PASSWORD))).toBe('LoggedIn');
    expect(said(await reset(app, token))).toBe('PasswordReset');
  });

  it('hears out ten passwords an hour over all links of an account: refusals tell about the owner', async () => {
    const known = await active(app);
    const token = await resetToken(app, known);
    for (let times = 0; times < 10; times += 1) await reset(app, token, 'pendek');
    expect(said(await reset(app, token))).toBe('TooManyRequests');
    app.passTime(MINUTE_MS);
    expect(said(await reset(app, await resetToken(app, known)))).toBe('TooManyRequests');
    app.passTime(HOUR_MS);
    expect(said(await reset(app, await resetToken(app, known)))).toBe('PasswordReset');
  });

  it('refuses an oversized password before any work', async () => {
    const known = await active(app);
    const token = await resetToken(app, known);
    expect(outcome(await reset(app, token, `Aa1!${'x'.repeat(200)}`), 'PasswordRejected').reasons).toEqual([
      'TOO_LONG',
    ]);
    expect(said(await reset(app, token, 'x'.repeat(2001)))).toBe('BAD_USER_INPUT');
  });
});

describe('a reset link', () => {
  it.each([
    ['works a second before its half hour is over', 30 * MINUTE_MS - SECOND_MS, 'PasswordReset'],
    ['is too late after half an hour', 30 * MINUTE_MS, 'ResetLinkExpired'],
    ['is too late a second later', 30 * MINUTE_MS + SECOND_MS, 'ResetLinkExpired'],
  ])('%s', async (_, passed, answer) => {
    const token = await resetToken(app, await active(app));
    app.passTime(passed);
    expect(said(await reset(app, token))).toBe(answer);
  });

  it('works once', async () => {
    const token = await resetToken(app, await active(app));
    expect([said(await reset(app, token)), said(await reset(app, token, PASSWORD))]).toEqual([
      'PasswordReset',
      'ResetLinkRejected',
    ]);
  });

  it('gives way to a newer one, also of another channel', async () => {
    const known = await reachable(app);
    const former = await resetToken(app, known, 'WHATSAPP');
    app.passTime(MINUTE_MS);
    const newer = await resetToken(app, known, 'EMAIL');
    expect([said(await reset(app, former)), said(await reset(app, newer))]).toEqual([
      'ResetLinkRejected',
      'PasswordReset',
    ]);
  });

  it('is refused like any unknown one when cut, lengthened, misspelt or made for something else', async () => {
    const waiting = await registered(app);
    const known = await active(app);
    const token = await resetToken(app, known);
    const foreign = await activationToken(app, waiting);
    const wrong = [
      token.slice(1),
      `${token}A`,
      token.toLowerCase(),
      `${token.slice(0, -1)}-`,
      foreign,
      'x',
      `' OR 1=1 --`,
    ];
    const answers = [];
    for (const one of wrong) answers.push(JSON.stringify(await reset(app, one)));
    expect([...new Set(answers)]).toHaveLength(1);
    expect(answers[0]).toContain('ResetLinkRejected');
    expect(said(await app.ask(ACTIVATE, { input: { token } }))).toBe('ActivationRejected');
    expect(said(await app.ask(TAKE_BACK, { input: { token } }))).toBe('LinkRejected');
    expect(said(await reset(app, token))).toBe('PasswordReset');
  });

  it('opens the account it was sent for and no other', async () => {
    const [one, other] = [await active(app), await active(app)];
    await reset(app, await resetToken(app, one));
    expect(said(await logIn(app, other.username, PASSWORD))).toBe('LoggedIn');
    expect(said(await logIn(app, other.username, NEW_PASSWORD))).toBe('LoginRejected');
  });

  it('dies with a change of the password', async () => {
    const known = await active(app);
    const token = await resetToken(app, known);
    const input = { currentPassword: PASSWORD, newPassword: 'Bandrek-Susu-12' };
    outcome(await app.ask(CHANGE_PASSWORD, { input }, await loggedIn(app, known)), 'PasswordChanged');
    expect(said(await reset(app, token))).toBe('ResetLinkRejected');
  });

  it('dies with a change of the contact it was sent to, and of any other', async () => {
    const known = await reachable(app);
    const byMail = await resetToken(app, known);
    await changeContact(app, known, 'EMAIL', newPerson());
    expect(said(await reset(app, byMail))).toBe('ResetLinkRejected');
  });

  it('dies with a block, and stays dead after it', async () => {
    const known = await active(app);
    const token = await resetToken(app, known);
    await block(app, known);
    expect(said(await reset(app, token))).toBe('ResetLinkRejected');
    await app.db.writer.query("UPDATE accounts SET status = 'ACTIVE' WHERE id = ?", [await accountOf(known)]);
    expect(said(await reset(app, token))).toBe('ResetLinkRejected');
  });

  it('ends the account’s other open secrets, but not the way back from a change of contact', async () => {
    const known = await reachable(app);
    await changeContact(app, known, 'EMAIL', newPerson());
    const wayBack = await tokenAt(app, known.email, 'CONTACT_REPLACED');
    outcome(await reset(app, await resetToken(app, known, 'WHATSAPP')), 'PasswordReset');
    expect(said(await app.ask(TAKE_BACK, { input: { token: wayBack } }))).toBe('ContactChangeUndone');
  });

  it('is asked for one at a time', async () => {
    const query = `mutation($a: ResetPasswordInput!) {
      one: resetPassword(input: $a) { __typename } two: resetPassword(input: $a) { __typename } }`;
    const token = await resetToken(app, await active(app));
    expect((await app.ask(query, { a: { token, newPassword: NEW_PASSWORD } })).status).toBe(400);
    expect(said(await app.ask(RESET, { input: { token, newPassword: NEW_PASSWORD } }))).toBe('PasswordReset');
  });
});

describe('after a long attack on the password', () => {
  it('the owner recovers by a proven channel and logs in at once, while the attack goes on', async () => {
    const known = await active(app);
    const guess = (n: number) => {
      const input = { identifier: known.username, password: `Tebakan-${n}-x` };
      return app.ask(LOGIN, { input }, undefined, { 'x-forwarded-for': `198.51.100.${n % 250}` });
    };
    const { throttles } = app.house;
    const id = await accountOf(known);
    for (let failures = 0; failures < 100; ) {
      const reserved = await throttles.reserve(id, `198.51.100.${failures}`, true);
      if (reserved.outcome === 'LOOK') failures += 1;
      if (reserved.outcome === 'CLOSED') app.passTime(reserved.retryAt.getTime() - app.now().getTime());
    }
    expect(said(await logIn(app, known.username, PASSWORD))).toBe('TooManyRequests');
    outcome(await reset(app, await resetToken(app, known)), 'PasswordReset');
    expect(said(await guess(1))).toBe('LoginRejected');
    expect(said(await logIn(app, known.username, NEW_PASSWORD))).toBe('LoggedIn');
  });

  it('a source gets nothing forgiven by resetting an account of its own', async () => {
    const small = await startApp({ LOGIN_BUDGET_IP: '3/10min', CAPTCHA_LOGIN_AFTER: '100' });
    const known = await active(small);
    for (const n of [1, 2, 3]) await logIn(small, `takadaorang${n}y`, 'Tebakan-Saja-1');
    outcome(await reset(small, await resetToken(small, known)), 'PasswordReset');
    expect(said(await logIn(small, 'takadaorang4y', 'Tebakan-Saja-1'))).toBe('TooManyRequests');
    await small.stop();
  });
});
