import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ReplacementRequest } from '../../server/src/features/email-replacement/replacement-request.entity.js';
import { DAY_MS, HOUR_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { type AtDesk, atDesk } from '../kit/agents.js';
import { type App, startApp } from '../kit/app.js';
import { claim, decided, type FiledCase, filedCase } from '../kit/cases.js';
import { outcome } from '../kit/people.js';
import { statementsOf } from '../kit/statements.js';

const QUEUE = /* GraphQL */ `
  query Queue($filter: QueueFilter!, $orderBy: QueueOrder! = NEEDS_DOING, $first: Int! = 25, $after: String) {
    replacementQueue(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount endCursor hasNextPage
      items {
        ticket status tier applicant newEmail dueAt overdue submittedAt actor requester
        office { id name }
        signals { code text weight }
        account { id username fullName entityName email { value } whatsapp { value } }
        claim { mine expiresAt agent { fullName office { name } } }
      }
    }
  }
`;
const COUNTS = '{ queueCounts { ready mine awaitingSecond returned waitingPeriod overdue } }';

let app: App;
let rina: AtDesk;
let made: AtDesk;
beforeAll(async () => {
  app = await startApp({ SESSION_AGENT_IDLE_MIN: '30', CLAIM_PER_AGENT: '10' });
  rina = await atDesk(app, 'AGENT');
  made = await atDesk(app, 'SUPERVISOR', '32');
});
afterAll(() => app.stop());

const queue = async (agent: AtDesk, filter: object = {}, more: object = {}) => {
  const answer = await agent.ask(QUEUE, { filter, ...more });
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data.replacementQueue;
};
const tickets = async (...asked: Parameters<typeof queue>): Promise<string[]> =>
  (await queue(...asked)).items.map(({ ticket }: FiledCase) => ticket);
const due = (id: string, set: Partial<ReplacementRequest>) =>
  app.db.transact((tx) => tx.update(ReplacementRequest, { id }, set));
const at = (hours: number) => new Date(app.now().getTime() + hours * HOUR_MS);

describe('the queue', () => {
  let five: FiledCase[];
  beforeAll(async () => {
    five = [];
    for (let number = 0; number < 5; number += 1) {
      app.passTime(SECOND_MS);
      five.push(await filedCase(app));
    }
    const [first, second, third, fourth, fifth] = five.map(({ id }) => id) as [
      string,
      string,
      string,
      string,
      string,
    ];
    await due(first, { dueAt: at(40), urgentAt: at(32), tier: 'HIGH' as never, riskRank: 3 });
    await due(second, { dueAt: at(36), urgentAt: at(36), tier: 'LOW' as never, riskRank: 1 });
    await due(third, { dueAt: at(-1), urgentAt: at(-1), tier: 'LOW' as never, riskRank: 1 });
    await due(fourth, { dueAt: at(2), urgentAt: at(-6), tier: 'HIGH' as never, riskRank: 3 });
    await due(fifth, { dueAt: at(39), urgentAt: at(35), tier: 'MEDIUM' as never, riskRank: 2 });
  });
  const named = (...places: number[]) => places.map((place) => five[place]?.ticket);

  it('puts overdue cases first, then what is urgent for its risk', async () => {
    expect(await tickets(rina)).toEqual(named(2, 3, 0, 4, 1));
  });

  it('sorts by due time, by hand-in and by risk as asked', async () => {
    expect(await tickets(rina, {}, { orderBy: 'DUE_AT' })).toEqual(named(2, 3, 1, 4, 0));
    expect(await tickets(rina, {}, { orderBy: 'SUBMITTED_AT' })).toEqual(named(0, 1, 2, 3, 4));
    expect(await tickets(rina, {}, { orderBy: 'RISK' })).toEqual(named(3, 0, 4, 2, 1));
  });

  it.each(['NEEDS_DOING', 'DUE_AT', 'SUBMITTED_AT', 'RISK'])(
    'pages through %s without gap or repetition',
    async (orderBy) => {
      const whole = await tickets(rina, {}, { orderBy });
      const seen: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const page = await queue(rina, {}, { orderBy, first: 2, after });
        expect(page.totalCount).toBe(5);
        seen.push(...page.items.map(({ ticket }: FiledCase) => ticket));
        ({ endCursor: after, hasNextPage: more } = page);
      }
      expect(seen).toEqual(whole);
    },
  );

  it('filters by risk, lateness, kind and day of hand-in, and counts what it shows', async () => {
    expect(await tickets(rina, { tier: ['HIGH'] })).toEqual(named(3, 0));
    expect(await tickets(rina, { overdue: true })).toEqual(named(2));
    expect(await tickets(rina, { actor: 'BUSINESS_ENTITY' })).toEqual([]);
    expect(await tickets(rina, { submittedFrom: at(24).toISOString() })).toEqual([]);
    expect((await queue(rina, { tier: ['HIGH'] }, { first: 1 })).totalCount).toBe(2);
  });

  it('shows masks', async () => {
    const page = JSON.stringify(await queue(rina));
    for (const { newEmail, person } of five) {
      expect(page).not.toContain(newEmail);
      expect(page).not.toContain(person?.email);
    }
  });

  it('is each office’s own; a supervisor sees those below, others nothing', async () => {
    const elsewhere = await filedCase(app, { seat: '31' });
    expect(await tickets(rina)).not.toContain(elsewhere.ticket);
    expect(await tickets(made)).toHaveLength(5);
    const central = await atDesk(app, 'SUPERVISOR', 'CENTRAL');
    expect(await tickets(central)).toHaveLength(6);
    const foreign = await tickets(rina, {
      officeId: (await queue(central)).items.find(({ ticket }: FiledCase) => ticket === elsewhere.ticket)
        .office.id,
    });
    expect(foreign).toEqual([]);
    const admin = await atDesk(app, 'ADMIN', 'CENTRAL');
    expect((await admin.ask(QUEUE, { filter: {} })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('refuses a marker that is not its own', async () => {
    const { errors } = await rina.ask(QUEUE, { filter: {}, after: 'x' });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('the views of the queue', () => {
  it('follow a case through the desk, and so do the counts', async () => {
    const desk = await startApp();
    const [agent, second] = [await atDesk(desk, 'AGENT'), await atDesk(desk, 'APPROVER')];
    const counts = async () => (await agent.ask(COUNTS)).data.queueCounts;
    const filed = await filedCase(desk, { more: { requester: 'PROXY_EMPLOYEE' as never } });
    expect(await counts()).toMatchObject({ ready: 1, mine: 0, overdue: 0 });
    await claim(agent, filed);
    expect(await counts()).toMatchObject({ ready: 0, mine: 1 });
    expect(await tickets(agent, { view: 'MINE' })).toEqual([filed.ticket]);
    await decided(desk, agent, filed, 'APPROVE');
    expect(await counts()).toMatchObject({ mine: 0, awaitingSecond: 1 });
    expect(await tickets(second, { view: 'AWAITING_SECOND' })).toEqual([filed.ticket]);
    await decided(desk, second, filed, 'APPROVE');
    expect(await counts()).toMatchObject({ awaitingSecond: 0, waitingPeriod: 1 });
    expect(await tickets(agent, { view: 'WAITING_PERIOD' })).toEqual([filed.ticket]);
    const returned = await filedCase(desk);
    await decided(desk, agent, returned, 'RETURN');
    const rejected = await filedCase(desk);
    await decided(desk, agent, rejected, 'REJECT');
    expect(await counts()).toMatchObject({ returned: 1 });
    expect(await tickets(agent, { view: 'RETURNED' })).toEqual([returned.ticket]);
    expect(await tickets(agent, { view: 'CLOSED' })).toEqual([rejected.ticket]);
    desk.passTime(30 * DAY_MS);
    await desk.stop();
  });
});

describe('the cost of the queue', () => {
  it('is at most six statements for 25 cases with accounts, claims and tiers, the session included', async () => {
    const desk = await startApp({ CLAIM_PER_AGENT: '10' });
    const agents = [await atDesk(desk, 'AGENT'), await atDesk(desk, 'AGENT')] as const;
    const boss = await atDesk(desk, 'SUPERVISOR', '32');
    for (let number = 0; number < 8; number += 1) {
      const filed = await filedCase(desk);
      if (number % 2) outcome(await claim(agents[number % 4 === 1 ? 0 : 1], filed), 'RequestClaimed');
    }
    const mine = { filter: { view: 'MINE' } };
    expect(await statementsOf(desk, () => agents[0].ask(QUEUE, mine))).toHaveLength(5);
    expect((await statementsOf(desk, () => agents[0].ask(QUEUE, { filter: {} }))).length).toBeLessThanOrEqual(
      6,
    );
    expect((await statementsOf(desk, () => boss.ask(QUEUE, { filter: {} }))).length).toBeLessThanOrEqual(6);
    expect(await statementsOf(desk, () => agents[0].ask(COUNTS))).toHaveLength(2);
    await desk.stop();
  });

  it('stays the same for the decisions of every row, and refuses to weigh a whole list anew', async () => {
    const desk = await startApp({ CLAIM_PER_AGENT: '10' });
    const [rina, sari] = [await atDesk(desk, 'AGENT'), await atDesk(desk, 'APPROVER')];
    const more = { requester: 'PROXY_EMPLOYEE' as never };
    const wait = async () => decided(desk, rina, await filedCase(desk, { more }), 'APPROVE');
    const LIST = '{ myDecisions(first: 50) { items { ticket decisions { verdict agent { username } } } } }';
    for (let number = 0; number < 2; number += 1) await wait();
    const few = await statementsOf(desk, () => rina.ask(LIST));
    for (let number = 0; number < 9; number += 1) await wait();
    expect(await statementsOf(desk, () => rina.ask(LIST))).toHaveLength(few.length);
    for (const field of ['comparison { field }', 'checklist { code }', 'allowedActions { action }']) {
      const whole = `{ replacementQueue(filter: { view: AWAITING_SECOND }, first: 50) { items { ${field} } } }`;
      expect((await sari.ask(whole)).errors?.[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX');
      const page = whole.replace('first: 50', 'first: 5');
      expect((await sari.ask(page)).errors).toBeUndefined();
    }
    await desk.stop();
  });
});
