import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import {
  ACTIVATE,
  ACTIVATE_WITH_CODE,
  COMPLETE,
  CORRECT_CONTACT,
  LOGIN,
  RESEND_ACTIVATION,
  START,
} from '../kit/account-operations.js';
import { type Answer, type App, startApp } from '../kit/app.js';
import {
  activationToken,
  active,
  anotherCode,
  loggedIn,
  newPerson,
  outcome,
  type Person,
  profileInput,
  proven,
  type Registered,
  registered,
  said,
  startInput,
} from '../kit/people.js';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const activate = (token: string) => app.ask(ACTIVATE, { input: { token } });
const withCode = (identifier: string, code: string | null) =>
  app.ask(ACTIVATE_WITH_CODE, { input: { identifier, code } });
const askAgain = async (identifier: string, more: object = {}, headers = {}) => {
  const input = { identifier, captcha: await app.captcha('RESEND_ACTIVATION'), ...more };
  return app.ask(RESEND_ACTIVATION, { input }, undefined, headers);
};
const correct = async (known: Registered, contact: string, more: object = {}) => {
  const { username: identifier, password } = known;
  const captcha = await app.captcha('RESEND_ACTIVATION');
  const input = { identifier, password, channel: 'EMAIL', contact, captcha, ...more };
  return app.ask(CORRECT_CONTACT, { input });
};
const logIn = (identifier: string, password: string) => app.ask(LOGIN, { input: { identifier, password } });
const codeAt = async ({ e164 }: Person) => (await app.latest(e164, 'ACTIVATION_CODE')).code;
/** What arrived there, by name: two messages of one instant have no order. */
const kindsAt = async (to: string) => (await app.inbox(to)).map(({ kind }) => kind).sort();
const howMany = async (to: string, kind: string) => (await kindsAt(to)).filter((one) => one === kind).length;

/** An account that waits, its link in the mail and its code on the phone. */
async function waiting(person = newPerson()): Promise<Registered> {
  return registered(app, { whatsapp: person.phone }, person);
}

/** The same, registered by WhatsApp: there the number is proven, and the email only written down. */
async function waitingByPhone(person = newPerson(), email = person.email): Promise<Registered> {
  const token = await proven(app, person, 'WHATSAPP');
  const done = await app.ask(COMPLETE, { input: { ...profileInput(person, token), email } });
  return { ...person, username: outcome(done, 'RegistrationCompleted').username };
}

async function contactsOf(known: Registered) {
  const query = '{ me { status email { value verifiedAt } whatsapp { value verifiedAt } } }';
  return (await app.ask(query, {}, await loggedIn(app, known))).data.me;
}

describe('activating an account', () => {
  it('makes it usable and tells its owner the username; nobody is logged in by it', async () => {
    const known = await waiting();
    expect(said(await logIn(known.email, known.password))).toBe('AccountNotActivated');
    const answer = await activate(await activationToken(app, known));
    expect(answer.data.activateAccount).toEqual({ __typename: 'AccountActivated', username: known.username });
    const notice = await app.latest(known.email, 'ACCOUNT_ACTIVATED');
    expect([notice.subject, notice.text]).toEqual([
      'Akun OSS Anda sudah aktif',
      expect.stringContaining(known.username),
    ]);
    expect(said(await logIn(known.email, known.password))).toBe('LoggedIn');
  });

  it.each(['username', 'phone', 'email'] as const)(
    'works with the code from WhatsApp, typed beside the %s',
    async (which) => {
      const known = await waiting();
      expect(said(await withCode(known[which], await codeAt(known)))).toBe('AccountActivated');
      expect((await contactsOf(known)).status).toBe('ACTIVE');
    },
  );

  it('proves the contact whose link or code was used', async () => {
    const known = await waitingByPhone();
    await activate(await activationToken(app, known));
    const { email, whatsapp } = await contactsOf(known);
    expect([email.verifiedAt, whatsapp.verifiedAt]).toEqual([app.now().toISOString(), expect.any(String)]);
    expect(said(await logIn(known.email, known.password))).toBe('LoggedIn');
  });

  it('leaves a contact that nobody used unproven: no login with it, no notices to it', async () => {
    const known = await waiting();
    await activate(await activationToken(app, known));
    expect((await contactsOf(known)).whatsapp).toEqual({ value: known.e164, verifiedAt: null });
    expect(said(await logIn(known.phone, known.password))).toBe('LoginRejected');
    expect(await kindsAt(known.e164)).toEqual(['ACTIVATION_CODE']);
  });

  it('spends link and code together: whichever comes first ends the other', async () => {
    const [byLink, byCode] = [await waiting(), await waiting()];
    const [link, code] = [await activationToken(app, byLink), await codeAt(byLink)];
    const [otherLink, otherCode] = [await activationToken(app, byCode), await codeAt(byCode)];
    expect([said(await activate(link)), said(await withCode(byLink.username, code))]).toEqual([
      'AccountActivated',
      'ActivationRejected',
    ]);
    expect([said(await withCode(byCode.username, otherCode)), said(await activate(otherLink))]).toEqual([
      'AccountActivated',
      'ActivationRejected',
    ]);
  });

  it.each([
    ['works a second before its day is over', 24 * HOUR_MS - SECOND_MS, 'AccountActivated'],
    ['is too late after a day', 24 * HOUR_MS, 'ActivationExpired'],
    ['is too late a second later', 24 * HOUR_MS + SECOND_MS, 'ActivationExpired'],
  ])('by link %s', async (_, passed, answer) => {
    const link = await activationToken(app, await waiting());
    app.passTime(passed);
    expect(said(await activate(link))).toBe(answer);
  });

  it.each([
    ['works a second before its ten minutes are over', 10 * MINUTE_MS - SECOND_MS, 'AccountActivated'],
    ['is too late after ten minutes', 10 * MINUTE_MS, 'ActivationExpired'],
    ['is too late a second later', 10 * MINUTE_MS + SECOND_MS, 'ActivationExpired'],
  ])('by code %s', async (_, passed, answer) => {
    const known = await waiting();
    const code = await codeAt(known);
    app.passTime(passed);
    expect(said(await withCode(known.username, code))).toBe(answer);
  });

  it('answers alike to a link that never was, one that was used, cut short, or meant for something else', async () => {
    const used = await activationToken(app, await waiting());
    await activate(used);
    const fresh = await activationToken(app, await waiting());
    const odd = ['x', 'A'.repeat(43), used, fresh.slice(0, -1), `${fresh}A`, fresh.toLowerCase()];
    const answers = await Promise.all(odd.map(activate));
    const [first] = answers;
    expect(said(first as Answer)).toBe('ActivationRejected');
    expect(answers).toEqual(odd.map(() => first));
  });

  it('never calls a used link expired: that would tell that it was good once', async () => {
    const link = await activationToken(app, await waiting());
    await activate(link);
    app.passTime(25 * HOUR_MS);
    expect(said(await activate(link))).toBe('ActivationRejected');
  });

  it('answers alike to a wrong code, a used one, and one beside an unknown name', async () => {
    const [known, used] = [await waiting(), await waiting()];
    const [code, usedCode] = [await codeAt(known), await codeAt(used)];
    await withCode(used.username, usedCode);
    const answers = [
      await withCode(known.username, anotherCode(code)),
      await withCode(used.username, usedCode),
      await withCode('sutinah9zz9z', code),
      await withCode(newPerson().email, code),
    ];
    expect(said(answers[0] as Answer)).toBe('ActivationRejected');
    expect(answers).toEqual(answers.map(() => answers[0]));
  });

  it('by code ends after five wrong tries under whatever name; the link still works', async () => {
    const known = await waiting();
    const code = await codeAt(known);
    for (const name of [known.username, known.phone, known.email, known.e164, known.username]) {
      await withCode(name, anotherCode(code));
    }
    expect(said(await withCode(known.username, code))).toBe('ActivationRejected');
    expect(said(await activate(await activationToken(app, known)))).toBe('AccountActivated');
  });

  it('takes no code of a registration, and no code of another account', async () => {
    const [known, other] = [await waitingByPhone(), await waiting()];
    const { code } = await app.latest(known.e164, 'REGISTRATION_CODE');
    expect(said(await withCode(known.username, code))).toBe('ActivationRejected');
    expect(said(await withCode(known.username, await codeAt(other)))).toBe('ActivationRejected');
  });

  it('is refused for a contact that another account has proven meanwhile', async () => {
    const owner = newPerson();
    const stranger = await waitingByPhone(newPerson(), owner.email);
    const link = await activationToken(app, owner);
    app.passTime(MINUTE_MS);
    const known = await active(app, {}, owner);
    expect(said(await activate(link))).toBe('ActivationRejected');
    expect(said(await logIn(stranger.username, stranger.password))).toBe('AccountNotActivated');
    expect(await loggedIn(app, known)).toBeTruthy();
  });
});

describe('the link in the message', () => {
  it('may be opened any number of times: only the button behind it activates', async () => {
    const known = await waiting();
    const { link } = await app.latest(known.email, 'ACTIVATION_LINK');
    const { pathname, hash } = new URL(link ?? '');
    for (const method of ['GET', 'HEAD', 'GET'] as const) {
      for (const url of [pathname, `${pathname}?token=${hash.slice(1)}`, `${pathname}?utm=scanner`]) {
        expect((await app.http.inject({ method, url })).statusCode).toBe(200);
      }
    }
    expect(said(await logIn(known.email, known.password))).toBe('AccountNotActivated');
    expect(said(await activate(hash.slice(1)))).toBe('AccountActivated');
  });

  it('carries its secret where no server sees it', async () => {
    const { link } = await app.latest((await waiting()).email, 'ACTIVATION_LINK');
    expect(link).toMatch(/^https:\/\/akun\.example\.com\/aktivasi#[\w-]{43}$/);
  });

  it('leads to the configured address, whatever the request claims about its host', async () => {
    const forged = {
      host: 'evil.example',
      origin: 'https://akun.example.com',
      forwarded: 'host=evil.example;proto=http',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'http',
      'x-forwarded-for': '203.0.113.9',
      'x-original-url': 'https://evil.example/',
    };
    const person = newPerson();
    await app.ask(START, { input: await startInput(app, person) }, undefined, forged);
    app.passTime(MINUTE_MS);
    const token = await proven(app, person);
    await app.ask(COMPLETE, { input: profileInput(person, token) }, undefined, forged);
    await app.work();
    app.passTime(MINUTE_MS);
    await askAgain(person.email, {}, forged);
    const messages = await app.inbox(person.email);
    expect(messages.filter(({ kind }) => kind === 'ACTIVATION_LINK')).toHaveLength(2);
    expect(JSON.stringify(messages)).not.toContain('evil');
    for (const { link } of messages)
      expect(link ?? 'https://akun.example.com/aktivasi#').toMatch(
        /^https:\/\/akun\.example\.com\/aktivasi#/,
      );
  });

  it('is the only secret: no message carries a password', async () => {
    const known = await active(app);
    const messages = await app.inbox();
    expect(messages.filter(({ to }) => to === known.email).length).toBeGreaterThan(2);
    expect(JSON.stringify(messages)).not.toContain(known.password);
  });
});

describe('asking for the activation again', () => {
  it.each(['username', 'email', 'phone'] as const)('works with the %s', async (which) => {
    const known = await waiting();
    const [link, code] = [await activationToken(app, known), await codeAt(known)];
    app.passTime(MINUTE_MS);
    const { message, resendAvailableAt } = outcome(await askAgain(known[which]), 'ActivationRequested');
    expect([message, Date.parse(resendAvailableAt)]).toEqual([
      expect.stringContaining('Bila akun itu ada'),
      app.now().getTime() + MINUTE_MS,
    ]);
    const byPhone = which === 'phone';
    expect([
      await howMany(known.email, 'ACTIVATION_LINK'),
      await howMany(known.e164, 'ACTIVATION_CODE'),
    ]).toEqual(byPhone ? [1, 2] : [2, 1]);
    const former = byPhone ? await withCode(known.username, code) : await activate(link);
    expect(said(former)).toBe('ActivationRejected');
    const newest = byPhone
      ? await withCode(known.username, await codeAt(known))
      : await activate(await activationToken(app, known));
    expect(said(newest)).toBe('AccountActivated');
  });

  it('lets the person choose the channel, and leaves the other channel’s secret alone', async () => {
    const known = await waiting();
    const link = await activationToken(app, known);
    app.passTime(MINUTE_MS);
    await askAgain(known.email, { channel: 'WHATSAPP' });
    expect([
      await howMany(known.email, 'ACTIVATION_LINK'),
      await howMany(known.e164, 'ACTIVATION_CODE'),
    ]).toEqual([1, 2]);
    expect(said(await activate(link))).toBe('AccountActivated');
  });

  it('sends nothing to a channel the account does not have, and says so to nobody', async () => {
    const known = await registered(app);
    app.passTime(MINUTE_MS);
    expect(said(await askAgain(known.username, { channel: 'WHATSAPP' }))).toBe('ActivationRequested');
    expect(await kindsAt(known.e164)).toEqual([]);
  });

  it('inside the pause is answered the same, and done when the pause ends', async () => {
    const known = await waiting();
    const link = await activationToken(app, known);
    app.passTime(20 * SECOND_MS);
    expect(said(await askAgain(known.username))).toBe('ActivationRequested');
    app.passTime(39 * SECOND_MS);
    expect(await howMany(known.email, 'ACTIVATION_LINK')).toBe(1);
    app.passTime(SECOND_MS);
    expect(await howMany(known.email, 'ACTIVATION_LINK')).toBe(2);
    expect(said(await activate(link))).toBe('ActivationRejected');
  });

  it('twice in a minute under one name is told to wait, known or not', async () => {
    for (const name of [(await waiting()).username, newPerson().email]) {
      await askAgain(name);
      const { retryAt } = outcome(await askAgain(name), 'TooManyRequests');
      expect(Date.parse(retryAt)).toBe(app.now().getTime() + MINUTE_MS);
    }
  });

  it('stops at five messages an hour to one address, under however many names; the answer stays the same', async () => {
    const known = await registered(app);
    const names = [known.username, known.email];
    const answers = new Set<string>();
    for (let minute = 0; minute < 8; minute += 1) {
      app.passTime(MINUTE_MS);
      answers.add(said(await askAgain(names[minute % 2] ?? '')));
      await app.work();
    }
    const sent = (await app.inbox(known.email)).length;
    expect([[...answers], sent]).toEqual([['ActivationRequested'], 5]); // the code of the registration is one of them
    const suppressed = "SELECT reason FROM outbox_messages WHERE status = 'SUPPRESSED'";
    expect((await app.db.rows.query(suppressed)).length).toBeGreaterThan(0);
  });

  it('answers the same for an unknown name, and sends nothing', async () => {
    const [known, unknown] = [await waiting(), newPerson()];
    app.passTime(MINUTE_MS);
    const answer = await askAgain(known.email);
    for (const name of ['sutinah9zz9z', unknown.email, unknown.phone]) {
      expect(await askAgain(name)).toEqual(answer);
    }
    expect([await kindsAt(unknown.email), await kindsAt(unknown.e164)]).toEqual([[], []]);
  });

  it('tells the owner of an active account that there is nothing to do', async () => {
    const known = await active(app);
    app.passTime(MINUTE_MS);
    const answer = await askAgain(known.email);
    expect(said(answer)).toBe('ActivationRequested');
    expect((await app.latest(known.email, 'ALREADY_ACTIVE')).text).toContain(known.username);
  });

  it('for a contact that is another account’s gives its owner word, not a code', async () => {
    const owner = await active(app);
    const stranger = await waitingByPhone(newPerson(), owner.email);
    app.passTime(MINUTE_MS);
    await askAgain(stranger.username, { channel: 'EMAIL' });
    expect(await howMany(owner.email, 'CONTACT_TAKEN')).toBe(2);
    expect(await howMany(owner.email, 'ACTIVATION_LINK')).toBe(1);
  });

  it('needs a captcha solved for it', async () => {
    const known = await waiting();
    app.passTime(MINUTE_MS);
    const captcha = await app.captcha('RESEND_ACTIVATION');
    const answers = [
      await askAgain(known.username, { captcha: undefined }),
      await askAgain(known.username, { captcha: await app.captcha('REGISTER') }),
      await askAgain(newPerson().email, { captcha }),
      await askAgain(known.username, { captcha }),
    ];
    expect(answers.map(said)).toEqual([
      'CaptchaRejected',
      'CaptchaRejected',
      'ActivationRequested',
      'CaptchaRejected',
    ]);
    expect(await howMany(known.email, 'ACTIVATION_LINK')).toBe(1);
  });
});

describe('mending a mistyped contact before activation', () => {
  it('sends the activation where it should have gone, and ends what went astray', async () => {
    const [known, meant] = [await waiting(), newPerson()];
    const [astray, code] = [await activationToken(app, known), await codeAt(known)];
    expect(said(await correct(known, meant.email))).toBe('ActivationRequested');
    expect([said(await activate(astray)), said(await withCode(known.username, code))]).toEqual([
      'ActivationRejected',
      'ActivationRejected',
    ]);
    expect(said(await activate(await activationToken(app, meant)))).toBe('AccountActivated');
    expect((await contactsOf(known)).email).toEqual({ value: meant.email, verifiedAt: expect.any(String) });
    expect(said(await logIn(known.email, known.password))).toBe('LoginRejected');
  });

  it('lets somebody else register the address that was written by mistake', async () => {
    const known = await waiting();
    await correct(known, newPerson().email);
    app.passTime(MINUTE_MS);
    const other = { ...newPerson(), email: known.email };
    expect(await loggedIn(app, await active(app, {}, other))).toBeTruthy();
  });

  it('mends the number as well as the email', async () => {
    const [known, meant] = [await waiting(), newPerson()];
    await correct(known, meant.phone, { channel: 'WHATSAPP' });
    expect(said(await withCode(meant.phone, await codeAt(meant)))).toBe('AccountActivated');
  });

  it('asks for the password: without it nothing changes', async () => {
    const [known, thief] = [await waiting(), newPerson()];
    const link = await activationToken(app, known);
    const answers = [
      await correct(known, thief.email, { password: 'Tebakan-Saja-1' }),
      await correct({ ...known, username: 'sutinah9zz9z' }, thief.email),
    ];
    expect(answers.map(said)).toEqual(['LoginRejected', 'LoginRejected']);
    expect(answers[0]).toEqual(answers[1]);
    expect(await kindsAt(thief.email)).toEqual([]);
    expect(said(await activate(link))).toBe('AccountActivated');
  });

  it('is over once the account is active', async () => {
    const [known, other] = [await active(app), newPerson()];
    expect(said(await correct(known, other.email))).toBe('LoginRejected');
    expect((await contactsOf(known)).email.value).toBe(known.email);
  });

  it('looks the same when the new contact is another account’s: its owner gets word and no secret', async () => {
    const owner = await active(app);
    app.passTime(MINUTE_MS);
    const [toTaken, toFree] = [await waiting(), await waiting()];
    const codes = [await codeAt(toTaken), await codeAt(toFree)];
    const answers = [await correct(toTaken, owner.email), await correct(toFree, newPerson().email)];
    expect(answers[0]).toEqual(answers[1]);
    expect(await howMany(owner.email, 'CONTACT_TAKEN')).toBe(1);
    expect(await howMany(owner.email, 'ACTIVATION_LINK')).toBe(1); // the owner's own

    const after = [
      [await withCode(toTaken.username, codes[0] ?? null), await withCode(toFree.username, codes[1] ?? null)],
      [await logIn(toTaken.username, toTaken.password), await logIn(toFree.username, toFree.password)],
    ].map((both) => both.map(said));
    expect(after).toEqual([
      ['ActivationRejected', 'ActivationRejected'],
      ['AccountNotActivated', 'AccountNotActivated'],
    ]);
    expect(await loggedIn(app, owner)).toBeTruthy();
  });

  it('inside the pause waits; the right password is not held against anybody', async () => {
    const known = await waiting();
    const meant = newPerson();
    for (let round = 0; round < 8; round += 1) {
      const answer = await correct(known, meant.email);
      expect(said(answer)).toBe(round === 0 ? 'ActivationRequested' : 'TooManyRequests');
    }
    expect(said(await logIn(known.username, known.password))).toBe('AccountNotActivated');
  });

  it('needs a captcha, and a contact that can be one', async () => {
    const known = await waiting();
    expect(said(await correct(known, newPerson().email, { captcha: undefined }))).toBe('CaptchaRejected');
    expect(said(await correct(known, 'budi@'))).toBe('BAD_USER_INPUT');
  });
});

describe('one person’s contact, however it is written', () => {
  const wide = (text: string) =>
    text.replace(/[!-~]/g, (char) => String.fromCodePoint(char.charCodeAt(0) + 0xfee0));

  it.each([
    ['in capitals', (email: string) => email.toUpperCase()],
    ['in full-width letters', wide],
    ['with a zero-width space inside', (email: string) => `${email.slice(0, 3)}\u200b${email.slice(3)}`],
    ['with spaces around it', (email: string) => `  ${email} \u00a0`],
    ['with a direction mark', (email: string) => `\u202a${email}\u202c`],
  ])('is the same %s', async (_, written) => {
    const known = await active(app);
    expect(said(await logIn(written(known.email), known.password))).toBe('LoggedIn');
    app.passTime(MINUTE_MS);
    await askAgain(written(known.email));
    expect(await kindsAt(known.email)).toContain('ALREADY_ACTIVE');
    app.passTime(MINUTE_MS);
    const another = { ...newPerson(), email: written(known.email) };
    await app.ask(START, { input: await startInput(app, another) });
    expect(await kindsAt(known.email)).toContain('CONTACT_TAKEN');
  });

  it.each([
    ['0860 1234 9999', '+62 860-1234-9999'],
    ['0860-1234-9998', '０８６０１２３４９９９８'],
    ['62860 1234 9997', '0062 860 1234 9997'],
  ])('is one number: %s and %s', async (first, second) => {
    const person = { ...newPerson(), phone: first, e164: `+62860${first.replace(/\D/g, '').slice(-8)}` };
    await waitingByPhone(person);
    expect(said(await withCode(second, await codeAt(person)))).toBe('AccountActivated');
  });

  it('is never another’s: an accent, a dot or a plus makes another address, or none', async () => {
    const jose = { ...newPerson(), email: 'jose@example.com' };
    const known = await active(app, {}, jose);
    for (const other of [
      'josé@example.com',
      'jose\u0301@example.com',
      'j.ose@example.com',
      'jose+x@example.com',
      'ĵose@example.com',
    ]) {
      expect([other, said(await logIn(other, known.password))]).toEqual([other, 'LoginRejected']);
      app.passTime(MINUTE_MS);
      await askAgain(other);
    }
    expect(await kindsAt('jose@example.com')).not.toContain('ALREADY_ACTIVE');
    const accented = { ...newPerson(), email: 'josé@example.com' };
    expect(said(await app.ask(START, { input: await startInput(app, accented) }))).toBe('BAD_USER_INPUT');
    const dotted = await active(app, {}, { ...newPerson(), email: 'jose.x@example.com' });
    expect(dotted.username).not.toBe(known.username);
  });

  it('is a username to nobody else: names are told apart exactly, and never look like a contact', async () => {
    const known = await active(app);
    expect(said(await logIn(known.username.toUpperCase(), known.password))).toBe('LoggedIn');
    const accented = known.username.replace('u', 'ú');
    expect(said(await logIn(accented, known.password))).toBe('LoginRejected');
    expect(said(await logIn(`${known.username}\u00ad `, known.password))).toBe('LoggedIn');
  });
});
