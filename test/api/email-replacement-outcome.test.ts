import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AccountCaution } from '../../server/src/account/account-caution.entity.js';
import { Identifier } from '../../server/src/account/identifier.entity.js';
import { ReplacementDecision } from '../../server/src/features/email-replacement/replacement-decision.entity.js';
import { ReplacementRequest } from '../../server/src/features/email-replacement/replacement-request.entity.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { newId } from '../../server/src/platform/ids.js';
import { OutboxMessage } from '../../server/src/platform/outbox/outbox-message.entity.js';
import { ACTIVATE, COMPLETE, LOGIN } from '../kit/account-operations.js';
import { type Answer, type App, startApp } from '../kit/app.js';
import {
  activationToken,
  active,
  loggedIn,
  newPerson,
  outcome,
  profileInput,
  proven,
  type Registered,
  registered,
  said,
} from '../kit/people.js';
import {
  CANCEL,
  CONFIRM_OTHER_CHANNEL,
  SEND_OTHER_CHANNEL_CODE,
  UNDO,
  WITHDRAW,
} from '../kit/replacement-operations.js';
import {
  type Asked,
  applied,
  approve,
  approved,
  caseOf,
  freshEmail,
  handedIn,
  linkToken,
  replacementStatus,
  submit,
} from '../kit/replacements.js';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const UNDO_CONTACT_CHANGE = /* GraphQL */ `
  mutation Back($input: UndoContactChangeInput!) { undoContactChange(input: $input) { __typename } }
`;
const field = ({ data }: Answer) => Object.values(data)[0] as Record<string, unknown>;
const cancel = (token: string) => app.ask(CANCEL, { input: { token } });
const undo = (token: string) => app.ask(UNDO, { input: { token } });
const logIn = (identifier: string, password: string) => app.ask(LOGIN, { input: { identifier, password } });
const kindsAt = async (to: string) => (await app.inbox(to)).map(({ kind }) => kind);
const stopToken = (known: Registered) => linkToken(app, known.email, 'REPLACEMENT_ASKED');
const undoToken = (known: Registered) => linkToken(app, known.email, 'REPLACEMENT_FORMER_EMAIL');
const cautionOf = async (to: Asked) =>
  app.db.rows.findOneBy(AccountCaution, { accountId: (await caseOf(app, to)).accountId ?? '' });
const eventsOf = async (to: Asked) =>
  (await app.db.rows.findBy(AuditEvent, { caseId: (await caseOf(app, to)).id })).map(({ event }) => event);

const ME = '{ me { email { value verifiedAt } whatsapp { value verifiedAt } } }';
const me = async (known: Registered, identifier: string = known.username) => {
  const { token } = outcome(await logIn(identifier, known.password), 'LoggedIn');
  return (await app.ask(ME, {}, token)).data.me;
};
const REQUEST_CHANGE = /* GraphQL */ `
  mutation Change($input: RequestContactChangeInput!) { requestContactChange(input: $input) { __typename ... on Problem { message } } }
`;
const CONFIRM_CHANGE = /* GraphQL */ `
  mutation Confirm($input: ConfirmContactChangeInput!) { confirmContactChange(input: $input) { __typename ... on Problem { message } } }
`;

/** Somebody logged in puts another contact in the place of what is there. */
async function changeContact(
  known: Registered,
  identifier: string,
  to: { channel: string; contact: string; at: string },
) {
  const { channel, contact, at } = to;
  const { token } = outcome(await logIn(identifier, known.password), 'LoggedIn');
  const asked = await app.ask(
    REQUEST_CHANGE,
    { input: { channel, contact, password: known.password } },
    token,
  );
  outcome(asked, 'ContactChangeRequested');
  const { code } = await app.latest(at, 'CONTACT_CHANGE_CODE');
  outcome(await app.ask(CONFIRM_CHANGE, { input: { channel, code } }, token), 'Account');
}

describe('the stop link', () => {
  it('ends the case, marks the account and tells both sides', async () => {
    const known = await active(app);
    const to = await handedIn(app, known);
    expect(field(await cancel(await stopToken(known)))).toEqual({
      __typename: 'EmailReplacementCancelled',
      ticket: to.ticket,
    });
    expect(await caseOf(app, to)).toMatchObject({ status: 'CANCELLED', endReason: 'STOPPED', openKey: null });
    expect((await cautionOf(to))?.contestedUntil).toEqual(new Date(app.now().getTime() + 90 * DAY_MS));
    expect(await kindsAt(known.email)).toContain('REPLACEMENT_STOPPED');
    expect(await kindsAt(to.newEmail)).toContain('REPLACEMENT_STOPPED_APPLICANT');
    expect(await eventsOf(to)).toContain('CASE_STOPPED');
  });

  it.each(['SUBMITTED', 'WAITING_PERIOD'])('works while the case is %s', async (status) => {
    const known = await active(app);
    const to = status === 'SUBMITTED' ? await handedIn(app, known) : await approved(app, known);
    expect((await caseOf(app, to)).status).toBe(status);
    expect(said(await cancel(await stopToken(known)))).toBe('EmailReplacementCancelled');
    app.passTime(25 * HOUR_MS);
    await app.work();
    expect((await me(known)).email.value).toBe(known.email);
  });

  it('answers alike when it was used, never was, or comes after the change', async () => {
    const [stopped, late] = [await active(app), await active(app)];
    await handedIn(app, stopped);
    const used = await stopToken(stopped);
    await cancel(used);
    await approved(app, late);
    const tooLate = await stopToken(late);
    app.passTime(24 * HOUR_MS);
    await app.work();
    const answers = [await cancel(used), await cancel('x'.repeat(43)), await cancel(tooLate)];
    expect(answers.map(said)).toEqual(['LinkRejected', 'LinkRejected', 'LinkRejected']);
  });

  it('is no undo link, and an undo link stops nothing', async () => {
    const known = await active(app);
    await handedIn(app, known);
    expect(said(await undo(await stopToken(known)))).toBe('LinkRejected');
    const other = await active(app);
    await applied(app, other);
    expect(said(await cancel(await undoToken(other)))).toBe('LinkRejected');
  });

  it('is an objection once the applicant was seen face to face', async () => {
    const known = await active(app);
    const to = await handedIn(app, known);
    const checked = { checkedInPersonAt: app.now(), checkedInPersonBy: newId(app.now()) };
    await app.db.transact((tx) => tx.update(ReplacementRequest, { ticket: to.ticket }, checked));
    expect(field(await cancel(await stopToken(known)))).toMatchObject({
      __typename: 'EmailReplacementObjected',
      ticket: to.ticket,
    });
    expect(await caseOf(app, to)).toMatchObject({ status: 'SUBMITTED', objections: 1 });
  });

  it('makes every case of the next ninety days one for a supervisor', async () => {
    const known = await active(app);
    await handedIn(app, known);
    await cancel(await stopToken(known));
    const again = await handedIn(app, known);
    const { tier, signals } = await caseOf(app, again);
    expect([tier, signals]).toEqual(['HIGH', expect.stringContaining('CONTESTED')]);
  });
});

describe('ending a case otherwise', () => {
  it('its applicant takes it back, and the old channels hear of it', async () => {
    const known = await active(app);
    const to = await handedIn(app, known);
    expect(said(await app.ask(WITHDRAW, { input: { ticketToken: to.ticketToken } }))).toBe(
      'EmailReplacementCancelled',
    );
    expect(await caseOf(app, to)).toMatchObject({ status: 'CANCELLED', endReason: 'WITHDRAWN' });
    expect(await cautionOf(to)).toBeNull();
    expect(await kindsAt(known.email)).toContain('REPLACEMENT_WITHDRAWN');
    expect(said(await submit(app, to))).toBe('TicketRejected');
  });

  it('the owner who is logged in stops every one about the account', async () => {
    const known = await active(app);
    const cases = [await handedIn(app, known), await handedIn(app, known)];
    const token = await loggedIn(app, known);
    const answer = await app.ask('mutation { stopEmailReplacements { tickets } }', {}, token);
    expect([...answer.data.stopEmailReplacements.tickets].sort()).toEqual(
      cases.map(({ ticket }) => ticket).sort(),
    );
    expect(
      (await app.ask('mutation { stopEmailReplacements { tickets } }')).errors?.[0].extensions.code,
    ).toBe('UNAUTHENTICATED');
  });

  it('"this was not me" from any notice stops it too', async () => {
    const known = await active(app);
    const to = await handedIn(app, known);
    await logIn(known.username, known.password);
    await app.ask(LOGIN, { input: { identifier: known.username, password: known.password } }, undefined, {
      'user-agent': 'another device',
    });
    const notice = (await app.inbox(known.email)).find(({ link }) => link?.includes('/bukan-saya'));
    const token = new URL(notice?.link ?? '').hash.slice(1);
    const REPORT = 'mutation R($input: ReportNotMeInput!) { reportNotMe(input: $input) { __typename } }';
    expect(said(await app.ask(REPORT, { input: { token } }))).toBe('AccountSecured');
    expect(await caseOf(app, to)).toMatchObject({ status: 'CANCELLED', endReason: 'NOT_ME' });
  });
});

describe('the end of the waiting period', () => {
  it('one hour before: the old email; one hour after: the new one, everywhere at once', async () => {
    const known = await active(app);
    const session = await loggedIn(app, known);
    const to = await approved(app, known);
    app.passTime(23 * HOUR_MS);
    await app.work();
    expect((await me(known)).email.value).toBe(known.email);
    app.passTime(2 * HOUR_MS);
    await app.work();
    expect((await app.ask(ME, {}, session)).data.me).toBeNull();
    expect((await me(known, to.newEmail)).email).toEqual({
      value: to.newEmail,
      verifiedAt: expect.any(String),
    });
    expect(said(await logIn(known.email, known.password))).toBe('LoginRejected');
    expect(field(await replacementStatus(app, to.ticket, known.nik))).toMatchObject({ status: 'APPLIED' });
    expect(await eventsOf(to)).toContain('CASE_APPLIED');
  });

  it('tells the new email and the old one, which gets a way back', async () => {
    const known = await active(app);
    const to = await applied(app, known);
    expect(await kindsAt(to.newEmail)).toContain('REPLACEMENT_APPLIED');
    const { link, text } = await app.latest(known.email, 'REPLACEMENT_FORMER_EMAIL');
    expect(link).toMatch(/^https:\/\/akun\.example\.com\/pulihkan-email#[\w-]{43}$/);
    expect(text).not.toContain(to.newEmail);
  });

  it('keeps the old email for its owner, and readable only under the case’s seal', async () => {
    const known = await active(app);
    const to = await applied(app, known);
    const row = await caseOf(app, to);
    expect(row.formerEmailSealed).not.toContain(known.email);
    const thief = await active(app);
    const token = await loggedIn(app, thief);
    const input = { channel: 'EMAIL', contact: known.email, password: thief.password };
    await app.ask(REQUEST_CHANGE, { input }, token);
    expect((await app.inbox(known.email)).map(({ kind }) => kind)).not.toContain('CONTACT_CHANGE_CODE');
  });

  it('waits for a day after the last notice to an old channel, and for that notice as long as its provider is away', async () => {
    const known = await active(app);
    const to = await handedIn(app, known);
    const { accountId } = await caseOf(app, to);
    const notice = { accountId: accountId ?? '', kind: 'REPLACEMENT_ASKED' };
    // As a provider that is away leaves it: to be tried again in 25 hours.
    const away = { status: 'RETRYING' as const, dueAt: new Date(app.now().getTime() + 25 * HOUR_MS) };
    await app.db.transact((tx) => tx.update(OutboxMessage, notice, away));
    await approve(app, to, 24);
    app.passTime(24 * HOUR_MS);
    await app.work();
    expect((await caseOf(app, to)).status).toBe('WAITING_PERIOD');
    app.passTime(HOUR_MS);
    await app.work(); // now it was taken
    app.passTime(MINUTE_MS);
    await app.work();
    app.passTime(24 * HOUR_MS - 2 * MINUTE_MS);
    await app.work();
    expect((await caseOf(app, to)).status).toBe('WAITING_PERIOD');
    app.passTime(MINUTE_MS);
    await app.work();
    expect((await caseOf(app, to)).status).toBe('APPLIED');
  });

  it('does not wait when an old channel confirmed and nothing else is wrong', async () => {
    const known = await withBoth();
    const to = await handedIn(app, known);
    expect((await caseOf(app, to)).signals).toContain('CHANNEL_NOT_CONFIRMED');
    await app.ask(SEND_OTHER_CHANNEL_CODE, { input: { ticketToken: to.ticketToken } });
    const { code } = await app.latest(known.e164, 'REPLACEMENT_CHANNEL_CODE');
    outcome(
      await app.ask(CONFIRM_OTHER_CHANNEL, { input: { ticketToken: to.ticketToken, code } }),
      'EmailReplacementProgress',
    );
    expect((await caseOf(app, to)).signals).not.toContain('CHANNEL_NOT_CONFIRMED');
    await app.db.transact((tx) =>
      tx.update(ReplacementRequest, { ticket: to.ticket }, { tier: 'MEDIUM' as never }),
    );
    await app.work();
    await approve(app, to, 0);
    app.passTime(10 * SECOND_MS);
    await app.work();
    expect((await caseOf(app, to)).status).toBe('APPLIED');
  });

  it.each([
    ['the password was changed', changePassword],
    ['the phone was changed', changePhone],
  ])('goes back to be compared again when %s meanwhile', async (_what, change) => {
    const known = await active(app);
    const to = await approved(app, known);
    await change(known);
    app.passTime(24 * HOUR_MS);
    await app.work();
    const row = await caseOf(app, to);
    expect(row).toMatchObject({ status: 'SUBMITTED', tier: 'HIGH', effectiveAt: null });
    expect(row.signals).toContain('COMPARE_AGAIN');
    expect(await eventsOf(to)).toContain('CASE_COMPARE_AGAIN');
  });

  it('goes back when the new address was taken by somebody else meanwhile, and voids the decisions', async () => {
    const known = await active(app);
    const newEmail = freshEmail();
    const to = await approved(app, known, { newEmail });
    const { id, tier, version } = await caseOf(app, to);
    const decision = { agentId: newId(app.now()), sessionId: newId(app.now()), officeId: newId(app.now()) };
    const account = await app.db.rows.findOneByOrFail(ReplacementRequest, { id });
    await app.db.transact((tx) =>
      tx.insert(ReplacementDecision, {
        ...decision,
        id: newId(app.now()),
        requestId: id,
        verdict: 'APPROVE' as never,
        tier,
        requestVersion: version,
        accountVersion: account.accountVersion,
        statusBefore: 'IN_REVIEW',
        at: app.now(),
      }),
    );
    await active(app, {}, { ...newPerson(), email: newEmail });
    app.passTime(24 * HOUR_MS);
    await app.work();
    expect((await caseOf(app, to)).status).toBe('SUBMITTED');
    const [voided] = await app.db.rows.findBy(ReplacementDecision, { requestId: id });
    expect(voided?.voidReason).toBe('ADDRESS_TAKEN');
    expect((await me(known)).email.value).toBe(known.email);
  });

  it('takes the new address from accounts that merely wrote it down', async () => {
    const known = await active(app);
    const newEmail = freshEmail();
    const to = await approved(app, known, { newEmail });
    const other = newPerson();
    const token = await proven(app, other, 'WHATSAPP');
    outcome(
      await app.ask(COMPLETE, { input: { ...profileInput(other, token), email: newEmail } }),
      'RegistrationCompleted',
    );
    app.passTime(24 * HOUR_MS);
    await app.work();
    expect((await caseOf(app, to)).status).toBe('APPLIED');
    const claims = await app.db.rows.findBy(Identifier, { contactKey: newEmail });
    expect(claims.map(({ accountId }) => accountId)).toEqual([(await caseOf(app, to)).accountId]);
  });
});

describe('the undo link', () => {
  it('puts the old email back, throws everybody out and holds recovery for a day', async () => {
    const known = await active(app);
    const to = await applied(app, known);
    const session = outcome(await logIn(to.newEmail, known.password), 'LoggedIn').token;
    expect(field(await undo(await undoToken(known)))).toEqual({
      __typename: 'EmailReplacementUndone',
      ticket: to.ticket,
    });
    expect((await app.ask(ME, {}, session)).data.me).toBeNull();
    expect((await me(known, known.email)).email.value).toBe(known.email);
    expect(said(await logIn(to.newEmail, known.password))).toBe('LoginRejected');
    const caution = await cautionOf(to);
    expect(caution).toMatchObject({
      recoveryHeldUntil: new Date(app.now().getTime() + 24 * HOUR_MS),
      contestedUntil: new Date(app.now().getTime() + 90 * DAY_MS),
    });
    expect((await caseOf(app, to)).status).toBe('UNDONE');
    expect([await kindsAt(known.email), await kindsAt(to.newEmail)]).toEqual([
      expect.arrayContaining(['REPLACEMENT_UNDONE']),
      expect.arrayContaining(['REPLACEMENT_UNDONE']),
    ]);
  });

  it('leaves a thief nothing: the number that was put there goes, the one that was there comes back, the password is nobody’s', async () => {
    const known = await withBoth();
    const to = await applied(app, known);
    const [theirs, next] = [newPerson(), freshEmail()];
    await changeContact(known, to.newEmail, { channel: 'WHATSAPP', contact: theirs.phone, at: theirs.e164 });
    await changeContact(known, to.newEmail, { channel: 'EMAIL', contact: next, at: next });
    expect(said(await undo(await undoToken(known)))).toBe('EmailReplacementUndone');
    expect(said(await logIn(known.email, known.password))).toBe('LoginRejected');
    const contacts: { kind: string; value: string }[] = await app.db.rows.query(
      `SELECT kind, value FROM identifiers WHERE replaced_at IS NULL AND account_id = ? AND kind <> 'USERNAME'`,
      [(await caseOf(app, to)).accountId],
    );
    expect(contacts.map(({ value }) => value).sort()).toEqual([known.e164, known.email].sort());
  });

  it.each([
    ['works a second before its seven days are over', 7 * DAY_MS - SECOND_MS, 'EmailReplacementUndone'],
    ['is too late after seven days', 7 * DAY_MS, 'LinkExpired'],
  ])('%s', async (_when, passed, answer) => {
    const known = await active(app);
    await applied(app, known);
    const token = await undoToken(known);
    app.passTime(passed);
    expect(said(await undo(token))).toBe(answer);
  });

  it('gives nothing to whom the account was taken back from, who had it replaced once more meanwhile', async () => {
    const known = await active(app);
    const first = await applied(app, known);
    await applied(app, known); // by whoever has it now
    const theirs = await linkToken(app, first.newEmail, 'REPLACEMENT_FORMER_EMAIL');
    expect(said(await undo(await undoToken(known)))).toBe('EmailReplacementUndone');
    expect(said(await undo(theirs))).toBe('LinkRejected');
    expect(await app.house.identifiers.ownerOf(known.email)).toBe((await caseOf(app, first)).accountId);
  });

  it('gives nothing either where the owner came back by the link of a changed contact', async () => {
    const known = await active(app);
    const theirs = freshEmail();
    app.passTime(MINUTE_MS);
    await changeContact(known, known.email, { channel: 'EMAIL', contact: theirs, at: theirs });
    const to = await applied(app, known);
    const token = await linkToken(app, theirs, 'REPLACEMENT_FORMER_EMAIL');
    const back = await linkToken(app, known.email, 'CONTACT_REPLACED');
    expect(said(await app.ask(UNDO_CONTACT_CHANGE, { input: { token: back } }))).toBe('ContactChangeUndone');
    expect(said(await undo(token))).toBe('LinkRejected');
    expect(await app.house.identifiers.ownerOf(known.email)).toBe((await caseOf(app, to)).accountId);
  });

  it('is spent once', async () => {
    const known = await active(app);
    await applied(app, known);
    const token = await undoToken(known);
    const answers = await Promise.all(Array.from({ length: 8 }, () => undo(token)));
    expect(answers.map(said).filter((one) => one === 'EmailReplacementUndone')).toHaveLength(1);
    expect(said(await undo(token))).toBe('LinkRejected');
  });
});

async function withBoth(): Promise<Registered> {
  const person = newPerson();
  const known = await registered(app, { whatsapp: person.phone }, person);
  await app.ask(ACTIVATE, { input: { token: await activationToken(app, known) } });
  await app.db.transact((tx) =>
    tx.query('UPDATE identifiers SET identifier_key = contact_key, verified_at = ? WHERE contact_key = ?', [
      app.now(),
      known.e164,
    ]),
  );
  return known;
}

async function changePhone(known: Registered): Promise<void> {
  const { phone, e164 } = newPerson();
  await changeContact(known, known.username, { channel: 'WHATSAPP', contact: phone, at: e164 });
}

async function changePassword(known: Registered): Promise<void> {
  const token = await loggedIn(app, known);
  const CHANGE = 'mutation C($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }';
  const input = { currentPassword: known.password, newPassword: 'Sepeda-Onthel-77-sore' };
  outcome(await app.ask(CHANGE, { input }, token), 'PasswordChanged');
}
