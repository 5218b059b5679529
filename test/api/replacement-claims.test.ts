import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ReplacementRequest } from '../../server/src/features/email-replacement/replacement-request.entity.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { MINUTE_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { type AtDesk, atDesk } from '../kit/agents.js';
import { type App, startApp } from '../kit/app.js';
import { CLAIM_NEXT, EXTEND_CLAIM, RELEASE_CLAIM, REQUEST, TAKE_OVER } from '../kit/case-operations.js';
import { accountOf, caseRow, claim, type FiledCase, filedCase } from '../kit/cases.js';
import { active, outcome, said } from '../kit/people.js';

let app: App;
let rina: AtDesk;
let andi: AtDesk;
let made: AtDesk;
beforeAll(async () => {
  app = await startApp({ SESSION_AGENT_IDLE_MIN: '30' });
  rina = await atDesk(app, 'AGENT');
  andi = await atDesk(app, 'AGENT');
  made = await atDesk(app, 'SUPERVISOR', '32');
});
afterAll(() => app.stop());

const release = (agent: AtDesk, { ticket }: FiledCase) => agent.ask(RELEASE_CLAIM, { ticket });
const extend = (agent: AtDesk, { ticket }: FiledCase) => agent.ask(EXTEND_CLAIM, { ticket });
const takeOver = (agent: AtDesk, { ticket }: FiledCase) =>
  agent.ask(TAKE_OVER, { input: { ticket, reason: 'Petugas sedang sakit hari ini.' } });

describe('claiming a case', () => {
  it('gives it to one agent and tells the other who has it', async () => {
    const filed = await filedCase(app);
    expect(outcome(await claim(rina, filed), 'RequestClaimed').request).toMatchObject({
      status: 'IN_REVIEW',
      claim: { mine: true, since: app.now().toISOString(), agent: { username: rina.username } },
    });
    expect(outcome(await claim(andi, filed), 'ClaimHeldByOther').heldBy.username).toBe(rina.username);
    await release(rina, filed);
  });

  it('ends by itself, without anybody sweeping', async () => {
    const filed = await filedCase(app);
    await claim(rina, filed);
    app.passTime(15 * MINUTE_MS);
    expect(said(await claim(andi, filed))).toBe('RequestClaimed');
    expect(said(await extend(rina, filed))).toBe('ClaimHeldByOther');
    await release(andi, filed);
  });

  it('goes on with every heartbeat, but not beyond two hours', async () => {
    const desk = await startApp();
    const tuti = await atDesk(desk, 'AGENT');
    const filed = await filedCase(desk);
    outcome(await claim(tuti, filed), 'RequestClaimed');
    for (let beat = 0; beat < 11; beat += 1) {
      desk.passTime(10 * MINUTE_MS);
      expect(said(await extend(tuti, filed))).toBe('RequestClaimed');
    }
    desk.passTime(10 * MINUTE_MS);
    expect(said(await extend(tuti, filed))).toBe('NothingToClaim');
    await desk.stop();
  });

  it('stops at two cases', async () => {
    const three = [await filedCase(app), await filedCase(app), await filedCase(app)] as const;
    await claim(rina, three[0]);
    await claim(rina, three[1]);
    expect(outcome(await claim(rina, three[2]), 'NothingToClaim').message).toContain('2');
    await release(rina, three[0]);
    expect(said(await claim(rina, three[2]))).toBe('RequestClaimed');
    for (const one of three) await release(rina, one);
  });

  it('ends with the session of whoever signs out', async () => {
    const sari = await atDesk(app, 'AGENT');
    const filed = await filedCase(app);
    await claim(sari, filed);
    await sari.ask('mutation { logOutAgent }');
    expect(await caseRow(app, filed)).toMatchObject({ status: 'SUBMITTED', claimedBy: null });
  });

  it('is refused to whoever the account belongs to, and skips that case when the next is asked for', async () => {
    const filed = await filedCase(app);
    const own = await atDesk(app, 'AGENT');
    await app.db.transact((tx) =>
      tx.query('UPDATE agents SET nik_index = ? WHERE id = ?', [
        app.house.personal.nikIndex(filed.person?.nik ?? ''),
        own.id,
      ]),
    );
    expect(outcome(await claim(own, filed), 'NothingToClaim').message).toContain('terkait dengan Anda');
  });

  it('is refused to whoever looked into the account outside a case lately', async () => {
    const person = await active(app);
    const filed = await filedCase(app, { person });
    const subject = { subjectKind: 'ACCOUNT', subjectId: await accountOf(app, person) };
    await app.db.transact((tx) =>
      app.house.audit.record(tx, {
        actorKind: 'AGENT',
        actorId: andi.id,
        event: 'DATA_REVEALED',
        ...subject,
      }),
    );
    expect(said(await claim(andi, filed))).toBe('NothingToClaim');
    expect(said(await claim(rina, filed))).toBe('RequestClaimed');
    await release(rina, filed);
  });

  it('finds nothing of another office', async () => {
    const filed = await filedCase(app, { seat: '31' });
    expect(said(await claim(rina, filed))).toBe('NotFound');
    expect((await rina.ask(REQUEST, { ticket: filed.ticket })).data.replacementRequest).toBeNull();
  });
});

describe('taking a claim over', () => {
  it('is a supervisor’s, with a reason, and ends the former one', async () => {
    const filed = await filedCase(app);
    await claim(rina, filed);
    expect((await takeOver(andi, filed)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(outcome(await takeOver(made, filed), 'RequestClaimed').request.claim.mine).toBe(true);
    expect(outcome(await extend(rina, filed), 'ClaimHeldByOther').heldBy.username).toBe(made.username);
    await release(made, filed);
  });
});

describe('a page that goes and may come back', () => {
  const leave = (agent: AtDesk, { ticket }: FiledCase) =>
    agent.ask(RELEASE_CLAIM, { ticket, mayReturn: true });

  it('keeps its case over a reload, and loses it within ninety seconds when it was closed', async () => {
    const filed = await filedCase(app);
    await claim(rina, filed);
    expect((await leave(rina, filed)).data.releaseClaim).toBe(true);
    app.passTime(60 * SECOND_MS);
    expect(said(await claim(andi, filed))).toBe('ClaimHeldByOther');
    expect(said(await extend(rina, filed))).toBe('RequestClaimed'); // came back
    app.passTime(10 * MINUTE_MS);
    expect(said(await claim(andi, filed))).toBe('ClaimHeldByOther');
    await leave(rina, filed);
    app.passTime(90 * SECOND_MS);
    expect(said(await extend(rina, filed))).toBe('NothingToClaim');
    expect(said(await claim(andi, filed))).toBe('RequestClaimed');
    expect((await leave(rina, filed)).data.releaseClaim).toBe(false);
    expect(outcome(await extend(andi, filed), 'RequestClaimed').request.claim.mine).toBe(true);
    await release(andi, filed);
  });

  it('lengthens nothing: a claim that ends sooner ends then', async () => {
    const filed = await filedCase(app);
    await claim(rina, filed);
    app.passTime(15 * MINUTE_MS - 20 * SECOND_MS);
    await leave(rina, filed);
    app.passTime(20 * SECOND_MS);
    expect(said(await claim(andi, filed))).toBe('RequestClaimed');
    await release(andi, filed);
  });
});

describe('asking for the next case', () => {
  it('hands out the most urgent one, another to each', async () => {
    const desk = await startApp();
    const [one, two] = [await atDesk(desk, 'AGENT'), await atDesk(desk, 'AGENT')];
    const later = await filedCase(desk, { clean: false }); // five working days, a clean one has two
    const sooner = await filedCase(desk);
    expect(outcome(await one.ask(CLAIM_NEXT), 'RequestClaimed').request.ticket).toBe(sooner.ticket);
    expect(outcome(await two.ask(CLAIM_NEXT), 'RequestClaimed').request.ticket).toBe(later.ticket);
    expect(said(await two.ask(CLAIM_NEXT))).toBe('NothingToClaim');
    await desk.stop();
  });

  it('is the same one again for the same key, until that is no longer theirs', async () => {
    const desk = await startApp();
    const agent = await atDesk(desk, 'AGENT');
    const first = await filedCase(desk);
    desk.passTime(MINUTE_MS);
    const second = await filedCase(desk);
    const next = async (key: string) =>
      outcome(await agent.ask(CLAIM_NEXT, { key }), 'RequestClaimed').request.ticket;
    expect(await next('kunci-satu')).toBe(first.ticket);
    expect(await next('kunci-satu')).toBe(first.ticket); // the answer was lost
    expect(await desk.db.rows.countBy(ReplacementRequest, { claimedBy: agent.id })).toBe(1);
    expect(await next('kunci-lain')).toBe(second.ticket);
    await release(agent, first);
    expect(await next('kunci-satu')).toBe(first.ticket); // taken anew: whoever asks again is not left without
    const events = { caseId: first.id, event: 'CASE_CLAIMED' as const };
    expect(await desk.db.rows.countBy(AuditEvent, events)).toBe(2);
    await desk.stop();
  });

  it('sent eight times at once with one key fills one hand', async () => {
    const desk = await startApp();
    const agent = await atDesk(desk, 'AGENT');
    for (let more = 0; more < 3; more += 1) await filedCase(desk);
    const sent = Array.from({ length: 8 }, () => agent.ask(CLAIM_NEXT, { key: 'kunci-satu' }));
    const tickets = (await Promise.all(sent))
      .map(({ data }) => data.claimNext.request?.ticket)
      .filter(Boolean);
    expect(new Set(tickets).size).toBe(1);
    expect(await desk.db.rows.countBy(ReplacementRequest, { claimedBy: agent.id })).toBe(1);
    await desk.stop();
  });
});
