import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Account } from '../../server/src/account/account.entity.js';
import { Consent } from '../../server/src/account/consent.entity.js';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { ACTIVATE, COMPLETE, LOGIN, RESEND_CODE, START, VERIFY } from '../kit/account-operations.js';
import { type Answer, type App, startApp } from '../kit/app.js';
import { entityProfile, entityStart, newCompany } from '../kit/companies.js';
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
  registered,
  said,
  started,
  startInput,
} from '../kit/people.js';

let app: App;
beforeAll(async () => {
  app = await startApp({ SEND_COUNTRIES: '+62,+61' });
});
afterAll(() => app.stop());

const ENGLISH = { 'accept-language': 'en' };

const start = (input: object, headers = {}) => app.ask(START, { input }, undefined, headers);
const resend = (registrationToken: string, more: object = {}) =>
  app.ask(RESEND_CODE, { input: { registrationToken, ...more } });
const verify = (registrationToken: string, code: string | null) =>
  app.ask(VERIFY, { input: { registrationToken, code } });
const complete = (input: object, headers = {}) => app.ask(COMPLETE, { input }, undefined, headers);
const logIn = (identifier: string, password: string) => app.ask(LOGIN, { input: { identifier, password } });
const codeAt = async (to: string) => (await app.latest(to, 'REGISTRATION_CODE')).code;
/** What arrived there, by name: two messages of one instant have no order. */
const kindsAt = async (to: string) => (await app.inbox(to)).map(({ kind }) => kind).sort();
const fieldsAtFault = ({ errors = [] }: Answer) =>
  errors.flatMap(({ extensions }) => extensions.fields ?? []).map(({ field, code }) => `${field} ${code}`);

type First = Record<string, unknown> & { contact: string };

/** Starts with what the first step asks, takes the code out of the message, proves the contact. */
async function provenWith(input: First, at = input.contact): Promise<string> {
  const { registrationToken } = outcome(await start(input), 'RegistrationStarted');
  return outcome(await verify(registrationToken, await codeAt(at)), 'RegistrationVerified').registrationToken;
}

describe('registering', () => {
  it('ends in an account its owner can log in to with username, email or phone', async () => {
    const person = newPerson();
    const known = await active(app, { whatsapp: person.phone }, person);
    expect(await loggedIn(app, known)).toBeTruthy();
    const byEmail = await logIn(known.email.toUpperCase(), known.password);
    expect(outcome(byEmail, 'LoggedIn').account.username).toBe(known.username);
  });

  it('works by WhatsApp alone, for people without email', async () => {
    const person = newPerson();
    const token = await proven(app, person, 'WHATSAPP');
    const done = outcome(await complete(profileInput(person, token)), 'RegistrationCompleted');
    expect(done.activationSentTo).toEqual([{ channel: 'WHATSAPP', value: expect.stringContaining('••••') }]);
    expect(await kindsAt(person.e164)).toEqual(['ACTIVATION_CODE', 'REGISTRATION_CODE']);
  });

  it('takes individuals through either door', async () => {
    for (const scale of ['UMK', 'NON_UMK']) {
      const person = newPerson();
      const token = await provenWith({ ...(await startInput(app, person)), scale });
      const done = await complete({ ...profileInput(person, token), npwp: person.nik });
      expect(said(done)).toBe('RegistrationCompleted');
    }
  });

  it.each([
    ['a company of a resident', { scale: 'UMK' }, {}],
    [
      'a company run by a foreigner',
      { identity: { passport: 'x 9999902', passportCountry: 'JPN' } },
      { birthDate: undefined },
    ],
    [
      'a body that rests on a regulation',
      { entity: { ...newCompany(), kind: 'BUM_DESA', registrationNumber: 'Perdes Contoh 3/2024' } },
      {},
    ],
    [
      'a representative office',
      {
        actor: 'REPRESENTATIVE_OFFICE',
        entity: { kind: 'OTHER', name: 'KP3A Contoh', registrationNumber: 'Surat 99/2026', country: 'SGP' },
      },
      {},
    ],
    [
      'a foreign entity, its address abroad',
      {
        actor: 'FOREIGN_ENTITY',
        identity: { passport: '999999903', passportCountry: 'USA' },
        entity: { kind: 'OTHER', name: 'Contoh Pty Ltd', registrationNumber: 'ACN 99 99', country: 'AUS' },
      },
      { address: { street: '1 Example Street', regionCode: 'AUS', postalCode: 'NSW 2000' } },
    ],
  ])('takes %s through to a login', async (_, more, atTheEnd) => {
    const person = newPerson();
    const input = await entityStart(app, person, more);
    const token = await provenWith(input);
    const done = await complete({ ...entityProfile(token, person), ...atTheEnd });
    const { username } = outcome(done, 'RegistrationCompleted');
    await app.ask(ACTIVATE, { input: { token: await activationToken(app, person) } });
    const { token: session } = outcome(await logIn(username, person.password), 'LoggedIn');
    const { data } = await app.ask('{ me { scale actor entity { name } } }', {}, session);
    expect(data.me).toEqual({ scale: input.scale, actor: input.actor, entity: { name: input.entity.name } });
  });

  it('lets a foreign entity use a number from abroad, beside an email of its own', async () => {
    const person = newPerson();
    const entity = { kind: 'OTHER', name: 'Contoh Ltd', registrationNumber: 'C-99', country: 'AUS' };
    const foreign = { actor: 'FOREIGN_ENTITY', entity, channel: 'WHATSAPP', contact: '+61 491 570 006' };
    const token = await provenWith(await entityStart(app, person, foreign), '+61491570006');
    const profile = entityProfile(token, person);
    expect(fieldsAtFault(await complete(profile))).toEqual(['email EMAIL_NEEDED']);
    expect(said(await complete({ ...profile, email: person.email }))).toBe('RegistrationCompleted');
  });

  it('writes to every contact given, and tells which of them by their masks', async () => {
    const person = newPerson();
    const token = await proven(app, person);
    const done = await complete({ ...profileInput(person, token), whatsapp: person.phone });
    const { activationSentTo, activationExpiresAt } = outcome(done, 'RegistrationCompleted');
    expect(activationSentTo).toEqual([
      { channel: 'EMAIL', value: expect.stringMatching(/^o•••\d@e•••\.com$/) },
      { channel: 'WHATSAPP', value: expect.stringMatching(/^0860••••\d{3}$/) },
    ]);
    expect(Date.parse(activationExpiresAt)).toBe(app.now().getTime() + 24 * HOUR_MS);
    expect([await kindsAt(person.email), await kindsAt(person.e164)]).toEqual([
      ['ACTIVATION_LINK', 'REGISTRATION_CODE'],
      ['ACTIVATION_CODE'],
    ]);
  });

  it('speaks English to whoever asks for it, on the screen and in messages', async () => {
    const person = newPerson();
    const { registrationToken } = outcome(
      await start(await startInput(app, person), ENGLISH),
      'RegistrationStarted',
    );
    const mail = await app.latest(person.email, 'REGISTRATION_CODE');
    expect(mail.subject).toBe(`${mail.code} is your Akun OSS registration code`);
    const next = outcome(await verify(registrationToken, mail.code), 'RegistrationVerified');
    const profile = profileInput(person, next.registrationToken);
    const refused = await complete({ ...profile, password: 'pendek' }, ENGLISH);
    expect(outcome(refused, 'PasswordRejected').message).toMatch(/password/i);
    await complete(profile, ENGLISH);
    expect((await app.latest(person.email, 'ACTIVATION_LINK')).subject).toBe(
      'Activate your Akun OSS account',
    );
  });

  it('keeps on record who accepted which text, when, in which language and from where', async () => {
    const person = newPerson();
    const token = await proven(app, person);
    app.passTime(2 * MINUTE_MS);
    const acceptedAt = app.now();
    const done = await complete(profileInput(person, token), ENGLISH);
    const { username } = outcome(done, 'RegistrationCompleted');
    const accountId = await app.house.identifiers.ownerOf(username);
    expect(await app.db.rows.findBy(Consent, { accountId: accountId ?? '' })).toMatchObject([
      { textVersion: '2026-11', language: 'en', source: '127.0.0.1', acceptedAt },
    ]);
  });

  it.each([
    ['BIRTH_DATE_DIFFERS', {}, { birthDate: '1980-01-02' }],
    ['SEX_DIFFERS', {}, { sex: 'FEMALE' }],
    ['REGION_UNKNOWN', { nik: '9999990101909909' }, { birthDate: '1990-01-01' }],
    ['NPWP_OLD_PERSONAL', {}, { npwp: '09.999.904.7-000.000' }],
    ['NAME_UNUSUAL', {}, { fullName: 'Contoh 2' }],
  ])('passes with the warning %s what only may be wrong', async (warning, different, atTheEnd) => {
    const person = { ...newPerson(), ...different };
    const token = await proven(app, person);
    const done = await complete({ ...profileInput(person, token), ...atTheEnd });
    expect(outcome(done, 'RegistrationCompleted').warnings).toEqual([warning]);
  });
});

describe('a registration broken off', () => {
  it('goes on days later where its contact was proven', async () => {
    const person = newPerson();
    const token = await proven(app, person);
    app.passTime(6 * DAY_MS);
    await app.work();
    expect(said(await complete(profileInput(person, token)))).toBe('RegistrationCompleted');
  });

  it('goes on within the day with a new code', async () => {
    const person = newPerson();
    const token = await started(app, person);
    app.passTime(23 * HOUR_MS);
    await app.work();
    await resend(token);
    expect(said(await verify(token, await codeAt(person.email)))).toBe('RegistrationVerified');
  });

  it('is deleted a day after it began when no contact was proven', async () => {
    const token = await started(app, newPerson());
    app.passTime(24 * HOUR_MS);
    await app.work();
    expect(said(await resend(token))).toBe('RegistrationExpired');
    expect(
      await app.db.rows.query('SELECT id FROM registration_drafts WHERE step = ?', ['CONTACT_UNVERIFIED']),
    ).toEqual([]);
  });

  it('is deleted seven days after its contact was proven', async () => {
    const person = newPerson();
    const token = await proven(app, person);
    app.passTime(7 * DAY_MS);
    await app.work();
    expect(said(await complete(profileInput(person, token)))).toBe('RegistrationExpired');
  });

  it('reserves nothing: of two with one NIK the first to finish gets the account', async () => {
    const [early, late] = [newPerson(), newPerson()];
    const earlyToken = await proven(app, early);
    const lateToken = await proven(app, { ...late, nik: early.nik });
    const second = await complete({ ...profileInput(early, lateToken), fullName: 'Contoh Kedua' });
    expect([said(second), said(await complete(profileInput(early, earlyToken)))]).toEqual([
      'RegistrationCompleted',
      'IdentityAlreadyRegistered',
    ]);
  });
});

describe('an account nobody activates', () => {
  it('is deleted after thirty days, and NIK, company and contacts are free again', async () => {
    const person = newPerson();
    const company = await entityStart(app, person);
    await complete(entityProfile(await provenWith(company), person));
    const individual = newPerson();
    await registered(app, { whatsapp: individual.phone }, individual);
    app.passTime(30 * DAY_MS - SECOND_MS);
    await app.work();
    expect(said(await logIn(individual.email, individual.password))).toBe('AccountNotActivated');

    app.passTime(SECOND_MS);
    await app.work();
    expect(said(await logIn(individual.email, individual.password))).toBe('LoginRejected');
    const again = await active(app, { whatsapp: individual.phone }, individual);
    expect(await loggedIn(app, again)).toBeTruthy();
    const token = await provenWith({ ...company, captcha: await app.captcha('REGISTER') });
    expect(said(await complete(entityProfile(token, person)))).toBe('RegistrationCompleted');
  });

  it('stays when it was activated in time', async () => {
    const known = await active(app);
    app.passTime(31 * DAY_MS);
    await app.work();
    expect(await loggedIn(app, known)).toBeTruthy();
  });
});

describe('the code of a registration', () => {
  it.each([
    ['works one second before its ten minutes are over', 10 * MINUTE_MS - SECOND_MS, 'RegistrationVerified'],
    ['is too late at ten minutes sharp', 10 * MINUTE_MS, 'CodeExpired'],
    ['is too late one second after', 10 * MINUTE_MS + SECOND_MS, 'CodeExpired'],
  ])('%s', async (_, passed, answer) => {
    const person = newPerson();
    const token = await started(app, person);
    const code = await codeAt(person.email);
    app.passTime(passed);
    expect(said(await verify(token, code))).toBe(answer);
  });

  it('may be typed with spaces and in full-width digits', async () => {
    const person = newPerson();
    const token = await started(app, person);
    const digits = [...((await codeAt(person.email)) ?? '')];
    const wide = digits.map((digit) => String.fromCodePoint(0xff10 + Number(digit)));
    expect(said(await verify(token, ` ${wide.slice(0, 3).join('')} ${wide.slice(3).join('')}`))).toBe(
      'RegistrationVerified',
    );
  });

  it('is refused after five wrong tries, even the right one', async () => {
    const person = newPerson();
    const token = await started(app, person);
    const code = await codeAt(person.email);
    const left: number[] = [];
    for (let tries = 0; tries < 5; tries += 1) {
      left.push(outcome(await verify(token, anotherCode(code)), 'CodeRejected').attemptsLeft);
    }
    expect([left, said(await verify(token, code))]).toEqual([[4, 3, 2, 1, 0], 'CodeRejected']);
  });

  it('dies with a resend, and the guesses made before still count', async () => {
    const person = newPerson();
    const token = await started(app, person);
    const first = await codeAt(person.email);
    for (let tries = 0; tries < 5; tries += 1) await verify(token, anotherCode(first));
    app.passTime(MINUTE_MS);
    await resend(token);
    const second = await codeAt(person.email);
    expect(said(await verify(token, first))).toBe('CodeRejected');
    for (let tries = 0; tries < 4; tries += 1) await verify(token, anotherCode(second));
    const eleventh = await verify(token, second);
    expect(outcome(eleventh, 'TooManyRequests').retryAt).toBe(
      new Date(app.now().getTime() + 59 * MINUTE_MS).toISOString(),
    );
  });

  it('is guessed at no more than ten times an hour at one contact, over however many drafts', async () => {
    const person = newPerson();
    let evaluated = 0;
    for (let draft = 0; draft < 5; draft += 1) {
      const token = await started(app, person);
      const code = await codeAt(person.email);
      for (let tries = 0; tries < 4; tries += 1) {
        if (said(await verify(token, anotherCode(code))) === 'CodeRejected') evaluated += 1;
      }
      app.passTime(MINUTE_MS);
    }
    expect(evaluated).toBe(10);
  });

  it('opens no other draft, not even of the same person', async () => {
    const person = newPerson();
    const mine = await started(app, person);
    const code = await codeAt(person.email);
    app.passTime(MINUTE_MS);
    const second = await started(app, person);
    const strangers = await started(app, newPerson());
    expect([said(await verify(second, code)), said(await verify(strangers, code))]).toEqual([
      'CodeRejected',
      'CodeRejected',
    ]);
    expect(said(await verify(mine, code))).toBe('RegistrationVerified');
  });

  it('goes to another address when the first was mistyped, and only that one opens the way', async () => {
    const [typed, meant] = [newPerson(), newPerson()];
    const token = await started(app, typed);
    const stray = await codeAt(typed.email);
    const answer = await resend(token, { channel: 'EMAIL', contact: meant.email });
    expect(outcome(answer, 'RegistrationStarted').codeSentTo.channel).toBe('EMAIL');
    expect(said(await verify(token, stray))).toBe('CodeRejected');
    const next = outcome(await verify(token, await codeAt(meant.email)), 'RegistrationVerified');
    await complete(profileInput(typed, next.registrationToken));
    expect([await kindsAt(typed.email), await kindsAt(meant.email)]).toEqual([
      ['REGISTRATION_CODE'],
      ['ACTIVATION_LINK', 'REGISTRATION_CODE'],
    ]);
  });

  it('may change from email to WhatsApp', async () => {
    const person = newPerson();
    const token = await started(app, person);
    const answer = await resend(token, { channel: 'WHATSAPP', contact: person.phone });
    expect(outcome(answer, 'RegistrationStarted').codeSentTo).toMatchObject({ channel: 'WHATSAPP' });
    expect(said(await verify(token, await codeAt(person.e164)))).toBe('RegistrationVerified');
  });
});

describe('asking for codes', () => {
  it('pauses a minute and ends at five an hour, and says when to come back', async () => {
    const person = newPerson();
    const token = await started(app, person);
    const first = app.now().getTime();
    const atOnce = outcome(await resend(token), 'TooManyRequests');
    expect(Date.parse(atOnce.retryAt)).toBe(first + MINUTE_MS);
    for (let sent = 1; sent < 5; sent += 1) {
      await app.work(); // a code still waiting when the next one is made never leaves
      app.passTime(MINUTE_MS);
      outcome(await resend(token), 'RegistrationStarted');
    }
    app.passTime(MINUTE_MS);
    const sixth = outcome(await resend(token), 'TooManyRequests');
    expect(Date.parse(sixth.retryAt)).toBe(first + HOUR_MS);
    expect((await kindsAt(person.email)).length).toBe(5);
    app.passTime(first + HOUR_MS - app.now().getTime());
    expect(said(await resend(token))).toBe('RegistrationStarted');
  });

  it('counts the address, whoever writes it and however it is written', async () => {
    const person = newPerson();
    await started(app, person);
    const shouted = { ...newPerson(), email: ` ${person.email.toUpperCase()}\u200b` };
    expect(said(await start(await startInput(app, shouted)))).toBe('TooManyRequests');
  });

  it('answers the same to a contact that has an account, whose owner gets word instead of a code', async () => {
    const owner = await active(app);
    app.passTime(MINUTE_MS);
    const [known, unknown] = [{ ...newPerson(), email: owner.email }, newPerson()];
    const answers = [await start(await startInput(app, known)), await start(await startInput(app, unknown))];
    const [taken, free] = answers.map((answer) => outcome(answer, 'RegistrationStarted'));
    const { registrationToken: _, codeSentTo: __, ...same } = taken;
    expect(free).toMatchObject(same);
    expect(Object.keys(taken)).toEqual(Object.keys(free));
    expect(taken.registrationToken.length).toBe(free.registrationToken.length);
    const letter = (await app.inbox(owner.email))[0];
    expect([letter?.kind, letter?.code]).toEqual(['CONTACT_TAKEN', null]);

    const guesses = [
      await verify(taken.registrationToken, '135790'),
      await verify(free.registrationToken, '135790'),
    ];
    expect(guesses[0]).toEqual(guesses[1]);
  });

  it('answers a change to a contact that has an account no differently', async () => {
    const owner = await active(app);
    app.passTime(MINUTE_MS);
    const token = await started(app, newPerson());
    expect(said(await resend(token, { channel: 'EMAIL', contact: owner.email }))).toBe('RegistrationStarted');
    expect(await kindsAt(owner.email)).toContain('CONTACT_TAKEN');
  });
});

describe('the captcha of a registration', () => {
  const refused = async (captcha: string | undefined) => {
    const person = newPerson();
    const answer = await start({ ...(await startInput(app, person)), captcha });
    return [said(answer), await kindsAt(person.email)];
  };

  it('is asked for', async () => {
    expect(await refused(undefined)).toEqual(['CaptchaRejected', []]);
  });

  it('is one that can be read', async () => {
    expect(await refused('not a captcha')).toEqual(['CaptchaRejected', []]);
  });

  it('is good for one registration', async () => {
    const { captcha, ...input } = await startInput(app, newPerson());
    await start({ ...input, captcha });
    expect(await refused(captcha)).toEqual(['CaptchaRejected', []]);
  });

  it('was solved for a registration', async () => {
    expect(await refused(await app.captcha('LOGIN'))).toEqual(['CaptchaRejected', []]);
  });

  it.each([
    ['is still good a second before its ten minutes are over', -SECOND_MS, 'RegistrationStarted'],
    ['is too old after ten minutes', 0, 'CaptchaRejected'],
  ])('%s', async (_, more, answer) => {
    const input = await startInput(app, newPerson());
    app.passTime(10 * MINUTE_MS + more);
    expect(said(await start(input))).toBe(answer);
  });
});

describe('the steps of a registration', () => {
  it('cannot be skipped: no profile before the contact is proven', async () => {
    const person = newPerson();
    const token = await started(app, person);
    expect(said(await complete(profileInput(person, token)))).toBe('RegistrationExpired');
  });

  it('lead on with the newest token only', async () => {
    const person = newPerson();
    const former = await started(app, person);
    const code = await codeAt(person.email);
    const { registrationToken } = outcome(await verify(former, code), 'RegistrationVerified');
    const answers = [
      await verify(former, code),
      await resend(former),
      await complete(profileInput(person, former)),
      await verify(registrationToken, code),
      await resend(registrationToken),
    ];
    expect(answers.map(said)).toEqual(Array(5).fill('RegistrationExpired'));
    expect(said(await complete(profileInput(person, registrationToken)))).toBe('RegistrationCompleted');
  });

  it('end with the account: a second completion makes no second one', async () => {
    const person = newPerson();
    const token = await proven(app, person);
    await complete(profileInput(person, token));
    const before = await app.db.rows.count(Account);
    expect(said(await complete(profileInput(person, token)))).toBe('RegistrationExpired');
    expect(await app.db.rows.count(Account)).toBe(before);
  });

  it('know no token but their own', async () => {
    const answers = [
      await verify('made-up', '135790'),
      await resend('made-up'),
      await complete(profileInput(newPerson(), 'made-up')),
    ];
    expect(answers.map(said)).toEqual(Array(3).fill('RegistrationExpired'));
  });

  it('cannot be borrowed: whoever holds another’s token gets that one’s contact, not their own', async () => {
    const [owner, thief] = [newPerson(), newPerson()];
    const token = await proven(app, owner);
    await complete({ ...profileInput(thief, token), birthDate: owner.birthDate });
    expect(await kindsAt(thief.email)).toEqual([]);
    expect(await kindsAt(owner.email)).toContain('ACTIVATION_LINK');
  });
});

describe('registering first with somebody else’s contact', () => {
  it('gives nothing: the stranger’s draft ends when the owner proves the contact', async () => {
    const owner = newPerson();
    const stranger = { ...newPerson(), email: owner.email };
    const planted = await started(app, stranger);
    const plantedCode = await codeAt(owner.email);
    app.passTime(MINUTE_MS);
    await proven(app, owner);
    expect(said(await verify(planted, plantedCode))).toBe('RegistrationExpired');
  });

  it('gives nothing to an account that merely wrote the contact down: its activation there is refused', async () => {
    const [owner, stranger] = [newPerson(), newPerson()];
    const planted = await proven(app, stranger, 'WHATSAPP');
    await complete({ ...profileInput(stranger, planted), email: owner.email, password: 'Titipan-Lama-77' });
    const link = await activationToken(app, owner);
    app.passTime(MINUTE_MS);
    const known = await registered(app, {}, owner);
    expect(said(await app.ask(ACTIVATE, { input: { token: link } }))).toBe('ActivationRejected');
    expect(said(await logIn(owner.email, 'Titipan-Lama-77'))).toBe('LoginRejected');
    await app.ask(ACTIVATE, { input: { token: await activationToken(app, owner) } });
    expect(await loggedIn(app, known)).toBeTruthy();
  });

  it('shows nothing: a second contact that has an account looks like one that has none', async () => {
    const owner = await active(app);
    const told = async (email: string) => {
      const person = newPerson();
      const token = await proven(app, person, 'WHATSAPP');
      const done = outcome(
        await complete({ ...profileInput(person, token), email }),
        'RegistrationCompleted',
      );
      const waiting = outcome(await logIn(done.username, person.password), 'AccountNotActivated');
      return [done.activationSentTo, waiting.contacts].map((contacts: { channel: string }[]) =>
        contacts.map(({ channel }) => channel).sort(),
      );
    };
    expect(await told(owner.email)).toEqual(await told(newPerson().email));
    expect(await kindsAt(owner.email)).toContain('CONTACT_TAKEN');
  });
});

describe('an identity that has an account', () => {
  const again = async (holder: Person) => {
    const other = { ...newPerson(), nik: holder.nik, birthDate: holder.birthDate };
    return complete(profileInput(other, await proven(app, other)));
  };

  it('gets no second one; the holder is told on every proven contact', async () => {
    const holder = await active(app);
    const answer = await again(holder);
    expect(said(answer)).toBe('IdentityAlreadyRegistered');
    expect(JSON.stringify(answer)).not.toContain(holder.username);
    expect(await kindsAt(holder.email)).toContain('IDENTITY_REGISTERED_AGAIN');
  });

  it('is not spoken of before a contact is proven', async () => {
    const holder = await active(app);
    const other = { ...newPerson(), nik: holder.nik };
    expect(said(await start(await startInput(app, other)))).toBe('RegistrationStarted');
    expect(await kindsAt(holder.email)).not.toContain('IDENTITY_REGISTERED_AGAIN');
  });

  it('may stand behind any number of companies', async () => {
    const holder = await active(app);
    for (let company = 0; company < 2; company += 1) {
      const other = { ...newPerson(), nik: holder.nik };
      const token = await provenWith(await entityStart(app, other));
      expect(said(await complete(entityProfile(token, other)))).toBe('RegistrationCompleted');
    }
  });

  it.each([
    ['a company, known by its tax number', {}, () => newCompany()],
    [
      'a foreign entity, known by its registration at home',
      { actor: 'FOREIGN_ENTITY' },
      () => ({ kind: 'OTHER', name: 'Contoh BV', registrationNumber: 'KVK 9999', country: 'NLD' }),
    ],
  ])('may be %s', async (_, actor, described) => {
    const entity = described();
    expect(await second({ ...actor, entity }, { ...actor, entity })).toBe('IdentityAlreadyRegistered');
  });

  it('may be a company, known by the business number that stands on its invoices', async () => {
    const nib = '1507269999901';
    const first = { entity: { ...newCompany(), nib } };
    const other = { entity: { ...newCompany(), nib } };
    expect(await second(first, other)).toBe('IdentityAlreadyRegistered');
  });

  /** One account for the one description; what trying the other then ends in. The first holder has been told. */
  async function second(one: object, other: object): Promise<string> {
    const [holder, late] = [newPerson(), newPerson()];
    await complete(entityProfile(await provenWith(await entityStart(app, holder, one)), holder));
    await app.ask(ACTIVATE, { input: { token: await activationToken(app, holder) } });
    const answer = await complete(entityProfile(await provenWith(await entityStart(app, late, other)), late));
    expect(await kindsAt(holder.email)).toContain('IDENTITY_REGISTERED_AGAIN');
    return said(answer);
  }
});

describe('the password of a registration', () => {
  let person: Person;
  let token: string;
  beforeAll(async () => {
    person = newPerson();
    token = await proven(app, person);
  });
  const reasons = async (password: string) =>
    outcome(await complete({ ...profileInput(person, token), password }), 'PasswordRejected').reasons;

  it.each([
    ['too short', 'a1!', ['TOO_SHORT']],
    ['too long', `Aa1!${'x'.repeat(125)}`, ['TOO_LONG']],
    ['without a letter', '8642-97531!', ['NEEDS_LETTER']],
    ['without a digit', 'Tubruk-Pagi-Hari', ['NEEDS_DIGIT']],
    ['without a special character', 'TubrukPagi88', ['NEEDS_SPECIAL']],
    ['known to everybody', 'Password123!', ['COMMON']],
    ['made of the name', 'Sutinah-88!', ['CONTAINS_PERSONAL_DATA']],
    ['made of the product', 'oss-nib-2026!', ['CONTAINS_PERSONAL_DATA']],
    ['empty', '', ['TOO_SHORT', 'NEEDS_LETTER', 'NEEDS_DIGIT', 'NEEDS_SPECIAL']],
  ])('is refused when it is %s, with the reason', async (_, password, expected) => {
    expect(await reasons(password)).toEqual(expected);
  });

  it('is refused when it is made of one’s own number or address', async () => {
    const local = person.email.split('@')[0] ?? '';
    expect(await reasons(`${local}!`)).toEqual(['CONTAINS_PERSONAL_DATA']);
    expect(await reasons(`oss-${person.nik}`)).toEqual(['CONTAINS_PERSONAL_DATA']);
  });

  it('is taken as it is, emoji and spaces at its ends included', async () => {
    const password = ' Kopi 🌋 tubruk 88 ';
    const { username } = outcome(
      await complete({ ...profileInput(person, token), password }),
      'RegistrationCompleted',
    );
    expect([said(await logIn(username, password)), said(await logIn(username, password.trim()))]).toEqual([
      'AccountNotActivated',
      'LoginRejected',
    ]);
  });
});
