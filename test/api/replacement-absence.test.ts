import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ReplacementDecision } from '../../server/src/features/email-replacement/replacement-decision.entity.js';
import { Office } from '../../server/src/office/office.entity.js';
import { newId } from '../../server/src/platform/ids.js';
import {
  AGENT_PASSWORD,
  type AtDesk,
  atDesk,
  browserAt,
  LOG_IN_AGENT,
  provenAfresh,
  signedInAgain,
} from '../kit/agents.js';
import { type App, anotherProcess, startApp } from '../kit/app.js';
import { DECIDE, REQUEST, TRANSFER, UNDO } from '../kit/case-operations.js';
import {
  caseRow,
  claim,
  decide,
  decided,
  decision,
  type FiledCase,
  filedCase,
  inHand,
} from '../kit/cases.js';
import { outcome, said } from '../kit/people.js';

const UPDATE = /* GraphQL */ `
  mutation Update($input: UpdateAgentInput!) { updateAgent(input: $input) { __typename ... on Problem { message } } }
`;

let app: App;
let sari: AtDesk;
let made: AtDesk;
let admins: [AtDesk, AtDesk];
beforeAll(async () => {
  app = await startApp({ CLAIM_PER_AGENT: '10', SESSION_AGENT_IDLE_MIN: '30' });
  sari = await atDesk(app, 'APPROVER');
  made = await atDesk(app, 'SUPERVISOR', '32');
  admins = [await atDesk(app, 'ADMIN', 'CENTRAL'), await atDesk(app, 'ADMIN', 'CENTRAL')];
});
afterAll(() => app.stop());

const update = async (admin: AtDesk, agentId: string, change: object) => {
  await provenAfresh(app, admin);
  return admin.ask(UPDATE, { input: { agentId, ...change } });
};
const dismiss = async ({ id }: AtDesk) =>
  outcome(await update(admins[0], id, { active: false }), 'AgentSaved');
/** Two admins send the same. */
async function change({ id }: AtDesk, to: object): Promise<void> {
  await update(admins[0], id, to);
  outcome(await update(admins[1], id, to), 'AgentSaved');
}
const officeAt = async (seat: string) => (await app.db.rows.findOneByOrFail(Office, { seat })).id;
const byProxy = () => filedCase(app, { more: { requester: 'PROXY_EMPLOYEE' as never } });
const codeOf = ({ errors }: { errors?: { extensions: { code: string } }[] }) => errors?.[0]?.extensions.code;
const decisions = ({ id: requestId }: FiledCase) => app.db.rows.findBy(ReplacementDecision, { requestId });

/** Each takes their agent away from the desk while a case is in that agent's hands. */
const AWAY: [string, (agent: AtDesk) => Promise<unknown>][] = [
  ['was dismissed', dismiss],
  ['got another role', (agent) => change(agent, { role: 'AUDITOR' })],
  ['moved to another office', async (agent) => change(agent, { officeId: await officeAt('31') })],
];

describe.each(AWAY)('an agent who %s while holding a case', (_, leave) => {
  it('has no say any more, on any process, and the case is ready for the next', async () => {
    const agent = await atDesk(app, 'AGENT');
    const filed = await filedCase(app);
    const { version } = await inHand(app, agent, filed);
    const other = await anotherProcess(app);
    const elsewhere = browserAt(other);
    elsewhere.cookie = agent.browser.cookie;
    await leave(agent);
    const input = decision(filed, version, 'APPROVE');
    expect(codeOf(await agent.ask(DECIDE, { input }))).toBe('UNAUTHENTICATED');
    expect(codeOf(await elsewhere.ask(DECIDE, { input }))).toBe('UNAUTHENTICATED');
    expect(await caseRow(app, filed)).toMatchObject({ status: 'SUBMITTED', claimedBy: null });
    await decided(app, sari, filed, 'REJECT');
    expect(await decisions(filed)).toHaveLength(1);
    if (other !== app) await other.stop();
  });

  it('cannot take back what was decided a moment before', async () => {
    const agent = await atDesk(app, 'AGENT');
    const filed = await filedCase(app);
    await decided(app, agent, filed, 'REJECT');
    await leave(agent);
    expect(codeOf(await agent.ask(UNDO, { input: { ticket: filed.ticket } }))).toBe('UNAUTHENTICATED');
    expect(await caseRow(app, filed)).toMatchObject({ status: 'REJECTED' });
  });

  it('leaves a first approval that a second person still has to agree with', async () => {
    const agent = await atDesk(app, 'AGENT');
    const filed = await byProxy();
    await decided(app, agent, filed, 'APPROVE');
    await leave(agent);
    expect(await caseRow(app, filed)).toMatchObject({ status: 'AWAITING_SECOND_DECISION' });
    const shown = (await sari.ask(REQUEST, { ticket: filed.ticket })).data.replacementRequest;
    expect(shown.decisions[0].agent.username).toBe(agent.username);
    await decided(app, sari, filed, 'APPROVE');
    expect(await caseRow(app, filed)).toMatchObject({ status: 'WAITING_PERIOD' });
  });
});

describe('a first decider', () => {
  it('who came back as a supervisor of the office above is still the same person', async () => {
    const agent = await atDesk(app, 'AGENT');
    const filed = await byProxy();
    await decided(app, agent, filed, 'APPROVE');
    await change(agent, { role: 'SUPERVISOR', officeId: await officeAt('32') });
    await signedInAgain(app, agent, agent.browser);
    expect(said(await claim(agent, filed))).toBe('NothingToClaim');
    const { version } = await caseRow(app, filed);
    const refused = outcome(await decide(agent, decision(filed, version, 'APPROVE')), 'DecisionRefused');
    expect(refused.reasons[0]).toContain('pemutus pertama');
  });

  it('who was dismissed and taken back has neither the claim nor the case', async () => {
    const agent = await atDesk(app, 'AGENT');
    const filed = await filedCase(app);
    const { version } = await inHand(app, agent, filed);
    await dismiss(agent);
    await change(agent, { active: true });
    await signedInAgain(app, agent, agent.browser);
    const late = decision(filed, version, 'APPROVE');
    expect(said(await decide(agent, late))).not.toBe('DecisionRecorded');
    expect(await decisions(filed)).toEqual([]);
  });
});

describe('an office that has ended', () => {
  /** As `offices:load` ends one whose region left the list: an office of its own, so that the others go on. */
  async function endedOffice() {
    const [id, now] = [newId(app.now()), app.now()];
    const seat = '32.99';
    const place = { level: 'REGENCY' as const, name: 'DPMPTSP Contoh Lama', regionCode: seat, seat };
    const open = { ...place, zone: 'Asia/Jakarta', validFrom: now, validTo: null, successorId: null };
    await app.db.transact((tx) => tx.insert(Office, { id, ...open }));
    const agent = await atDesk(app, 'AGENT', seat);
    const filed = await filedCase(app, { seat });
    const { version } = await inHand(app, agent, filed);
    await app.db.transact((tx) => tx.update(Office, { id }, { seat: null, validTo: app.now() }));
    return { agent, filed, version };
  }

  it('lets nobody decide for it, who is there or comes in', async () => {
    const { agent, filed, version } = await endedOffice();
    const input = decision(filed, version, 'APPROVE');
    expect(codeOf(await agent.ask(DECIDE, { input }))).toBe('UNAUTHENTICATED');
    const login = { username: agent.username, password: AGENT_PASSWORD };
    expect(said(await browserAt(app).ask(LOG_IN_AGENT, { input: login }))).toBe('AgentLoginRejected');
    expect(await decisions(filed)).toEqual([]);
  });

  it('leaves its cases to the supervisor above, who gives them to another', async () => {
    const { filed } = await endedOffice();
    const { ticket } = filed;
    const input = { ticket, officeId: await officeAt('32.73'), reason: 'Kantor lama sudah ditutup.' };
    outcome(await made.ask(TRANSFER, { input }), 'RequestClaimed');
    await decided(app, sari, filed, 'REJECT');
  });
});
