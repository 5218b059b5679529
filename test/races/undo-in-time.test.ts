import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ReplacementDecision } from '../../server/src/features/email-replacement/replacement-decision.entity.js';
import { SECOND_MS } from '../../server/src/platform/clock.js';
import { OutboxMessage } from '../../server/src/platform/outbox/outbox-message.entity.js';
import { type AtDesk, atDesk, provenAfresh } from '../kit/agents.js';
import { type App, startApp } from '../kit/app.js';
import { UNDO } from '../kit/case-operations.js';
import { caseRow, decide, decision, type FiledCase, filedCase, inHand } from '../kit/cases.js';
import { active, outcome, said } from '../kit/people.js';
import { rounds } from '../kit/rounds.js';

let app: App;
let rina: AtDesk;
beforeAll(async () => {
  app = await startApp({ CLAIM_PER_AGENT: '10', SESSION_AGENT_IDLE_MIN: '30' });
  rina = await atDesk(app, 'AGENT');
});
afterAll(() => app.stop());

const HOLD_S = 10;
const VERDICTS = ['APPROVE', 'REJECT', 'REJECT_AS_FRAUD', 'RETURN', 'ESCALATE'] as const;
const REASON = { REJECT_AS_FRAUD: { reasonCode: 'SUSPECTED_FRAUD' } } as Readonly<Record<string, object>>;

/** Whatever ever left for these two people. */
const left = async ({ newEmail, person }: FiledCase): Promise<number> =>
  (await app.inbox(newEmail)).length + (await app.inbox(person?.email)).length;
const messages = async ({ id: requestId }: FiledCase) => {
  const made = await app.db.rows.findBy(ReplacementDecision, { requestId });
  const caused = made.map(({ id: causeId }) => app.db.rows.findBy(OutboxMessage, { causeId }));
  return (await Promise.all(caused)).flat();
};
const takeBack = async ({ ticket }: FiledCase) => rina.ask(UNDO, { input: { ticket } });

describe('a decision taken back within its seconds', () => {
  it('leaves nothing outside, whatever it was and whenever; afterwards the refusal is clear', async () => {
    for (let round = 0; round < rounds(5, 100); round += 1) {
      const verdict = VERDICTS[round % VERDICTS.length] as (typeof VERDICTS)[number];
      const filed = await filedCase(app, { person: await active(app) });
      const { version } = await inHand(app, rina, filed);
      const before = await left(filed);
      const row = await caseRow(app, filed);
      outcome(await decide(rina, decision(filed, version, verdict, REASON[verdict])), 'DecisionRecorded');
      app.passTime((round % HOLD_S) * SECOND_MS + (round % 999));
      expect(await left(filed)).toBe(before); // a worker that comes by meanwhile sends none of it
      outcome(await takeBack(filed), 'DecisionRecorded');
      app.passTime(2 * HOLD_S * SECOND_MS);
      expect(await left(filed)).toBe(before);
      expect(
        (await messages(filed)).every(({ status, acceptedAt }) => status === 'EXPIRED' && !acceptedAt),
      ).toBe(true);
      const { status, officeId, openKey } = await caseRow(app, filed);
      expect([status, officeId, openKey]).toEqual(['IN_REVIEW', row.officeId, row.openKey]);

      // Too late for the second one: it stands, and is told.
      const again = await caseRow(app, filed);
      outcome(await decide(rina, decision(filed, again.version, 'REJECT')), 'DecisionRecorded');
      app.passTime(HOLD_S * SECOND_MS);
      const { reasons } = outcome(await takeBack(filed), 'DecisionRefused');
      expect(reasons[0]).toMatch(/sudah lewat/);
      expect(await left(filed)).toBeGreaterThan(before);
      expect((await caseRow(app, filed)).status).toBe('REJECTED');
      expect(said(await takeBack(filed))).toBe('DecisionRefused');
      if (round % 20 === 19) await provenAfresh(app, rina);
    }
  });
});
