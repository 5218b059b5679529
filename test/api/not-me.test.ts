import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Account } from '../../server/src/account/account.entity.js';
import { OneTimeSecret } from '../../server/src/account/one-time-secret.entity.js';
import { NotMeService, type Reported } from '../../server/src/features/not-me/not-me.service.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { HOUR_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { ACTIVATE, COMPLETE } from '../kit/account-operations.js';
import { type App, startApp } from '../kit/app.js';
import {
  activationToken,
  active,
  loggedIn,
  newPerson,
  outcome,
  PASSWORD,
  profileInput,
  proven,
  type Registered,
  registered,
  said,
} from '../kit/people.js';
import {
  askReset,
  block,
  changeContact,
  changePassword,
  find,
  logIn,
  NEW_PASSWORD,
  reachable,
  report,
  reset,
  resetToken,
  tokenAt,
} from '../kit/recovery.js';

const TAKE_BACK = /* GraphQL */ `
  mutation($input: UndoContactChangeInput!) { undoContactChange(input: $input) { __typename } }
`;
const ME = '{ me { username activity { items { event } } } }';
const THIEFS = 'Bandrek-Susu-12';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const accountOf = async ({ username }: Registered) => (await app.house.identifiers.ownerOf(username)) ?? '';
const takeBack = (token: string) => app.ask(TAKE_BACK, { input: { token } });
const kindsAt = async (to: string) => (await app.inbox(to)).map(({ kind }) => kind);

/** A thief with the password has set another; the owner holds the notice's link. */
async function robbed(): Promise<{ known: Registered; thief: string; token: string }> {
  const known = await reachable(app);
  await changePassword(app, known, THIEFS);
  const thief = await loggedIn(app, { ...known, password: THIEFS });
  return { known, thief, token: await tokenAt(app, known.email, 'PASSWORD_CHANGED') };
}

describe('a security notice', () => {
  const notices: [string, string, (known: Registered) => Promise<unknown>][] = [
    ['an activation', 'ACCOUNT_ACTIVATED', async () => undefined],
    ['a change of the password', 'PASSWORD_CHANGED', (known) => changePassword(app, known, THIEFS)],
    [
      'a change of a contact',
      'CONTACT_CHANGED',
      (known) => changeContact(app, known, 'WHATSAPP', newPerson()),
    ],
    ['a reset of the password', 'PASSWORD_RESET', async (known) => reset(app, await resetToken(app, known))],
    [
      'a login from another device',
      'LOGIN_FROM_NEW_DEVICE',
      async (known) => {
        await loggedIn(app, known);
        await loggedIn(app, known, { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' });
      },
    ],
  ];

  it.each(notices)('of %s carries a way to say "this was not me"', async (_, kind, act) => {
    const known = await reachable(app);
    await act(known);
    const { link, text } = await app.latest(known.email, kind);
    expect(link).toMatch(/^https:\/\/akun\.example\.com\/bukan-saya#[\w-]{43}$/);
    expect(text).toContain('Bila bukan Anda, tekan tombol ini.');
    expect(said(await report(app, await tokenAt(app, known.email, kind)))).toBe('AccountSecured');
  });

  it('speaks the language of the account', async () => {
    const person = newPerson();
    const token = await proven(app, person);
    const known = { ...person, username: '' };
    await app.ask(COMPLETE, { input: profileInput(person, token) });
    await app.db.writer.query("UPDATE accounts SET locale = 'en'");
    await app.ask(ACTIVATE, { input: { token: await activationToken(app, known) } });
    const { text } = await app.latest(person.email, 'ACCOUNT_ACTIVATED');
    await app.db.writer.query("UPDATE accounts SET locale = 'id'");
    expect(text).toContain('If it was not you, press this button.');
  });

  it('has a link of its own for each contact', async () => {
    const { known } = await robbed();
    const [byMail, byPhone] = [
      await tokenAt(app, known.email, 'PASSWORD_CHANGED'),
      await tokenAt(app, known.e164, 'PASSWORD_CHANGED'),
    ];
    expect(byMail).not.toBe(byPhone);
    expect(said(await report(app, byPhone))).toBe('AccountSecured');
  });

  it('that tells of nothing done to the account has none', async () => {
    const known = await active(app);
    await find(app, known.nik);
    expect((await app.latest(known.email, 'ACCOUNT_LOOKED_UP')).link).toBeNull();
  });
});

describe('saying "this was not me"', () => {
  it('ends every session and says how many', async () => {
    const { known, thief, token } = await robbed();
    const another = await loggedIn(app, { ...known, password: THIEFS });
    const { endedSessions } = outcome(await report(app, token), 'AccountSecured');
    expect(endedSessions).toBe(3); // the one that changed the password goes on until now
    for (const session of [thief, another]) expect((await app.ask(ME, {}, session)).data.me).toBeNull();
  });

  it('leaves no password that opens the account, until a proven channel sets one', async () => {
    const { known, token } = await robbed();
    await report(app, token);
    for (const password of [THIEFS, PASSWORD])
      expect(said(await logIn(app, known.email, password))).toBe('LoginRejected');
    outcome(await reset(app, await resetToken(app, known)), 'PasswordReset');
    expect(said(await logIn(app, known.email, NEW_PASSWORD))).toBe('LoggedIn');
  });

  it('ends what is open: the thief’s reset link opens nothing', async () => {
    const { known, token } = await robbed();
    const open = await resetToken(app, known);
    await report(app, token);
    expect(said(await reset(app, open))).toBe('ResetLinkRejected');
  });

  it('tells every proven contact what to do next', async () => {
    const { known, token } = await robbed();
    await report(app, token);
    for (const to of [known.email, known.e164]) {
      const { subject, text, link } = await app.latest(to, 'ACCOUNT_SECURED');
      expect([subject, link]).toEqual([
        'Akun OSS Anda diamankan',
        'https://akun.example.com/lupa-kata-sandi',
      ]);
      expect(text).toContain('minta kata sandi baru');
    }
  });

  it('is on record, where the owner sees it too', async () => {
    const { known, token } = await robbed();
    await report(app, token);
    const subjectId = await accountOf(known);
    const reported = await app.db.rows.findBy(AuditEvent, { event: 'REPORTED_NOT_ME', subjectId });
    expect(reported.map(({ result, reasonCode }) => [result, reasonCode])).toEqual([['ok', 'EMAIL']]);
    outcome(await reset(app, await resetToken(app, known)), 'PasswordReset');
    const session = await loggedIn(app, { ...known, password: NEW_PASSWORD });
    const { items } = (await app.ask(ME, {}, session)).data.me.activity;
    expect(items).toContainEqual({ event: 'REPORTED_NOT_ME' });
  });

  it('stops what else runs on the account in the same unit of work: all of it happens, or nothing', async () => {
    const { known, thief, token } = await robbed();
    const heard: string[] = [];
    const hears: Reported = async (_tx, accountId) => void heard.push(accountId);
    const fails: Reported = async () => {
      throw new Error('The case could not be stopped.');
    };
    const with_ = (...reported: Reported[]) =>
      new NotMeService({ ...app.house, publicBaseUrl: 'https://akun.example.com' }, reported);
    const caller = { language: 'id', source: '203.0.113.5', device: null, carrier: 'BEARER' } as never;
    await expect(with_(hears, fails).report({ token }, caller)).rejects.toThrow('could not be stopped');
    expect((await app.ask(ME, {}, thief)).data.me.username).toBe(known.username);
    expect((await with_(hears).report({ token }, caller)).constructor.name).toBe('AccountSecured');
    const id = await accountOf(known);
    expect(heard).toEqual([id, id]);
  });

  it('makes the first login afterwards worth a notice, also from a device known before', async () => {
    const { known, token } = await robbed();
    await report(app, token);
    outcome(await reset(app, await resetToken(app, known)), 'PasswordReset');
    app.passTime(HOUR_MS);
    await loggedIn(app, { ...known, password: NEW_PASSWORD });
    expect(await kindsAt(known.email)).toContain('LOGIN_FROM_NEW_DEVICE');
  });

  it('holds for a blocked account too: its password is over when the block is', async () => {
    const { known, token } = await robbed();
    await block(app, known);
    expect(said(await report(app, token))).toBe('AccountSecured');
    await app.db.transact(async (tx) =>
      tx.query("UPDATE accounts SET status = 'ACTIVE' WHERE id = ?", [await accountOf(known)]),
    );
    expect(said(await logIn(app, known.email, THIEFS))).toBe('LoginRejected');
  });
});

describe('a report link', () => {
  it('outlives whatever the thief does next: passwords, contacts, resets', async () => {
    const { known, token } = await robbed();
    const mailbox = newPerson();
    await changeContact(app, { ...known, password: THIEFS }, 'EMAIL', mailbox);
    const again = { ...known, email: mailbox.email, password: THIEFS };
    await changePassword(app, again, 'Wedang-Uwuh-55');
    outcome(
      await reset(app, await resetToken(app, known, 'WHATSAPP'), 'Kopi-Luwak-77-pagi'),
      'PasswordReset',
    );
    expect(said(await report(app, token))).toBe('AccountSecured');
    expect(await kindsAt(known.email)).toContain('ACCOUNT_SECURED'); // the contact that reported, though it was replaced
    expect(said(await logIn(app, known.username, 'Kopi-Luwak-77-pagi'))).toBe('LoginRejected');
  });

  it('leaves the way back from a change of contact open', async () => {
    const { known } = await robbed();
    await changeContact(app, { ...known, password: THIEFS }, 'EMAIL', newPerson());
    const wayBack = await tokenAt(app, known.email, 'CONTACT_REPLACED');
    outcome(await report(app, await tokenAt(app, known.e164, 'CONTACT_CHANGED')), 'AccountSecured');
    expect(said(await takeBack(wayBack))).toBe('ContactChangeUndone');
  });

  it('sends the owner’s new password past the thief’s mailbox', async () => {
    const { known } = await robbed();
    const mailbox = newPerson();
    await changeContact(app, { ...known, password: THIEFS }, 'EMAIL', mailbox);
    outcome(await report(app, await tokenAt(app, known.e164, 'CONTACT_CHANGED')), 'AccountSecured');
    await askReset(app, known.username, 'EMAIL');
    expect(await kindsAt(mailbox.email)).not.toContain('PASSWORD_RESET_LINK');
    expect(await kindsAt(known.e164)).toContain('PASSWORD_RESET_LINK');
  });

  it('of a contact that was put out again is dead, but for the one that tells it so', async () => {
    const { known } = await robbed();
    const mailbox = newPerson();
    await changeContact(app, { ...known, password: THIEFS }, 'EMAIL', mailbox);
    const thiefs = await tokenAt(app, mailbox.email, 'CONTACT_CHANGED');
    outcome(await takeBack(await tokenAt(app, known.email, 'CONTACT_REPLACED')), 'ContactChangeUndone');
    expect(said(await report(app, thiefs))).toBe('LinkRejected');
    expect(said(await report(app, await tokenAt(app, mailbox.email, 'CONTACT_RESTORED')))).toBe(
      'AccountSecured',
    );
  });

  it('works once, and answers its notice on every contact', async () => {
    const { known, token } = await robbed();
    const byPhone = await tokenAt(app, known.e164, 'PASSWORD_CHANGED');
    const told = [
      said(await report(app, token)),
      said(await report(app, token)),
      said(await report(app, byPhone)),
    ];
    expect(told).toEqual(['AccountSecured', 'LinkRejected', 'LinkRejected']);
  });

  it('of another notice goes on: a second theft can be reported too', async () => {
    const { known, token } = await robbed();
    const earlier = await tokenAt(app, known.email, 'ACCOUNT_ACTIVATED');
    expect(said(await report(app, token))).toBe('AccountSecured');
    expect(said(await report(app, earlier))).toBe('AccountSecured');
  });

  it.each([
    ['works a second before its ten days are over', 240 * HOUR_MS - SECOND_MS, 'AccountSecured'],
    ['is too late after ten days', 240 * HOUR_MS, 'LinkExpired'],
    ['is too late a second later', 240 * HOUR_MS + SECOND_MS, 'LinkExpired'],
  ])('%s', async (_, passed, answer) => {
    const { token } = await robbed();
    app.passTime(passed);
    expect(said(await report(app, token))).toBe(answer);
  });

  it('is refused like any unknown one when cut, misspelt or made for something else, and opens nothing else', async () => {
    const { known, token } = await robbed();
    const foreign = [await resetToken(app, known), await activationToken(app, await registered(app))];
    const answers = [];
    for (const one of [token.slice(1), `${token}A`, 'x', ...foreign])
      answers.push(JSON.stringify(await report(app, one)));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('LinkRejected');
    expect([said(await reset(app, token)), said(await takeBack(token))]).toEqual([
      'ResetLinkRejected',
      'LinkRejected',
    ]);
  });

  it('does nothing to an account that is closed', async () => {
    const { known, token } = await robbed();
    await app.db.transact(async (tx) =>
      tx.query("UPDATE accounts SET status = 'CLOSED' WHERE id = ?", [await accountOf(known)]),
    );
    expect(said(await report(app, token))).toBe('LinkRejected');
  });

  it('is bound to its account, notice and contact, and kept as a digest only', async () => {
    const { known, token } = await robbed();
    const links = await app.db.rows.findBy(OneTimeSecret, {
      subjectId: await accountOf(known),
      purpose: 'NOT_ME',
    });
    expect(links).toHaveLength(4); // two notices, two contacts
    expect(new Set(links.map(({ flowId }) => flowId)).size).toBe(2);
    expect(JSON.stringify(links)).not.toContain(token);
  });
});

describe('the password of an account made safe', () => {
  it('stands in the database like any other', async () => {
    const { known, token } = await robbed();
    await report(app, token);
    const { passwordHash } = await app.db.rows.findOneByOrFail(Account, { id: await accountOf(known) });
    expect(passwordHash).toMatch(/^\$argon2id\$/);
  });
});
