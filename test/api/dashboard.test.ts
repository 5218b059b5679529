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
      backlogByAge { label count }
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
    expect(data.dashboard.backlogByAge[0]).toEqual({ label: '<4h', count: 2 });
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

  it('asks for 1 to 92 days', async () => {
    expect((await ask(made, { to: '2026-11-22' })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect((await ask(made, { to: '2027-11-22' })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('costs a dozen statements, however many cases there are', async () => {
    expect((await statementsOf(app, () => ask(made))).length).toBeLessThanOrEqual(13);
  });
});
