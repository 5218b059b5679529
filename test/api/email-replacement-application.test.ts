import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ReplacementRequest } from '../../server/src/features/email-replacement/replacement-request.entity.js';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { ACTIVATE, ACTIVATE_WITH_CODE } from '../kit/account-operations.js';
import { type Answer, type App, startApp } from '../kit/app.js';
import {
  activationToken,
  active,
  anotherCode,
  newPerson,
  outcome,
  type Registered,
  registered,
  said,
} from '../kit/people.js';
import {
  CONFIRM_OTHER_CHANNEL,
  REQUEST_REPLACEMENT,
  RESEND_NEW_EMAIL_CODE,
  SEND_OTHER_CHANNEL_CODE,
} from '../kit/replacement-operations.js';
import {
  type Asked,
  asked,
  askReplacement,
  confirmNewEmail,
  emailProven,
  freshEmail,
  replacementStatus,
  requestInput,
} from '../kit/replacements.js';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const field = ({ data }: Answer) => Object.values(data)[0] as Record<string, unknown>;
const faultsIn = ({ errors }: Answer) =>
  errors?.[0]?.extensions.fields?.map((one: { field: string }) => one.field);
const codeAt = async (to: string, kind = 'REPLACEMENT_EMAIL_CODE') => (await app.latest(to, kind)).code;
const resend = (ticketToken: string, more: object = {}) =>
  app.ask(RESEND_NEW_EMAIL_CODE, { input: { ticketToken, ...more } });
const sendOther = ({ ticketToken }: Asked) => app.ask(SEND_OTHER_CHANNEL_CODE, { input: { ticketToken } });
const confirmOther = ({ ticketToken }: Asked, code: string | null) =>
  app.ask(CONFIRM_OTHER_CHANNEL, { input: { ticketToken, code } });
const rowOf = ({ ticket }: Asked) => app.db.rows.findOneByOrFail(ReplacementRequest, { ticket });

/** Somebody with an email and a proven number. */
async function withPhone(): Promise<Registered> {
  const person = newPerson();
  const known = await registered(app, { whatsapp: person.phone }, person);
  const code = (await app.latest(known.e164, 'ACTIVATION_CODE')).code;
  outcome(
    await app.ask(ACTIVATE_WITH_CODE, { input: { identifier: known.username, code } }),
    'AccountActivated',
  );
  return known;
}

describe('asking to replace an email', () => {
  it('gives a number to quote, a token to go on with, and sends a code to the new address', async () => {
    const known = await active(app);
    const input = await requestInput(app, known, { newEmail: 'surat.baru@example.com' });
    const opened = outcome(await app.ask(REQUEST_REPLACEMENT, { input }), 'EmailReplacementRequested');
    expect(opened).toEqual({
      __typename: 'EmailReplacementRequested',
      ticket: expect.stringMatching(/^EML-2611-\d{5,}$/),
      ticketToken: expect.stringMatching(/^[\w-]{43}$/),
      codeSentTo: { channel: 'EMAIL', value: 's•••u@e•••.com' },
      codeExpiresAt: new Date(app.now().getTime() + 10 * MINUTE_MS).toISOString(),
      resendAvailableAt: new Date(app.now().getTime() + MINUTE_MS).toISOString(),
      requiredEvidence: ['ID_CARD', 'SELFIE_WITH_ID'],
    });
    expect(await codeAt('surat.baru@example.com')).toMatch(/^\d{6}$/);
  });

  it('answers alike for a NIK that has an account, one that has none, and one with a case already', async () => {
    const known = await active(app);
    await asked(app, known);
    const answers = [await askReplacement(app, known), await askReplacement(app, newPerson())];
    const shapes = answers.map((answer) => ({
      ...field(answer),
      ticket: '',
      ticketToken: '',
      codeSentTo: '',
    }));
    expect(shapes[0]).toEqual(shapes[1]);
  });

  it('finds the account once the asker has been answered', async () => {
    const known = await active(app);
    expect((await rowOf(await asked(app, known))).accountMatch).toBe('ONE');
    expect((await rowOf(await asked(app))).accountMatch).toBe('NONE');
  });

  it('does not find an account without its NIB, nor one that has none by an NIB', async () => {
    const known = await active(app);
    const row = await rowOf(await asked(app, known, { hasNib: true, nib: '9999900000017' }));
    expect(row.accountMatch).toBe('NONE');
  });

  it.each([
    ['an individual', {}, ['ID_CARD', 'SELFIE_WITH_ID']],
    ['an entity’s director', { position: 'Direktur' }, ['ID_CARD', 'DEED', 'REQUEST_LETTER']],
    [
      'a proxy of an individual',
      { requester: 'PROXY_CONSULTANT' },
      ['ID_CARD', 'SELFIE_WITH_ID', 'POWER_OF_ATTORNEY', 'PROXY_ID', 'OTHER'],
    ],
    [
      'a proxy of an entity',
      { requester: 'PROXY_NOTARY', position: 'Direktur' },
      ['ID_CARD', 'DEED', 'REQUEST_LETTER', 'POWER_OF_ATTORNEY', 'PROXY_ID', 'OTHER'],
    ],
  ])('asks %s for the documents of the case', async (_who, more, documents) => {
    expect((await asked(app, newPerson(), more)).requiredEvidence).toEqual(documents);
  });

  it.each([
    ['an NIB that was promised and is missing', { hasNib: true }, ['hasNib', 'nib']],
    ['an NIB that was denied', { nib: '9999900000017' }, ['hasNib', 'nib']],
    ['a malformed NIK', { nik: '123' }, ['nik']],
    ['a malformed address', { newEmail: 'tanpa-at' }, ['newEmail']],
    ['a reason of one letter', { reason: 'x' }, ['reason']],
    ['a name with a line break', { fullName: 'Budi\nContoh' }, ['fullName']],
  ])('refuses %s at its field', async (_what, more, fields) => {
    expect(faultsIn(await askReplacement(app, newPerson(), more))).toEqual(fields);
  });

  it.each(['', 'x', undefined])('asks for a captcha of its own: %j is none', async (captcha) => {
    expect(said(await askReplacement(app, newPerson(), { captcha }))).toBe('CaptchaRejected');
    const other = await app.captcha('LOGIN');
    expect(said(await askReplacement(app, newPerson(), { captcha: other }))).toBe('CaptchaRejected');
  });

  it('counts cases per NIK, known or not, and sends nothing beyond', async () => {
    for (const person of [await active(app), newPerson()]) {
      for (let times = 0; times < 3; times += 1) await asked(app, person);
      const newEmail = freshEmail();
      expect(said(await askReplacement(app, person, { newEmail }))).toBe('TooManyRequests');
      expect(await app.inbox(newEmail)).toEqual([]);
    }
  });

  it('counts cases per source', async () => {
    const small = await startApp({ CASE_BUDGET_IP: '2/24h' });
    const answers = [];
    for (let times = 0; times < 3; times += 1) answers.push(said(await askReplacement(small)));
    await small.stop();
    expect(answers).toEqual(['EmailReplacementRequested', 'EmailReplacementRequested', 'TooManyRequests']);
  });

  it('sends word instead of a code to an address that has an account; the asker sees no difference', async () => {
    const owner = await active(app);
    const opened = await asked(app, await active(app), { newEmail: owner.email });
    expect(await codeAt(owner.email, 'CONTACT_TAKEN')).toBeNull();
    expect((await app.inbox(owner.email)).map(({ kind }) => kind)).not.toContain('REPLACEMENT_EMAIL_CODE');
    expect(said(await confirmNewEmail(app, opened, '135790'))).toBe('CodeRejected');
  });

  it('keeps NIK, NIB and the name typed readable for nobody who reads the table', async () => {
    const person = newPerson();
    const row = await rowOf(
      await asked(app, person, { hasNib: true, nib: '9999900000025', identifier: 'sutinah99xyz' }),
    );
    const text = JSON.stringify(row);
    for (const value of [person.nik, '9999900000025', 'sutinah99xyz']) expect(text).not.toContain(value);
  });
});

describe('the code to the new email', () => {
  it('proves the address once, and the case says so', async () => {
    const opened = await asked(app);
    const answer = await confirmNewEmail(app, opened, await codeAt(opened.newEmail));
    expect(field(answer)).toMatchObject({
      ticket: opened.ticket,
      status: 'AWAITING_CONFIRMATION',
      newEmailConfirmed: true,
    });
  });

  it('counts wrong guesses before it looks: the sixth is refused although it is right', async () => {
    const opened = await asked(app);
    const code = await codeAt(opened.newEmail);
    const left = [];
    for (let guess = 0; guess < 5; guess += 1)
      left.push(field(await confirmNewEmail(app, opened, anotherCode(code))).attemptsLeft);
    expect(left).toEqual([4, 3, 2, 1, 0]);
    expect(said(await confirmNewEmail(app, opened, code))).toBe('CodeRejected');
  });

  it.each([
    [
      'works a second before its ten minutes are over',
      10 * MINUTE_MS - SECOND_MS,
      'EmailReplacementProgress',
    ],
    ['is too late after ten minutes', 10 * MINUTE_MS, 'CodeExpired'],
  ])('%s', async (_when, passed, answer) => {
    const opened = await asked(app);
    const code = await codeAt(opened.newEmail);
    app.passTime(passed);
    expect(said(await confirmNewEmail(app, opened, code))).toBe(answer);
  });

  it('is superseded by a resend, which waits out its pause', async () => {
    const opened = await asked(app);
    const first = await codeAt(opened.newEmail);
    expect(said(await resend(opened.ticketToken))).toBe('TooManyRequests');
    app.passTime(MINUTE_MS);
    expect(said(await resend(opened.ticketToken))).toBe('NewEmailCodeSent');
    const second = await codeAt(opened.newEmail);
    expect(said(await confirmNewEmail(app, opened, first))).toBe(
      first === second ? 'EmailReplacementProgress' : 'CodeRejected',
    );
    expect(said(await confirmNewEmail(app, opened, second))).toBe('EmailReplacementProgress');
  });

  it('goes to another address where the first was mistyped, and no longer opens for the first', async () => {
    const opened = await asked(app);
    const first = await codeAt(opened.newEmail);
    const newEmail = freshEmail();
    expect(said(await resend(opened.ticketToken, { newEmail }))).toBe('NewEmailCodeSent');
    const second = await codeAt(newEmail);
    expect(said(await confirmNewEmail(app, opened, first === second ? anotherCode(first) : first))).toBe(
      'CodeRejected',
    );
    expect(said(await confirmNewEmail(app, opened, second))).toBe('EmailReplacementProgress');
    expect((await rowOf(opened)).newEmail).toBe(newEmail);
  });

  it('is not sent again once the address is proven', async () => {
    const opened = await emailProven(app);
    app.passTime(MINUTE_MS);
    expect(said(await resend(opened.ticketToken, { newEmail: freshEmail() }))).toBe('TicketRejected');
  });

  it('answers alike for a token that never was and a case whose time is over', async () => {
    const opened = await asked(app);
    const code = await codeAt(opened.newEmail);
    app.passTime(7 * DAY_MS);
    const answers = [
      await confirmNewEmail(app, opened, code),
      await confirmNewEmail(app, { ...opened, ticketToken: 'x'.repeat(43) }, code),
    ];
    expect(answers.map(said)).toEqual(['TicketRejected', 'TicketRejected']);
    expect(answers[0]?.data).toEqual(answers[1]?.data);
  });
});

describe('a channel the account still has', () => {
  it('is shown masked to whoever proved the new email, and proves itself by a code', async () => {
    const known = await withPhone();
    const opened = await emailProven(app, known);
    const answer = await sendOther(opened);
    const mask = `${known.phone.slice(0, 4)}••••${known.phone.slice(-3)}`;
    expect(field(answer)).toMatchObject({
      otherChannel: { channel: 'WHATSAPP', value: mask },
      otherChannelConfirmed: false,
    });
    const code = await codeAt(known.e164, 'REPLACEMENT_CHANNEL_CODE');
    expect(field(await confirmOther(opened, code))).toMatchObject({ otherChannelConfirmed: true });
  });

  it('stays hidden, and gets nothing, while the new email is unproven', async () => {
    const known = await withPhone();
    const opened = await asked(app, known);
    expect(said(await sendOther(opened))).toBe('TicketRejected');
    expect(field(await replacementStatus(app, opened.ticket, known.nik))).toMatchObject({
      otherChannel: null,
    });
    expect((await app.inbox(known.e164)).map(({ kind }) => kind)).not.toContain('REPLACEMENT_CHANNEL_CODE');
  });

  it('is never the email called dead', async () => {
    const known = await active(app);
    const opened = await emailProven(app, known);
    expect(field(await sendOther(opened))).toMatchObject({ otherChannel: null });
    expect((await app.inbox(known.email)).map(({ kind }) => kind)).not.toContain('REPLACEMENT_CHANNEL_CODE');
  });

  it('does not show a number that was never proven', async () => {
    const person = newPerson();
    const known = await registered(app, { whatsapp: person.phone }, person);
    await app.ask(ACTIVATE, { input: { token: await activationToken(app, known) } });
    expect(field(await sendOther(await emailProven(app, known)))).toMatchObject({ otherChannel: null });
  });

  it('is asked for at the pace of any code, whether or not there is one', async () => {
    for (const opened of [await emailProven(app, await withPhone()), await emailProven(app)]) {
      expect([said(await sendOther(opened)), said(await sendOther(opened))]).toEqual([
        'EmailReplacementProgress',
        'TooManyRequests',
      ]);
    }
  });

  it('shows itself to no more cases than Lupa Akun allows look-ups of a NIK', async () => {
    const small = await startApp({ FORGOT_BUDGET_NIK: '1/24h' });
    const person = newPerson();
    const known = await registered(small, { whatsapp: person.phone }, person);
    const { code } = await small.latest(known.e164, 'ACTIVATION_CODE');
    await small.ask(ACTIVATE_WITH_CODE, { input: { identifier: known.username, code } });
    const shown = [];
    for (const opened of [await emailProven(small, known), await emailProven(small, known)]) {
      const answer = await small.ask(SEND_OTHER_CHANNEL_CODE, { input: { ticketToken: opened.ticketToken } });
      shown.push(field(answer).otherChannel !== null);
    }
    await small.stop();
    expect(shown).toEqual([true, false]);
  });
});

describe('following a case', () => {
  it('shows it to whoever has its number and the NIK, however the number is written', async () => {
    const person = newPerson();
    const opened = await asked(app, person);
    for (const written of [opened.ticket, opened.ticket.toLowerCase(), opened.ticket.replaceAll('-', ' ')]) {
      expect(field(await replacementStatus(app, written, person.nik))).toMatchObject({
        ticket: opened.ticket,
      });
    }
  });

  it('answers alike to another person’s number and to one that does not exist', async () => {
    const [mine, theirs] = [newPerson(), await asked(app, newPerson())];
    const answers = [
      await replacementStatus(app, theirs.ticket, mine.nik),
      await replacementStatus(app, 'EML-2611-9999999', mine.nik),
      await replacementStatus(app, 'bukan nomor', mine.nik),
    ];
    expect(answers.map(said)).toEqual(['TicketRejected', 'TicketRejected', 'TicketRejected']);
  });

  it('counts wrong tries of a number, and not the right ones', async () => {
    const person = newPerson();
    const opened = await asked(app, person);
    for (let look = 0; look < 7; look += 1)
      expect(said(await replacementStatus(app, opened.ticket, person.nik))).toBe('EmailReplacementProgress');
    for (let guess = 0; guess < 5; guess += 1)
      expect(said(await replacementStatus(app, opened.ticket, newPerson().nik))).toBe('TicketRejected');
    expect(said(await replacementStatus(app, opened.ticket, newPerson().nik))).toBe('TooManyRequests');
  });
});
