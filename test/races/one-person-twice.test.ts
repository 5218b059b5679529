import { IsNull } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ReplacementDecision } from '../../server/src/features/email-replacement/replacement-decision.entity.js';
import { Verdict } from '../../server/src/features/email-replacement/verdict.js';
import { Office } from '../../server/src/office/office.entity.js';
import { SECOND_MS } from '../../server/src/platform/clock.js';
import { type AtDesk, atDesk, provenAfresh, signedInAgain } from '../kit/agents.js';
import { type App, startApp } from '../kit/app.js';
import {
  CLAIM_NEXT,
  CLAIM_REQUEST,
  RELEASE_CLAIM,
  REQUEST,
  TAKE_OVER,
  TRANSFER,
  UNDO,
} from '../kit/case-operations.js';
import { caseRow, decide, decision, type FiledCase, filedCase, looked } from '../kit/cases.js';
import { active, said } from '../kit/people.js';
import { rounds } from '../kit/rounds.js';

const UPDATE = /* GraphQL */ `
  mutation Update($input: UpdateAgentInput!) { updateAgent(input: $input) { __typename } }
`;
const ROLES = ['AGENT', 'APPROVER', 'SUPERVISOR'] as const;
const OFFICES = ['32.73', '32'] as const;
const STEPS = 14;
/** Risky enough for two people, in either way. */
const KINDS = [
  { requester: 'PROXY_EMPLOYEE' as never },
  { otherChannelConfirmedAt: null, registryAnswer: null },
];

let app: App;
let people: readonly AtDesk[];
let admins: readonly AtDesk[];
let offices: readonly string[];
beforeAll(async () => {
  app = await startApp({ CLAIM_PER_AGENT: '10', SESSION_AGENT_IDLE_MIN: '30' });
  people = [await atDesk(app, 'APPROVER'), await atDesk(app, 'SUPERVISOR')];
  admins = [await atDesk(app, 'ADMIN', 'CENTRAL'), await atDesk(app, 'ADMIN', 'CENTRAL')];
  const found = OFFICES.map((seat) => app.db.rows.findOneByOrFail(Office, { seat }));
  offices = (await Promise.all(found)).map(({ id }) => id);
});
afterAll(() => app.stop());

/** The same draws for the same number, so that what is found can be found again. */
function drawing(seed: number) {
  let drawn = (seed + 1) * 7_919;
  return <One>(of: readonly One[]): One => {
    drawn = (drawn * 48_271) % 2_147_483_647;
    return of[drawn % of.length] as One;
  };
}
type Draw = ReturnType<typeof drawing>;

async function becomes(agent: AtDesk, role: string, officeId: string | undefined): Promise<void> {
  const input = { agentId: agent.id, role, officeId };
  for (const admin of admins) {
    await provenAfresh(app, admin);
    await admin.ask(UPDATE, { input });
  }
  await signedInAgain(app, agent, agent.browser);
}

/** How often an approval was taken: without any, nothing would be shown. */
let approved = 0;

async function decides(agent: AtDesk, filed: FiledCase, verdict: string): Promise<void> {
  await agent.ask(CLAIM_REQUEST, { ticket: filed.ticket });
  const { data } = await agent.ask(REQUEST, { ticket: filed.ticket });
  const request = data?.replacementRequest;
  if (!request) return;
  await looked(app, agent, request.evidence);
  const answer = await decide(agent, decision(filed, request.version, verdict));
  if (verdict === 'APPROVE' && said(answer) === 'DecisionRecorded') approved += 1;
}

/** Whatever an agent can do about a case, and what can become of the agent meanwhile. */
const ACTS: readonly ((agent: AtDesk, filed: FiledCase, draw: Draw) => Promise<unknown>)[] = [
  (agent, { ticket }) => agent.ask(CLAIM_REQUEST, { ticket }),
  (agent, _filed, draw) => agent.ask(CLAIM_NEXT, { view: draw(['READY', 'AWAITING_SECOND']) }),
  (agent, filed) => decides(agent, filed, 'APPROVE'),
  (agent, filed) => decides(agent, filed, 'APPROVE'),
  (agent, filed, draw) => decides(agent, filed, draw(['RETURN', 'ESCALATE'])),
  (agent, { ticket }) =>
    agent.ask(TAKE_OVER, { input: { ticket, reason: 'Petugas sedang sakit hari ini.' } }),
  (agent, { ticket }) => agent.ask(RELEASE_CLAIM, { ticket }),
  (agent, { ticket }) => agent.ask(UNDO, { input: { ticket } }),
  (agent, { ticket }, draw) =>
    agent.ask(TRANSFER, {
      input: { ticket, officeId: draw(offices), reason: 'Alamat ada di wilayah lain.' },
    }),
  (agent, _filed, draw) => becomes(agent, draw(ROLES), draw(offices)),
  async () => app.passTime(11 * SECOND_MS),
];

/** The approvals that count now. */
const approvals = ({ id: requestId }: FiledCase) =>
  app.db.rows.findBy(ReplacementDecision, { requestId, verdict: Verdict.APPROVE, voidedAt: IsNull() });

describe('one person with two roles, two offices and every way around', () => {
  it('never is first and second', async () => {
    for (let round = 0; round < rounds(4, 100); round += 1) {
      const draw = drawing(round);
      const filed = await filedCase(app, { person: await active(app), more: draw(KINDS) });
      await becomes(people[0] as AtDesk, 'APPROVER', offices[0]);
      await provenAfresh(app, people[1] as AtDesk);
      await decides(people[0] as AtDesk, filed, 'APPROVE');
      // Alone as long as nothing else is drawn: every second approval is an attempt to be one's own second person.
      const alone = round % 2 === 0;
      for (let step = 0; step < STEPS; step += 1) {
        const agent = alone ? (people[0] as AtDesk) : draw(people);
        await draw(ACTS)(agent, filed, draw);
        if ((await caseRow(app, filed)).status !== 'WAITING_PERIOD') continue;
        const by = new Set((await approvals(filed)).map(({ agentId }) => agentId));
        expect([alone, by.size]).toEqual([false, 2]);
        break;
      }
      await app.db.transact((tx) =>
        tx.query('UPDATE replacement_requests SET claimed_by = NULL, claim_until = NULL'),
      );
    }
    expect(approved).toBeGreaterThan(0);
  });
});
