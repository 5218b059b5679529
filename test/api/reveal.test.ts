import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ReplacementRequest } from '../../server/src/features/email-replacement/replacement-request.entity.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { newId } from '../../server/src/platform/ids.js';
import { type AtDesk, atDesk, browserAt, provenAfresh, signedInAgain } from '../kit/agents.js';
import { type App, anotherProcess, startApp } from '../kit/app.js';
import { foundBy, type OnFile, onFile, REVEAL, trailOf } from '../kit/desk.js';
import { loggedIn, newPerson, outcome, said } from '../kit/people.js';
import { asked } from '../kit/replacements.js';
import { statementsOf } from '../kit/statements.js';

const REASON = 'Cocokkan dengan pemohon';

let app: App;
let person: OnFile;
beforeAll(async () => {
  app = await startApp();
  const known = newPerson();
  person = await onFile(app, { whatsapp: known.phone }, known);
});
afterAll(() => app.stop());

/** Somebody at the desk who has the person on the phone. */
async function withCaller(role: 'AGENT' | 'APPROVER' | 'SUPERVISOR' = 'AGENT'): Promise<AtDesk> {
  const agent = await atDesk(app, role);
  expect(await foundBy(agent, person.username)).toEqual([person.username]);
  return agent;
}

const reveal = (agent: Pick<AtDesk, 'ask'>, more: object = {}) =>
  agent.ask(REVEAL, { input: { accountId: person.id, group: 'IDENTITY', reason: REASON, ...more } });
const valuesIn = (answer: Awaited<ReturnType<typeof reveal>>) =>
  Object.fromEntries(
    outcome(answer, 'Revealed').values.map(({ field, value }: { field: string; value: string }) => [
      field,
      value,
    ]),
  );

describe('seeing data in full', () => {
  it('shows one group of them, for a minute', async () => {
    const agent = await withCaller();
    const identity = await reveal(agent);
    expect(valuesIn(identity)).toEqual({
      fullName: person.fullName,
      nik: person.nik,
      birthDate: person.birthDate,
    });
    const until = new Date(outcome(identity, 'Revealed').expiresAt);
    expect(until.getTime() - app.now().getTime()).toBe(60 * SECOND_MS);
    const contact = valuesIn(await reveal(agent, { group: 'CONTACT' }));
    expect(contact).toEqual({ email: person.email, whatsapp: person.e164 });
    const address = valuesIn(await reveal(agent, { group: 'ADDRESS' }));
    expect(address).toMatchObject({ street: 'Jalan Contoh 5', postalCode: '40115' });
  });

  it('needs a look-up of that account by this agent, twelve hours old at most', async () => {
    const agent = await atDesk(app, 'AGENT');
    expect(said(await reveal(agent))).toBe('RevealRefused');
    await foundBy(agent, person.nik);
    expect(said(await reveal(agent))).toBe('Revealed');
    const colleague = await atDesk(app, 'AGENT');
    expect(said(await reveal(colleague))).toBe('RevealRefused');
    app.passTime(12 * HOUR_MS);
    const again = await signedInAgain(app, agent);
    expect(said(await reveal(again))).toBe('RevealRefused');
  });

  it('needs an authenticator code that is half an hour old at most; then the same command goes through', async () => {
    const agent = await withCaller();
    app.passTime(14 * MINUTE_MS);
    await foundBy(agent, person.username);
    app.passTime(14 * MINUTE_MS);
    await foundBy(agent, person.username);
    app.passTime(2 * MINUTE_MS - SECOND_MS);
    expect(said(await reveal(agent))).toBe('Revealed');
    app.passTime(SECOND_MS);
    expect(said(await reveal(agent))).toBe('FreshProofRequired');
    await provenAfresh(app, agent);
    expect(said(await reveal(agent))).toBe('Revealed');
  });

  it('needs a reason of ten characters and one thing to see', async () => {
    const agent = await withCaller();
    const fieldOf = async (more: object) =>
      (await reveal(agent, more)).errors?.[0]?.extensions.fields?.[0]?.field;
    expect(await fieldOf({ reason: 'lainnya   ' })).toBe('reason');
    expect(await fieldOf({ ticket: 'EML-2611-00421' })).toBe('ticket');
    expect(await fieldOf({ accountId: null })).toBe('accountId');
  });

  it('is refused alike for another office’s account, a guessed id and a foreign request, and it is on record', async () => {
    const elsewhere = await onFile(app, {
      address: { street: 'Jalan Contoh 1', regionCode: '31.74.03.1001' },
    });
    const agent = await withCaller();
    const answers = [
      await reveal(agent, { accountId: elsewhere.id }),
      await reveal(agent, { accountId: newId(app.now()) }),
      await reveal(agent, { accountId: null, ticket: 'EML-2611-00421' }),
    ].map(({ data }) => data);
    expect(answers[0].reveal.__typename).toBe('NotFound');
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    const denied = await trailOf(app, agent, 'AUTHZ_DENIED');
    expect(denied.map(({ reasonCode }) => reasonCode)).toEqual(
      Array.from({ length: 3 }, () => 'NOT_FOUND Mutation.reveal'),
    );
  });

  it('is nothing for administrators and auditors', async () => {
    for (const role of ['ADMIN', 'AUDITOR'] as const) {
      const { errors } = await reveal(await atDesk(app, role, 'CENTRAL'));
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  it('goes by a request too, for whoever holds it and as long as they do', async () => {
    const request = await asked(app, person);
    await app.work();
    const [agent, colleague] = [await atDesk(app, 'AGENT'), await atDesk(app, 'AGENT')];
    const claimUntil = new Date(app.now().getTime() + 10 * MINUTE_MS);
    const claim = { claimedBy: agent.id, claimUntil };
    await app.db.transact((tx) => tx.update(ReplacementRequest, { ticket: request.ticket }, claim));
    const byTicket = { accountId: null, ticket: request.ticket };
    expect(valuesIn(await reveal(agent, byTicket)).nik).toBe(person.nik);
    expect(said(await reveal(colleague, byTicket))).toBe('NotFound');
    app.passTime(10 * MINUTE_MS);
    expect(said(await reveal(agent, byTicket))).toBe('NotFound');
    const [seen] = await trailOf(app, agent, 'DATA_REVEALED');
    expect(seen?.caseId).not.toBeNull();
    expect(await app.house.reads.hasRevealedOutsideCase(agent.id, person.id)).toBe(false);
  });
});

describe('the trail of reveals', () => {
  it('has one event for each, with the names of the data and not the data', async () => {
    const agent = await withCaller('APPROVER');
    await reveal(agent, { reason: `Cocokkan NIK ${person.nik} dengan KTP` });
    const events = await trailOf(app, agent, 'DATA_REVEALED');
    expect(events).toMatchObject([
      {
        subjectId: person.id,
        reasonCode: 'IDENTITY',
        role: 'APPROVER',
        caseId: null,
        sessionId: expect.any(String),
      },
    ]);
    expect(JSON.parse(events[0]?.fields ?? '')).toEqual(['fullName', 'nik', 'birthDate']);
    const kept = JSON.stringify(await app.db.rows.find(AuditEvent)) + app.lines.join('');
    for (const raw of [person.nik, person.birthDate, person.email, person.e164])
      expect(kept).not.toContain(raw);
  });

  it('tells the owner that it happened', async () => {
    await reveal(await withCaller());
    const token = await loggedIn(app, person);
    const { items } = (await app.ask('{ me { activity { items { description ip } } } }', {}, token)).data.me
      .activity;
    expect(items).toContainEqual({ description: 'Petugas melihat data pribadi Anda.', ip: null });
  });

  it('marks whoever saw data outside a case for thirty days', async () => {
    const agent = await withCaller();
    const mayNotDecide = () => app.house.reads.hasRevealedOutsideCase(agent.id, person.id);
    expect(await mayNotDecide()).toBe(false);
    await reveal(agent);
    app.passTime(30 * DAY_MS - SECOND_MS);
    expect(await mayNotDecide()).toBe(true);
    app.passTime(SECOND_MS);
    expect(await mayNotDecide()).toBe(false);
  });
});

describe('the cap on reveals', () => {
  it('raises one alarm at the twentieth, closes after thirty, and opens the next day', async () => {
    const agent = await withCaller();
    const answers = [];
    for (let times = 0; times < 31; times += 1) answers.push(said(await reveal(agent)));
    expect(answers.filter((answer) => answer === 'Revealed')).toHaveLength(30);
    expect(answers.at(-1)).toBe('TooManyRequests');
    expect(await trailOf(app, agent, 'REVEAL_ALARM')).toHaveLength(1);
    expect(await trailOf(app, agent, 'DATA_REVEALED')).toHaveLength(30);
    app.passTime(DAY_MS);
    const again = await signedInAgain(app, agent);
    await foundBy({ ...agent, ask: again.ask }, person.username);
    expect(said(await reveal(again))).toBe('Revealed');
  });

  it('holds for forty at once over two processes', async () => {
    const agent = await withCaller();
    const other = await anotherProcess(app);
    const elsewhere = browserAt(other);
    elsewhere.cookie = agent.browser.cookie;
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, place) => reveal(place % 2 ? elsewhere : agent)),
    );
    expect(answers.filter((answer) => said(answer) === 'Revealed')).toHaveLength(30);
    expect(await trailOf(app, agent, 'REVEAL_ALARM')).toHaveLength(1);
    if (other !== app) await other.stop();
  });

  it('is not spent on what is refused', async () => {
    const agent = await atDesk(app, 'AGENT');
    for (let times = 0; times < 31; times += 1) await reveal(agent);
    await foundBy(agent, person.username);
    expect(said(await reveal(agent))).toBe('Revealed');
  });
});

it('a reveal is six statements with the check of the session', async () => {
  const agent = await withCaller();
  await reveal(agent);
  expect(await statementsOf(app, () => reveal(agent))).toHaveLength(6);
});
