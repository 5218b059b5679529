import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Office } from '../../server/src/office/office.entity.js';
import { HOUR_MS } from '../../server/src/platform/clock.js';
import { type AtDesk, atDesk } from '../kit/agents.js';
import { type App, startApp } from '../kit/app.js';
import { decided, filedCase } from '../kit/cases.js';
import { statementsOf } from '../kit/statements.js';

const DASHBOARD = /* GraphQL */ `
  query Dashboard($officeId: ID, $from: LocalDate!, $to: LocalDate!) {
    dashboard(officeId: $officeId, from: $from, to: $to) {
      asOf received open overdue awaitingSecond medianDecisionMinutes failedDeliveries
      perDay { day received decided backlog }
      backlogByAge { label count submittedFrom submittedTo }
      byReason { label count }
      byAgent { agent { username } claimed decided returnedBySecond reveals medianMinutes }
    }
  }
`;

let app: App;
let rina: AtDesk;
let sari: AtDesk;
let made: AtDesk;
beforeAll(async () => {
  app = await startApp({ SESSION_AGENT_IDLE_MIN: '30' });
  rina = await atDesk(app, 'AGENT');
  sari = await atDesk(app, 'APPROVER');
  made = await atDesk(app, 'SUPERVISOR', '32');
  // Monday, 09:00 in Bandung.
  const rejected = await filedCase(app);
  const proxy = await filedCase(app, { more: { requester: 'PROXY_EMPLOYEE' as never } });
  await filedCase(app, { more: { submittedAt: new Date(app.now().getTime() - HOUR_MS / 2) } });
  app.passTime(HOUR_MS / 3);
  await decided(app, rina, rejected, 'REJECT');
  await decided(app, rina, proxy, 'APPROVE');
});
afterAll(() => app.stop());

const CASES = /* GraphQL */ `
  query Cases($filter: QueueFilter!) {
    replacementQueue(filter: $filter) { totalCount items { ticket } }
  }
`;
const DELIVERIES = 'query($filter: DeliveryFilter!) { deliveries(filter: $filter) { items { id } } }';
/** How many cases a figure leads to. */
async function behind(agent: AtDesk, filter: object): Promise<number> {
  const { data, errors } = await agent.ask(CASES, { filter });
  if (errors) throw new Error(JSON.stringify(errors));
  expect(data.replacementQueue.items).toHaveLength(data.replacementQueue.totalCount);
  return data.replacementQueue.totalCount;
}
const officeAt = async (seat: string) => (await app.db.rows.findOneByOrFail(Office, { seat })).id;
const DAY = { from: '2026-11-22T17:00:00.000Z', to: '2026-11-23T17:00:00.000Z' };
const EVE = '2026-11-22T17:00:00.000Z';

const today = { from: '2026-11-23', to: '2026-11-23' };
const ask = (agent: AtDesk, more: object = {}) => agent.ask(DASHBOARD, { ...today, ...more });

describe('the dashboard', () => {
  it('counts what came, what is open and what was decided, in working time of the office', async () => {
    const { data } = await ask(made);
    expect(data.dashboard).toMatchObject({
      ...{ received: 3, open: 2, overdue: 0, awaitingSecond: 1, medianDecisionMinutes: 20 },
      perDay: [{ day: '2026-11-23', received: 3, decided: 1, backlog: 2 }],
      byReason: [
        { label: 'APPROVE', count: 1 },
        { label: 'IDENTITY_NOT_PROVEN', count: 1 },
      ],
    });
    expect(data.dashboard.backlogByAge[0]).toMatchObject({ label: '<4h', count: 2 });
    expect(data.dashboard.byAgent).toMatchObject([
      { agent: { username: rina.username }, claimed: 2, decided: 2, medianMinutes: 20 },
    ]);
  });

  it('shows agents their own line beside the numbers of the office', async () => {
    const { data } = await ask(sari);
    expect(data.dashboard.byAgent).toMatchObject([{ agent: { username: sari.username }, decided: 0 }]);
    expect(data.dashboard.received).toBe(3);
  });

  it('knows nothing of an office out of reach', async () => {
    const { id: officeId } = await app.db.rows.findOneByOrFail(Office, { seat: '31' });
    expect((await ask(made, { officeId })).data.dashboard).toMatchObject({
      received: 0,
      open: 0,
      byAgent: [],
    });
  });

  it('leads from each number to as many cases', async () => {
    const { dashboard } = (await ask(made)).data;
    const { received, open, awaitingSecond, perDay, byReason, backlogByAge, byAgent } = dashboard;
    const handedIn = { view: 'HANDED_IN', submittedFrom: DAY.from, submittedTo: DAY.to };
    expect(await behind(made, handedIn)).toBe(received);
    expect(await behind(made, { view: 'OPEN' })).toBe(open);
    expect(await behind(made, { view: 'OPEN', openAt: DAY.to })).toBe(perDay[0].backlog);
    expect(await behind(made, { view: 'OPEN', openAt: EVE })).toBe(0);
    expect(await behind(made, { view: 'AWAITING_SECOND' })).toBe(awaitingSecond);
    const decided = (more: object) => behind(made, { view: 'DECIDED', decision: { ...DAY, ...more } });
    expect(await decided({ outcome: 'ENDED' })).toBe(perDay[0].decided);
    for (const { label, count } of byReason) expect(await decided({ outcome: label }), label).toBe(count);
    for (const { count, label, ...handed } of backlogByAge)
      expect(await behind(made, { view: 'OPEN', ...handed }), label).toBe(count);
    expect(await decided({ agentId: rina.id })).toBe(byAgent[0].decided);
    expect(await decided({ agentId: rina.id, outcome: 'RETURNED_BY_SECOND' })).toBe(0);
    expect(await behind(made, { view: 'DECIDED', decision: { to: EVE } })).toBe(0);
  });

  it('goes back in time with the backlog: what was decided since was open then', async () => {
    const soon = new Date(app.now().getTime() - HOUR_MS / 6).toISOString();
    expect(await behind(made, { view: 'OPEN', openAt: soon })).toBe(3);
  });

  it('compares no colleagues for an agent, and leads nobody to another office', async () => {
    const decision = { ...DAY, agentId: rina.id };
    expect(await behind(rina, { view: 'DECIDED', decision })).toBe(2);
    expect(await behind(sari, { view: 'DECIDED', decision })).toBe(0);
    const officeId = await officeAt('31');
    for (const view of ['OPEN', 'HANDED_IN', 'DECIDED'])
      expect(await behind(made, { view, officeId }), view).toBe(0);
    const away = await atDesk(app, 'SUPERVISOR', '31');
    for (const view of ['OPEN', 'HANDED_IN', 'DECIDED']) expect(await behind(away, { view }), view).toBe(0);
  });

  it('counts one office alone where several are in reach, messages included', async () => {
    const boss = await atDesk(app, 'SUPERVISOR', 'CENTRAL');
    const [bandung, jakarta] = [await officeAt('32.73'), await officeAt('31')];
    expect((await ask(boss, { officeId: bandung })).data.dashboard).toMatchObject({ received: 3, open: 2 });
    expect((await ask(boss, { officeId: jakarta })).data.dashboard).toMatchObject({
      ...{ received: 0, open: 0, failedDeliveries: 0 },
    });
    const sent = async (agent: AtDesk, officeId?: string) =>
      (await agent.ask(DELIVERIES, { filter: { officeId } })).data.deliveries.items.length;
    expect(await sent(boss, jakarta)).toBeGreaterThan(0); // where these people live
    expect(await sent(boss, bandung)).toBe(0);
    for (const near of [rina, made]) expect(await sent(near, jakarta)).toBe(0);
  });

  it('asks for 1 to 92 days', async () => {
    expect((await ask(made, { to: '2026-11-22' })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect((await ask(made, { to: '2027-11-22' })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('costs a dozen statements, however many cases there are', async () => {
    expect((await statementsOf(app, () => ask(made))).length).toBeLessThanOrEqual(13);
  });
});
