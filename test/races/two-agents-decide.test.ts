import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ReplacementDecision } from '../../server/src/features/email-replacement/replacement-decision.entity.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { SECOND_MS } from '../../server/src/platform/clock.js';
import { OutboxMessage } from '../../server/src/platform/outbox/outbox-message.entity.js';
import { type AtDesk, atDesk, browserAt, provenAfresh } from '../kit/agents.js';
import { type App, anotherProcess, startApp } from '../kit/app.js';
import { CLAIM_NEXT, CLAIM_REQUEST, DECIDE, TAKE_OVER, UNDO } from '../kit/case-operations.js';
import { caseRow, decide, decided, decision, type FiledCase, filedCase, inHand } from '../kit/cases.js';
import { active, type Registered, said } from '../kit/people.js';
import { rounds } from '../kit/rounds.js';

let app: App;
let other: App;
let rina: AtDesk;
let sari: AtDesk;
let made: AtDesk;
let person: Registered;
beforeAll(async () => {
  app = await startApp({ CLAIM_PER_AGENT: '10', SESSION_AGENT_IDLE_MIN: '30' });
  other = await anotherProcess(app);
  rina = await atDesk(app, 'AGENT');
  sari = await atDesk(app, 'APPROVER');
  made = await atDesk(app, 'SUPERVISOR', '32');
  person = await active(app);
});
afterAll(async () => {
  if (other !== app) await other.stop();
  await app.stop();
});

/** The same person in the same session, at the other process. */
function elsewhere(agent: AtDesk) {
  const browser = browserAt(other);
  browser.cookie = agent.browser.cookie;
  return browser;
}
const events = ({ id: caseId }: FiledCase, ...names: string[]) =>
  app.db.rows
    .find(AuditEvent, { where: { caseId } })
    .then((all) => all.filter(({ event }) => names.includes(event)));
const letters = async ({ id: requestId }: FiledCase) => {
  const made = await app.db.rows.findBy(ReplacementDecision, { requestId });
  const sent = await Promise.all(
    made.map(({ id: causeId }) => app.db.rows.findBy(OutboxMessage, { causeId })),
  );
  return sent.flat().filter(({ kind }) => kind === 'REPLACEMENT_APPROVED' || kind === 'REPLACEMENT_REJECTED');
};
const ROUNDS = rounds(12);

describe('two decisions at once, over two processes', () => {
  it('make one decision, one line in the trail and one letter, every time', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const filed = await filedCase(app, { person: await active(app) });
      const { version } = await inHand(app, rina, filed);
      const [yes, no] = [decision(filed, version, 'APPROVE'), decision(filed, version, 'REJECT')];
      const answers = await Promise.all([
        rina.ask(DECIDE, { input: yes }),
        elsewhere(rina).ask(DECIDE, { input: no }),
        elsewhere(sari).ask(DECIDE, { input: decision(filed, version, 'APPROVE') }),
      ]);
      expect(answers.map(said).filter((one) => one === 'DecisionRecorded')).toHaveLength(1);
      expect(await app.db.rows.countBy(ReplacementDecision, { requestId: filed.id })).toBe(1);
      expect(await events(filed, 'CASE_APPROVED', 'CASE_REJECTED')).toHaveLength(1);
      expect(await letters(filed)).toHaveLength(1);
    }
  });

  it('let a claim taken over and a decision of its former holder never both stand', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const filed = await filedCase(app, { person: null });
      const { version } = await inHand(app, rina, filed);
      const over = { ticket: filed.ticket, reason: 'Petugas sedang sakit hari ini.' };
      const [decidedIt, took] = await Promise.all([
        decide(rina, decision(filed, version, 'REJECT')),
        elsewhere(made).ask(TAKE_OVER, { input: over }),
      ]);
      const won = [said(decidedIt) === 'DecisionRecorded', said(took) === 'RequestClaimed'];
      expect(won.filter(Boolean)).toHaveLength(1);
      expect((await caseRow(app, filed)).status).toBe(won[0] ? 'REJECTED' : 'IN_REVIEW');
    }
  });

  it('of the same command sent eight times are one', async () => {
    const filed = await filedCase(app, { person });
    const { version } = await inHand(app, rina, filed);
    const input = decision(filed, version, 'REJECT');
    const sent = Array.from({ length: 8 }, (_, place) =>
      (place % 2 ? elsewhere(rina) : rina).ask(DECIDE, { input }),
    );
    await Promise.all(sent);
    expect(said(await rina.ask(DECIDE, { input }))).toBe('DecisionRecorded');
    expect(await app.db.rows.countBy(ReplacementDecision, { requestId: filed.id })).toBe(1);
    expect(await letters(filed)).toHaveLength(1);
  });
});

describe('an undo and the second person at once', () => {
  it('never both win', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const filed = await filedCase(app, {
        person: await active(app),
        more: { requester: 'PROXY_EMPLOYEE' as never },
      });
      await decided(app, rina, filed, 'APPROVE');
      const [back, next] = await Promise.all([
        rina.ask(UNDO, { input: { ticket: filed.ticket } }),
        elsewhere(sari).ask(CLAIM_REQUEST, { ticket: filed.ticket }), // by its number: another round's case may wait too
      ]);
      const won = [said(back) === 'DecisionRecorded', said(next) === 'RequestClaimed'];
      expect(won.filter(Boolean)).toHaveLength(1);
      if (!won[0]) await decide(sari, decision(filed, (await caseRow(app, filed)).version, 'REJECT'));
      else await decide(rina, decision(filed, (await caseRow(app, filed)).version, 'REJECT'));
      app.passTime(11 * SECOND_MS);
      if (round % 100 === 99) for (const agent of [rina, sari]) await provenAfresh(app, agent);
    }
  });
});

describe('many agents who take the next case at once', () => {
  it('each get another one', async () => {
    const agents = await Promise.all(Array.from({ length: 4 }, () => atDesk(app, 'AGENT')));
    const filed = [];
    for (let number = 0; number < 8; number += 1) filed.push(await filedCase(app, { person: null }));
    const answers = await Promise.all(
      agents.flatMap((agent) => [agent.ask(CLAIM_NEXT), elsewhere(agent).ask(CLAIM_NEXT)]),
    );
    const taken = answers.map(({ data }) => data.claimNext.request?.ticket).filter(Boolean);
    expect(new Set(taken).size).toBe(taken.length);
    expect(taken.length).toBeGreaterThanOrEqual(4);
  });
});
