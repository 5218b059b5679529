import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { Account } from '../../server/src/account/account.entity.js';
import { Identifier } from '../../server/src/account/identifier.entity.js';
import { OneTimeSecret } from '../../server/src/account/one-time-secret.entity.js';
import { HOUR_MS, MINUTE_MS } from '../../server/src/platform/clock.js';
import { ACTIVATE, LOGIN, VERIFY } from '../kit/account-operations.js';
import { type AtDesk, atDesk } from '../kit/agents.js';
import { type App, anotherProcess, startApp } from '../kit/app.js';
import { MARK_SEEN, REQUEST } from '../kit/case-operations.js';
import { caseRow, decide, decided, decision, filedCase, inHand } from '../kit/cases.js';
import { accountIdOf, REVEAL } from '../kit/desk.js';
import {
  activationToken,
  active,
  anotherCode,
  loggedIn,
  newPerson,
  outcome,
  type Registered,
  registered,
  said,
} from '../kit/people.js';
import {
  askReset,
  changeContact,
  changePassword,
  REPORT,
  RESET,
  reachable,
  reset,
  resetToken,
  tokenAt,
} from '../kit/recovery.js';
import {
  CANCEL,
  CONFIRM_OTHER_CHANNEL,
  CREATE_UPLOAD,
  RESEND_NEW_EMAIL_CODE,
  SEND_OTHER_CHANNEL_CODE,
  SUBMIT,
  UNDO,
  WITHDRAW,
} from '../kit/replacement-operations.js';
import {
  applied,
  asked,
  caseOf,
  confirmNewEmail,
  emailProven,
  handedIn,
  linkToken,
  submit,
} from '../kit/replacements.js';

/** Somebody who knows everything about the owner that is written on cards and letters, and wants the account. */
let app: App;
let other: App;
let owner: Registered;
let before: { account: Account; contacts: string[] };
beforeAll(async () => {
  app = await startApp({
    CASE_BUDGET_ACCOUNT: '1000/30d',
    SESSION_AGENT_IDLE_MIN: '30',
    CLAIM_PER_AGENT: '10',
  });
  other = await anotherProcess(app);
});
afterAll(async () => {
  if (other !== app) await other.stop();
  await app.stop();
});
beforeEach(async () => {
  owner = await reachable(app);
  before = await seen();
});

async function seen() {
  const id = await accountIdOf(app, owner.username);
  const account = await app.db.rows.findOneByOrFail(Account, { id });
  const all = await app.db.rows.findBy(Identifier, { accountId: id });
  return { account, contacts: all.map(({ kind, value }) => `${kind} ${value}`).sort() };
}

/** Password, contacts and credentials are the owner's, and nobody else is in. */
async function expectUntouched(): Promise<void> {
  const now = await seen();
  const { passwordHash, credentialVersion, status } = before.account;
  expect(now.account).toMatchObject({ passwordHash, credentialVersion, status });
  expect(now.contacts).toEqual(before.contacts);
  const input = { identifier: owner.username, password: owner.password };
  expect(said(await app.ask(LOGIN, { input }))).toBe('LoggedIn');
}

const UNDO_CONTACT =
  'mutation($input: UndoContactChangeInput!) { undoContactChange(input: $input) { __typename } }';
const ME = '{ me { id } }';

/** Every door that takes a secret in one piece, and what it says to the right one. */
const DOORS: Readonly<Record<string, (token: string) => Promise<string>>> = {
  activate: async (token) => said(await app.ask(ACTIVATE, { input: { token } })),
  reset: async (token) => said(await reset(app, token, 'Kopi-Curian-77-gelap')),
  stop: async (token) => said(await app.ask(CANCEL, { input: { token } })),
  undo: async (token) => said(await app.ask(UNDO, { input: { token } })),
  report: async (token) => said(await app.ask(REPORT, { input: { token } })),
  contact: async (token) => said(await app.ask(UNDO_CONTACT, { input: { token } })),
  ticket: async (token) => said(await app.ask(SUBMIT, { input: { ticketToken: token } })),
  withdraw: async (token) => said(await app.ask(WITHDRAW, { input: { ticketToken: token } })),
  draft: async (token) =>
    said(await app.ask(VERIFY, { input: { registrationToken: token, code: '123456' } })),
  session: async (token) => ((await app.ask(ME, {}, token)).data?.me ? 'IN' : 'OUT'),
};
const REFUSALS = new Set([
  ...['ActivationRejected', 'ResetLinkRejected', 'LinkRejected', 'TicketRejected', 'RegistrationExpired'],
  'OUT',
]);

describe('a secret of one kind', () => {
  /** One of each kind, each good at its own door. */
  async function bunch(): Promise<Record<string, { token: string; opens: readonly string[] }>> {
    const waiting = await registered(app);
    const withReset = await active(app);
    const withCase = await active(app);
    const replaced = await active(app);
    const changed = await active(app);
    const ticket = await handedIn(app, withCase);
    await applied(app, replaced);
    await changeContact(app, changed, 'EMAIL', newPerson());
    return {
      activation: { token: await activationToken(app, waiting), opens: ['activate'] },
      reset: { token: await resetToken(app, withReset), opens: ['reset'] },
      stop: { token: await linkToken(app, withCase.email, 'REPLACEMENT_ASKED'), opens: ['stop'] },
      ticket: { token: ticket.ticketToken, opens: ['ticket', 'withdraw'] },
      undo: { token: await linkToken(app, replaced.email, 'REPLACEMENT_FORMER_EMAIL'), opens: ['undo'] },
      contact: { token: await tokenAt(app, changed.email, 'CONTACT_REPLACED'), opens: ['contact'] },
      report: { token: await tokenAt(app, withReset.email, 'ACCOUNT_ACTIVATED'), opens: ['report'] },
      session: { token: await loggedIn(app, owner), opens: ['session'] },
    };
  }

  it('opens its own door and no other, and none of the tries spends it', async () => {
    const keys = await bunch();
    const wrong: string[] = [];
    for (const [kind, { token, opens }] of Object.entries(keys))
      for (const [door, knock] of Object.entries(DOORS)) {
        if (opens.includes(door)) continue;
        const answer = await knock(token);
        if (!REFUSALS.has(answer)) wrong.push(`${kind} at ${door}: ${answer}`);
      }
    expect(wrong).toEqual([]);
    const last = { activation: 'activate', undo: 'undo', contact: 'contact', stop: 'stop' } as const;
    for (const [kind, door] of Object.entries(last)) {
      const answer = await DOORS[door]?.(keys[kind]?.token ?? '');
      expect([kind, REFUSALS.has(answer ?? '')]).toEqual([kind, false]);
    }
    await expectUntouched();
  });

  it('cut short, lengthened, or with one letter changed opens nothing', async () => {
    const keys = await bunch();
    for (const { token, opens } of Object.values(keys))
      for (const forged of [
        token.slice(0, -1),
        `${token}A`,
        `${token.slice(0, -1)}${token.endsWith('x') ? 'y' : 'x'}`,
      ]) {
        const answer = await DOORS[opens[0] ?? '']?.(forged);
        expect(REFUSALS.has(answer ?? '')).toBe(true);
      }
  });
});

describe('a request about somebody else’s account', () => {
  it('shows nothing of it and goes nowhere while the new email is unproven', async () => {
    const to = await asked(app, owner);
    const { ticketToken } = to;
    for (const [query, input] of [
      [SEND_OTHER_CHANNEL_CODE, { ticketToken }],
      [WITHDRAW, { ticketToken }],
    ] as const)
      expect(said(await app.ask(query, { input }))).toBe('TicketRejected');
    expect(said(await submit(app, to))).toBe('NotReadyToSubmit');
    const guess = { ticketToken, code: '123456' };
    expect(said(await app.ask(CONFIRM_OTHER_CHANNEL, { input: guess }))).toBe('CodeRejected');
    expect((await app.inbox(owner.e164)).map(({ kind }) => kind)).not.toContain('REPLACEMENT_CHANNEL_CODE');
    await expectUntouched();
  });

  it('is not proven by the code of another request, nor by one to an address left behind', async () => {
    const [mine, theirs] = [await asked(app), await asked(app, owner)];
    const { code } = await app.latest(mine.newEmail, 'REPLACEMENT_EMAIL_CODE');
    expect(said(await confirmNewEmail(app, theirs, code))).toBe('CodeRejected');
    const { code: former } = await app.latest(theirs.newEmail, 'REPLACEMENT_EMAIL_CODE');
    app.passTime(MINUTE_MS);
    const moved = { ticketToken: theirs.ticketToken, newEmail: 'ditinggal@example.com' };
    outcome(await app.ask(RESEND_NEW_EMAIL_CODE, { input: moved }), 'NewEmailCodeSent');
    expect(said(await confirmNewEmail(app, theirs, former))).toBe('CodeRejected');
  });

  it('takes neither another address nor another document once the desk has it', async () => {
    const to = await handedIn(app, owner);
    const { ticketToken } = to;
    const moved = { ticketToken, newEmail: 'lain@example.com' };
    const document = { ticketToken, kind: 'ID_CARD', contentType: 'image/jpeg', size: 1000 };
    expect(said(await app.ask(RESEND_NEW_EMAIL_CODE, { input: moved }))).toBe('TicketRejected');
    expect(said(await app.ask(CREATE_UPLOAD, { input: document }))).toBe('TicketRejected');
    const rina = await atDesk(app, 'AGENT', '31');
    const { id } = await caseOf(app, to);
    await decided(app, rina, { ...to, id, person: owner }, 'APPROVE');
    expect(said(await app.ask(CREATE_UPLOAD, { input: document }))).toBe('TicketRejected');
    await expectUntouched();
  });

  it('meets one budget of guesses at the owner’s number, however many requests it is spread over', async () => {
    const requests = [
      await emailProven(app, owner),
      await emailProven(app, owner),
      await emailProven(app, owner),
    ];
    let compared = 0;
    for (const { ticketToken } of requests) {
      outcome(await app.ask(SEND_OTHER_CHANNEL_CODE, { input: { ticketToken } }), 'EmailReplacementProgress');
      const { code } = await app.latest(owner.e164, 'REPLACEMENT_CHANNEL_CODE');
      for (let guess = 0; guess < 5; guess += 1) {
        const input = { ticketToken, code: anotherCode(code) };
        const process = guess % 2 ? app : other;
        if (said(await process.ask(CONFIRM_OTHER_CHANNEL, { input })) === 'CodeRejected') compared += 1;
      }
      app.passTime(2 * MINUTE_MS);
    }
    expect(compared).toBe(10); // CODE_TRIES_BUDGET an hour, of fifteen
    await expectUntouched();
  });

  it('never reaches the owner’s account by two of them racing for it', async () => {
    const [one, two] = [await handedIn(app, owner), await handedIn(app, owner)];
    const rina = await atDesk(app, 'AGENT', '31');
    const open = await app.db.rows.query<{ ticket: string }[]>(
      'SELECT ticket FROM replacement_requests WHERE open_key = ?',
      [before.account.id],
    );
    expect(open).toHaveLength(1);
    const second = open[0]?.ticket === one.ticket ? two : one;
    const shown = (await rina.ask(REQUEST, { ticket: second.ticket })).data.replacementRequest;
    expect(shown.signals.map(({ code }: { code: string }) => code)).toContain('OTHER_CASE_OPEN');
    expect(shown.tier).toBe('HIGH');
    await expectUntouched();
  });
});

describe('what the owner used once', () => {
  it('is worth nothing to whoever recorded it', async () => {
    const link = await resetToken(app, owner);
    outcome(await reset(app, link), 'PasswordReset');
    const stop = await handedIn(app, owner).then(() => linkToken(app, owner.email, 'REPLACEMENT_ASKED'));
    expect(await DOORS.stop?.(stop)).toBe('EmailReplacementCancelled');
    for (const process of [app, other]) {
      expect(
        said(await process.ask(RESET, { input: { token: link, newPassword: 'Kopi-Curian-77-gelap' } })),
      ).toBe('ResetLinkRejected');
      expect(said(await process.ask(CANCEL, { input: { token: stop } }))).toBe('LinkRejected');
    }
  });

  it('is over with the password: sessions and every open link, on every process', async () => {
    const [session, link] = [await loggedIn(app, owner), await resetToken(app, owner)];
    await changePassword(app, owner, 'Sepeda-Onthel-77-sore');
    for (const process of [app, other]) expect((await process.ask(ME, {}, session)).data.me).toBeNull();
    expect(await DOORS.reset?.(link)).toBe('ResetLinkRejected');
  });
});

/** Each ends what a thief may hold; `at` is where the owner logs in afterwards. */
const RESCUES: [string, (known: Registered) => Promise<void>][] = [
  [
    'a reset',
    async (known) =>
      void outcome(await reset(app, await resetToken(app, known, 'WHATSAPP')), 'PasswordReset'),
  ],
  ['a replacement', async (known) => void (await applied(app, known))],
  [
    'an undo',
    async (known) => {
      await applied(app, known);
      const token = await linkToken(app, known.email, 'REPLACEMENT_FORMER_EMAIL');
      outcome(await app.ask(UNDO, { input: { token } }), 'EmailReplacementUndone');
    },
  ],
];

describe.each(RESCUES)('after %s', (_, rescue) => {
  it('every session and every secret of before is dead, but for the owner’s own ways back', async () => {
    const sessions = [await loggedIn(app, owner), await loggedIn(other, owner)];
    const change = { channel: 'EMAIL', contact: newPerson().email, password: owner.password };
    const ASK_CHANGE =
      'mutation($input: RequestContactChangeInput!) { requestContactChange(input: $input) { __typename } }';
    outcome(await app.ask(ASK_CHANGE, { input: change }, sessions[0]), 'ContactChangeRequested');
    outcome(await askReset(app, owner.username), 'PasswordResetRequested');
    await app.work();
    const { id } = before.account;
    const open = () => app.db.rows.findBy(OneTimeSecret, { subjectId: id, status: 'ISSUED' });
    const held = new Set((await open()).map((secret) => secret.id));
    expect(held.size).toBeGreaterThan(2);

    app.passTime(2 * MINUTE_MS);
    await rescue(owner);
    for (const process of [app, other])
      for (const session of sessions) expect((await process.ask(ME, {}, session)).data.me).toBeNull();
    const left = (await open()).filter((secret) => held.has(secret.id));
    expect([...new Set(left.map(({ purpose }) => purpose))]).toEqual(['NOT_ME']);
    const password = 'Kopi-Curian-77-gelap';
    const stale = await tokenAt(app, owner.email, 'PASSWORD_RESET_LINK');
    expect(said(await app.ask(RESET, { input: { token: stale, newPassword: password } }))).toBe(
      'ResetLinkRejected',
    );
  });
});

describe('somebody bribed at a desk', () => {
  let rina: AtDesk;
  beforeEach(async () => {
    rina = await atDesk(app, 'AGENT', '31');
  });
  const risky = () => filedCase(app, { person: owner, seat: '31', clean: false });

  it('approves alone nothing that is risky, whatever checklist or version is sent', async () => {
    const filed = await risky();
    await decided(app, rina, filed, 'APPROVE');
    for (const version of [1, 2, 3, 4, 5])
      expect(said(await decide(rina, decision(filed, version, 'APPROVE')))).not.toBe('DecisionRecorded');
    app.passTime(HOUR_MS);
    await app.work();
    expect(await caseRow(app, filed)).toMatchObject({
      status: 'AWAITING_SECOND_DECISION',
      effectiveAt: null,
    });
    await expectUntouched();
  });

  it('sees and opens nothing of another office: case, documents, account', async () => {
    const filed = await risky();
    const far = await atDesk(app, 'SUPERVISOR', '32.73');
    const files = await app.db.rows.query<{ id: string }[]>(
      'SELECT id FROM evidence_files WHERE request_id = ?',
      [filed.id],
    );
    expect((await far.ask(REQUEST, { ticket: filed.ticket })).data.replacementRequest).toBeNull();
    for (const { id } of files) expect((await far.ask(MARK_SEEN, { id })).data.markEvidenceSeen).toBe(false);
    const { version } = await caseRow(app, filed);
    expect(said(await decide(far, decision(filed, version, 'APPROVE')))).toBe('NotFound');
    const peek = {
      accountId: before.account.id,
      group: 'CONTACT',
      reason: 'Ingin tahu nomor telepon pemilik.',
    };
    expect(said(await far.ask(REVEAL, { input: peek }))).toBe('NotFound');
    await expectUntouched();
  });

  it('cannot lend the own session or document address to anybody else', async () => {
    const filed = await risky();
    await inHand(app, rina, filed);
    const { evidence } = (await rina.ask(REQUEST, { ticket: filed.ticket })).data.replacementRequest;
    const friend = await atDesk(app, 'AGENT', '31');
    const cookie = `__Host-konsol=${friend.browser.cookie}`;
    for (const { url } of evidence) {
      expect((await app.http.inject({ url, headers: { cookie } })).statusCode).toBe(404);
      expect((await app.http.inject({ url })).statusCode).toBe(404);
    }
  });
});
