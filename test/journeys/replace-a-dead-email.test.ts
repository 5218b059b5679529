import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { LOGIN } from '../kit/account-operations.js';
import { type AtDesk, atDesk } from '../kit/agents.js';
import { type App, startApp } from '../kit/app.js';
import { CLAIM_NEXT, DECIDE, MARK_SEEN, REQUEST } from '../kit/case-operations.js';
import { ALL_TICKED } from '../kit/cases.js';
import { picture } from '../kit/documents.js';
import { active, outcome, type Registered, said } from '../kit/people.js';
import { askReset, reachable, reset, tokenAt } from '../kit/recovery.js';
import { CANCEL, UNDO } from '../kit/replacement-operations.js';
import {
  type Asked,
  asked,
  confirmNewEmail,
  linkToken,
  replacementStatus,
  submit,
  uploaded,
} from '../kit/replacements.js';

let app: App;
let rina: AtDesk;
let made: AtDesk;
beforeAll(async () => {
  app = await startApp({ SESSION_AGENT_IDLE_MIN: '30' });
  rina = await atDesk(app, 'AGENT', '31');
  made = await atDesk(app, 'SUPERVISOR', '31');
});
afterAll(() => app.stop());

const kindsAt = async (to: string) => (await app.inbox(to)).map(({ kind }) => kind);
const logIn = async (identifier: string, password: string) =>
  said(await app.ask(LOGIN, { input: { identifier, password } }));
const follow = async (to: Asked, { nik }: Registered) =>
  outcome(await replacementStatus(app, to.ticket, nik), 'EmailReplacementProgress');

/** The applicant's side: asks, proves the new email, adds two pictures, hands in. */
async function apply(person: Registered): Promise<Asked> {
  const to = await asked(app, person);
  const { code } = await app.latest(to.newEmail, 'REPLACEMENT_EMAIL_CODE');
  outcome(await confirmNewEmail(app, to, code), 'EmailReplacementProgress');
  const content = await picture('jpeg', 200, 120);
  for (const kind of to.requiredEvidence)
    expect((await uploaded(app, to, { kind, contentType: 'image/jpeg', content })).status).toBe(201);
  const { status, missingEvidence } = outcome(await submit(app, to), 'EmailReplacementProgress');
  expect([status, missingEvidence]).toEqual(['SUBMITTED', []]);
  await app.work(); // the registry is asked, the old channels are told
  return to;
}

/** An agent's side: takes what waits, compares, opens every document, decides. */
async function approve(agent: AtDesk, view: 'READY' | 'AWAITING_SECOND', to: Asked, key: string) {
  const { request } = outcome(await agent.ask(CLAIM_NEXT, { view }), 'RequestClaimed');
  expect(request.ticket).toBe(to.ticket);
  const shown = (await agent.ask(REQUEST, { ticket: to.ticket })).data.replacementRequest;
  expect(shown.comparison.find(({ field }: { field: string }) => field === 'nik').verdict).toBe('SAME');
  for (const { id, url } of shown.evidence) {
    const cookie = `__Host-konsol=${agent.browser.cookie}`;
    expect((await app.http.inject({ url, headers: { cookie } })).statusCode).toBe(200);
    expect((await agent.ask(MARK_SEEN, { id })).data.markEvidenceSeen).toBe(true);
  }
  const input = { ticket: to.ticket, version: request.version, verdict: 'APPROVE', checklist: ALL_TICKED };
  const answer = await agent.ask(DECIDE, { input: { ...input, idempotencyKey: key } });
  return outcome(answer, 'DecisionRecorded').request;
}

/** Everything up to the change: two people agreed, the warnings are out, a day went by. */
async function replaced(person: Registered, channels = [person.email]): Promise<Asked> {
  const to = await apply(person);
  for (const channel of channels) expect(await kindsAt(channel)).toContain('REPLACEMENT_ASKED');

  // Nobody confirmed over an old channel, so that a supervisor decides second and the change waits a day.
  expect((await approve(rina, 'READY', to, `pertama-${to.ticket}`)).status).toBe('AWAITING_SECOND_DECISION');
  const { status, effectiveAt } = await approve(made, 'AWAITING_SECOND', to, `kedua-${to.ticket}`);
  expect(status).toBe('WAITING_PERIOD');
  expect(new Date(effectiveAt).getTime() - app.now().getTime()).toBe(24 * HOUR_MS + 10 * SECOND_MS);

  app.passTime(11 * SECOND_MS);
  expect(await kindsAt(to.newEmail)).toContain('REPLACEMENT_APPROVED');
  for (const channel of channels) expect(await kindsAt(channel)).toContain('REPLACEMENT_AHEAD');
  return to;
}

describe('a person whose mailbox is gone', () => {
  it('asks, is looked at by two people, waits a day, and gets in under the new email', async () => {
    const person = await active(app);
    const to = await replaced(person);
    app.passTime(23 * HOUR_MS);
    await app.work();
    expect([(await follow(to, person)).status, await logIn(person.email, person.password)]).toEqual([
      'WAITING_PERIOD',
      'LoggedIn',
    ]);

    app.passTime(2 * HOUR_MS);
    await app.work();
    expect((await follow(to, person)).status).toBe('APPLIED');
    expect(await logIn(person.email, person.password)).toBe('LoginRejected');
    outcome(await askReset(app, to.newEmail), 'PasswordResetRequested');
    const password = 'Teh-Talua-91-malam';
    outcome(
      await reset(app, await tokenAt(app, to.newEmail, 'PASSWORD_RESET_LINK'), password),
      'PasswordReset',
    );
    expect(await logIn(to.newEmail, password)).toBe('LoggedIn');
  });

  it('who was robbed of it takes it back within the week, and the thief has nothing left', async () => {
    const person = await active(app);
    [rina, made] = [await atDesk(app, 'AGENT', '31'), await atDesk(app, 'SUPERVISOR', '31')];
    const to = await replaced(person);
    app.passTime(25 * HOUR_MS);
    await app.work();
    outcome(await askReset(app, to.newEmail), 'PasswordResetRequested');
    const theirs = 'Kopi-Curian-77-gelap';
    outcome(
      await reset(app, await tokenAt(app, to.newEmail, 'PASSWORD_RESET_LINK'), theirs),
      'PasswordReset',
    );
    expect(await logIn(to.newEmail, theirs)).toBe('LoggedIn');

    app.passTime(7 * DAY_MS - HOUR_MS - MINUTE_MS);
    const token = await linkToken(app, person.email, 'REPLACEMENT_FORMER_EMAIL');
    outcome(await app.ask(UNDO, { input: { token } }), 'EmailReplacementUndone');
    expect((await follow(to, person)).status).toBe('UNDONE');
    for (const name of [to.newEmail, person.email, person.username])
      expect(await logIn(name, theirs)).toBe('LoginRejected');

    app.passTime(25 * HOUR_MS); // no recovery for a day
    outcome(await askReset(app, person.email), 'PasswordResetRequested');
    const mine = 'Teh-Poci-88-pagi';
    outcome(await reset(app, await tokenAt(app, person.email, 'PASSWORD_RESET_LINK'), mine), 'PasswordReset');
    expect(await logIn(person.email, mine)).toBe('LoggedIn');
  });

  it('whose number works gets the new password there, not at an address a day old', async () => {
    const person = await reachable(app);
    [rina, made] = [await atDesk(app, 'AGENT', '31'), await atDesk(app, 'SUPERVISOR', '31')];
    const to = await replaced(person, [person.email, person.e164]);
    app.passTime(25 * HOUR_MS);
    await app.work();
    outcome(await askReset(app, to.newEmail), 'PasswordResetRequested');
    expect(await kindsAt(to.newEmail)).not.toContain('PASSWORD_RESET_LINK');
    expect(await kindsAt(person.e164)).toContain('PASSWORD_RESET_LINK');
  });

  it('that is not gone after all stops it with one press, up to the last second', async () => {
    const person = await reachable(app);
    [rina, made] = [await atDesk(app, 'AGENT', '31'), await atDesk(app, 'SUPERVISOR', '31')];
    const to = await replaced(person, [person.email, person.e164]);
    const token = await linkToken(app, person.e164, 'REPLACEMENT_AHEAD');
    app.passTime(24 * HOUR_MS - 2 * SECOND_MS);
    await app.work();
    outcome(await app.ask(CANCEL, { input: { token } }), 'EmailReplacementCancelled');
    app.passTime(DAY_MS);
    await app.work();
    expect((await follow(to, person)).status).toBe('CANCELLED');
    expect(await logIn(person.email, person.password)).toBe('LoggedIn');
  });

  it('finds all of it on record, each step once', async () => {
    const applied = await app.db.rows.find(AuditEvent, { where: { event: 'CASE_APPLIED' } });
    expect(applied).toHaveLength(3);
    const all = await app.db.rows.find(AuditEvent, { where: { caseId: applied[0]?.caseId ?? '' } });
    const steps = ['CASE_REQUESTED', 'CASE_SUBMITTED', 'CASE_PROPOSED', 'CASE_APPROVED', 'CASE_APPLIED'];
    expect(steps.map((step) => all.filter(({ event }) => event === step).length)).toEqual([1, 1, 1, 1, 1]);
  });
});
