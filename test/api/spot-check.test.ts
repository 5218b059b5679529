import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { SpotCheck } from '../../server/src/features/email-replacement/spot-check.entity.js';
import { SpotDraw } from '../../server/src/features/email-replacement/spot-draw.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { after, DAY_MS, MINUTE_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { newId } from '../../server/src/platform/ids.js';
import { type AtDesk, atDesk, signedInAgain } from '../kit/agents.js';
import { type App, anotherProcess, startApp } from '../kit/app.js';
import { MARK_SEEN, REQUEST, UNDO } from '../kit/case-operations.js';
import { ALL_TICKED, decided, type FiledCase, filedCase, looked } from '../kit/cases.js';
import { outcome, said } from '../kit/people.js';
import {
  EXTEND_SPOT_CHECK,
  RECORD_SPOT_CHECK,
  RELEASE_SPOT_CHECK,
  recordSpotCheck,
  SAVE_SPOT_DRAFT,
  SETTLE_SPOT_CHECK,
  SPOT_CHECK_FIGURES,
  SPOT_CHECKS,
  SPOT_IN_HAND,
  TAKE_SPOT_CHECK,
  takeSpotCheck,
} from '../kit/spot-checks.js';

let app: App;
let rina: AtDesk;
let sari: AtDesk;
let made: AtDesk;
beforeAll(async () => {
  // Every LOW decision is drawn here; the lottery has its own tests.
  app = await startApp({ CASE_SAMPLE_PCT: '100', CLAIM_PER_AGENT: '10', SESSION_AGENT_IDLE_MIN: '30' });
  rina = await atDesk(app, 'AGENT');
  sari = await atDesk(app, 'APPROVER');
  made = await atDesk(app, 'SUPERVISOR', '32');
});
afterAll(() => app.stop());

const afterHold = async (desk = app) => {
  desk.passTime(11 * SECOND_MS);
  await desk.work();
};

/** A LOW case that Rina decided, in effect. */
async function lowCase(verdict: string): Promise<FiledCase> {
  const filed = await filedCase(app);
  await decided(app, rina, filed, verdict);
  await afterHold();
  return filed;
}
const checkOf = ({ id: requestId }: FiledCase) => app.db.rows.findOneByOrFail(SpotCheck, { requestId });
const events = ({ id: caseId }: FiledCase, event: string) =>
  app.db.rows.findBy(AuditEvent, { caseId, event: event as never });

interface Shown {
  readonly id: string;
  readonly evidence: readonly { readonly id: string; readonly url: string }[];
}

/** Taken, and every document opened. */
async function inHand(agent: AtDesk): Promise<Shown> {
  const { check } = outcome(await takeSpotCheck(agent), 'SpotCheckTaken');
  await looked(app, agent, check.evidence);
  return check;
}
const word = ({ id: checkId }: Shown, verdict: string, more: object = {}) => ({
  ...{ checkId, verdict, checklist: ALL_TICKED, note: 'Diperiksa ulang dari awal.' },
  ...(verdict === 'REJECT' ? { reasonCode: 'IDENTITY_NOT_PROVEN' } : {}),
  ...more,
});
/** Looks at whatever is ready, so that the next test finds only its own. */
async function settleAll(agent = sari): Promise<void> {
  for (;;) {
    if (said(await takeSpotCheck(agent)) !== 'SpotCheckTaken') return;
    await recordSpotCheck(agent, word(await inHand(agent), 'APPROVE'));
  }
}

describe('a LOW decision', () => {
  it.each(['APPROVE', 'REJECT'])('to %s can be drawn, and says nothing of it to anybody', async (verdict) => {
    const filed = await lowCase(verdict);
    expect(await checkOf(filed)).toMatchObject({ waitingSince: expect.any(Date), outcome: null });
    const { timeline } = (await rina.ask(REQUEST, { ticket: filed.ticket })).data.replacementRequest;
    expect(JSON.stringify(timeline)).not.toMatch(/SPOT|draw/i);
    await settleAll();
  });

  it('of more risk is not drawn: two people have looked already', async () => {
    const filed = await filedCase(app, { more: { requester: 'PROXY_EMPLOYEE' as never } });
    await decided(app, rina, filed, 'REJECT');
    expect(await app.db.rows.countBy(SpotCheck, { requestId: filed.id })).toBe(0);
  });

  it('that is taken back is not looked at, and closed by the worker', async () => {
    const filed = await filedCase(app);
    await decided(app, rina, filed, 'REJECT');
    outcome(await rina.ask(UNDO, { input: { ticket: filed.ticket } }), 'DecisionRecorded');
    await afterHold();
    expect(said(await takeSpotCheck(sari))).toBe('NothingToCheck');
    app.passTime(10 * MINUTE_MS);
    await app.work();
    expect(await checkOf(filed)).toMatchObject({ outcome: 'MOOT', waitingSince: null });
  });

  it('waits until it took effect', async () => {
    const filed = await filedCase(app);
    await decided(app, rina, filed, 'APPROVE');
    expect(said(await takeSpotCheck(sari))).toBe('NothingToCheck');
    await afterHold();
    expect(said(await takeSpotCheck(sari))).toBe('SpotCheckTaken');
    await settleAll();
  });
});

describe('the lottery', () => {
  it('draws five in a hundred, and nobody without the key foresees which', async () => {
    const { INDEX_KEYS, SECRET_KEYS } = app.config.keys;
    const [ours, another] = [new SpotDraw(INDEX_KEYS, 5), new SpotDraw(SECRET_KEYS, 5)];
    const ids = Array.from({ length: 20_000 }, () => newId(app.now()));
    const drawn = (lots: SpotDraw) =>
      ids.filter((id) => {
        const { draw, drawBelow } = lots.of(id);
        return draw < drawBelow;
      });
    const [mine, theirs] = [drawn(ours), new Set(drawn(another))];
    expect(Math.abs(mine.length - 1000)).toBeLessThan(150); // five standard deviations
    expect(mine.filter((id) => theirs.has(id)).length).toBeLessThan(120);
  });

  it('is drawn again from case and key, also after a decision was taken back and made again', async () => {
    const filed = await filedCase(app);
    await decided(app, rina, filed, 'REJECT');
    outcome(await rina.ask(UNDO, { input: { ticket: filed.ticket } }), 'DecisionRecorded');
    await decided(app, rina, filed, 'REJECT');
    const rows = await app.db.rows.findBy(SpotCheck, { requestId: filed.id });
    const { draw, drawKey } = new SpotDraw(app.config.keys.INDEX_KEYS, 100).of(filed.id);
    expect(rows.map((row) => [row.draw, row.drawKey])).toEqual([
      [draw, drawKey],
      [draw, drawKey],
    ]);
    await afterHold();
    await settleAll();
  });

  it('leaves a row for those it did not draw, so that none can be left out unseen', async () => {
    const desk = await startApp({ CASE_SAMPLE_PCT: '0' });
    const [agent, other] = [await atDesk(desk, 'AGENT'), await atDesk(desk, 'APPROVER')];
    const filed = await filedCase(desk);
    await decided(desk, agent, filed, 'REJECT');
    await afterHold(desk);
    const row = await desk.db.rows.findOneByOrFail(SpotCheck, { requestId: filed.id });
    expect(row).toMatchObject({ drawBelow: 0, waitingSince: null, comparison: null });
    expect(said(await takeSpotCheck(other))).toBe('NothingToCheck');
    await desk.stop();
  });
});

describe('the second reader', () => {
  it('sees the case as it was compared, and nothing that tells what was decided', async () => {
    const approved = await lowCase('APPROVE');
    const { check: one } = outcome(await takeSpotCheck(sari), 'SpotCheckTaken');
    await recordSpotCheck(sari, word(await inHand(sari), 'APPROVE'));
    await lowCase('REJECT');
    const { check: other } = outcome(await takeSpotCheck(sari), 'SpotCheckTaken');
    await settleAll();
    const row = (check: typeof one, field: string) =>
      check.comparison.find((compared: { field: string }) => compared.field === field);
    // The account has the new email by now; the reader sees what the first person saw.
    expect(row(one, 'email')).toMatchObject({ verdict: 'DIFFERENT', requested: true });
    const shape = (check: typeof one) => [
      check.comparison.map(({ field, verdict }: { field: string; verdict: string }) => [field, verdict]),
      check.checklist,
      check.evidence
        .map(({ kind, seenByMe }: { kind: string; seenByMe: boolean }) => `${kind} ${seenByMe}`)
        .sort(),
    ];
    expect(shape(one)).toEqual(shape(other));
    for (const shown of [one, other]) {
      expect(JSON.stringify(shown)).not.toMatch(/EML-|APPROVE|REJECT|APPLIED|WAITING/);
      expect(JSON.stringify(shown)).not.toContain(approved.person?.nik);
    }
  });

  it('opens the documents at addresses of the own session while the check lasts, and not after', async () => {
    const filed = await lowCase('APPROVE');
    const { check } = outcome(await takeSpotCheck(sari), 'SpotCheckTaken');
    const [document] = check.evidence;
    expect(document.url).toMatch(/^\/helpdesk\/evidence\//);
    expect((await sari.ask(MARK_SEEN, { id: document.id })).data.markEvidenceSeen).toBe(false); // never sent
    await looked(app, sari, [document]);
    expect((await sari.ask(MARK_SEEN, { id: document.id })).data.markEvidenceSeen).toBe(true);
    expect((await rina.ask(MARK_SEEN, { id: document.id })).data.markEvidenceSeen).toBe(false);
    await sari.ask(RELEASE_SPOT_CHECK, { checkId: check.id });
    expect((await sari.ask(MARK_SEEN, { id: document.id })).data.markEvidenceSeen).toBe(false);
    expect(await events(filed, 'CASE_SPOT_CHECK_TAKEN')).toHaveLength(1);
    await settleAll();
  });

  it('is never the first decider, nor anybody who has opened the case', async () => {
    const filed = await lowCase('APPROVE');
    expect(said(await takeSpotCheck(rina))).toBe('NothingToCheck');
    await sari.ask(REQUEST, { ticket: filed.ticket });
    expect(said(await takeSpotCheck(sari))).toBe('NothingToCheck');
    expect(said(await takeSpotCheck(made))).toBe('SpotCheckTaken'); // the office above, which has not
    await settleAll(made);
  });

  it('has no say once the case was opened during the check', async () => {
    const filed = await lowCase('APPROVE');
    const check = await inHand(sari);
    await sari.ask(REQUEST, { ticket: filed.ticket });
    const refused = outcome(await recordSpotCheck(sari, word(check, 'APPROVE')), 'DecisionRefused');
    expect(refused.reasons[0]).toContain('sudah membuka');
    await sari.ask(RELEASE_SPOT_CHECK, { checkId: check.id });
    expect(said(await takeSpotCheck(sari))).toBe('NothingToCheck');
    await settleAll(made);
  });

  it('of another office finds nothing', async () => {
    await lowCase('APPROVE');
    const far = await atDesk(app, 'SUPERVISOR', '31');
    expect(said(await takeSpotCheck(far))).toBe('NothingToCheck');
    await settleAll();
  });

  it('opens every document, ticks the list to approve, gives a reason to reject', async () => {
    await lowCase('APPROVE');
    const { check } = outcome(await takeSpotCheck(sari), 'SpotCheckTaken');
    const bare = word(check, 'APPROVE', { checklist: [] });
    const { reasons } = outcome(await recordSpotCheck(sari, bare), 'DecisionRefused');
    expect(reasons.join(' ')).toMatch(/Buka semua dokumen.*daftar periksa/);
    await inHand(sari);
    const unsaid = word(check, 'REJECT', { reasonCode: null });
    expect(outcome(await recordSpotCheck(sari, unsaid), 'DecisionRefused').reasons[0]).toContain('alasan');
    await settleAll();
  });

  it('keeps one check at a time, and loses it with the lease or by leaving', async () => {
    await lowCase('APPROVE');
    await lowCase('REJECT');
    const first = await inHand(sari);
    expect(outcome(await takeSpotCheck(sari), 'SpotCheckTaken').check.id).toBe(first.id);
    await sari.ask('mutation { logOutAgent }');
    expect(outcome(await takeSpotCheck(made), 'SpotCheckTaken').check.id).toBe(first.id);
    expect((await made.ask(EXTEND_SPOT_CHECK, { checkId: first.id })).data.extendSpotCheck).toBe(
      after(app.now(), 15 * MINUTE_MS).toISOString(),
    );
    expect((await sari.ask(EXTEND_SPOT_CHECK, { checkId: first.id })).data.extendSpotCheck).toBeNull();
    app.passTime(15 * MINUTE_MS);
    for (const agent of [rina, sari, made]) await signedInAgain(app, agent, agent.browser);
    expect(said(await recordSpotCheck(made, word(first, 'APPROVE')))).toBe('DecisionRefused');
    expect(outcome(await takeSpotCheck(sari), 'SpotCheckTaken').check.id).toBe(first.id);
    await settleAll();
  });
});

describe('a check in hand', () => {
  const draftOf = (checkId: string, more: object = {}) => ({
    input: { checkId, verdict: 'REJECT', note: 'Wajah berbeda', checklist: ['ID_READABLE'], ...more },
  });
  const inHandOf = async (agent: AtDesk) => (await agent.ask(SPOT_IN_HAND)).data.spotCheckInHand;

  it('stands there again after a reload, with what was typed, for its reader alone', async () => {
    const filed = await lowCase('APPROVE');
    expect(await inHandOf(sari)).toBeNull();
    const { check } = outcome(await takeSpotCheck(sari), 'SpotCheckTaken');
    expect((await sari.ask(SAVE_SPOT_DRAFT, draftOf(check.id))).data.saveSpotCheckDraft).toBe(true);
    expect((await made.ask(SAVE_SPOT_DRAFT, draftOf(check.id))).data.saveSpotCheckDraft).toBe(false);
    await sari.ask(RELEASE_SPOT_CHECK, { checkId: check.id, mayReturn: true });
    app.passTime(60 * SECOND_MS);
    expect(await inHandOf(made)).toBeNull();
    expect(await inHandOf(sari)).toMatchObject({
      id: check.id,
      draft: {
        note: 'Wajah berbeda',
        verdict: 'REJECT',
        checklist: ['ID_READABLE'],
        messageToApplicant: null,
      },
    });
    await sari.ask(EXTEND_SPOT_CHECK, { checkId: check.id });
    app.passTime(10 * MINUTE_MS);
    expect((await inHandOf(sari)).id).toBe(check.id);
    expect(await events(filed, 'CASE_SPOT_CHECK_TAKEN')).toHaveLength(1);
    await settleAll();
  });

  it('whose page was closed is anybody’s within ninety seconds, and its reader types into it no more', async () => {
    await lowCase('APPROVE');
    const { check } = outcome(await takeSpotCheck(sari), 'SpotCheckTaken');
    await sari.ask(RELEASE_SPOT_CHECK, { checkId: check.id, mayReturn: true });
    app.passTime(90 * SECOND_MS);
    expect((await sari.ask(SAVE_SPOT_DRAFT, draftOf(check.id))).data.saveSpotCheckDraft).toBe(false);
    expect((await sari.ask(EXTEND_SPOT_CHECK, { checkId: check.id })).data.extendSpotCheck).toBeNull();
    expect(outcome(await takeSpotCheck(made), 'SpotCheckTaken').check.id).toBe(check.id);
    await settleAll(made);
  });
});

describe('two verdicts', () => {
  it('that are equal end the check; sent again it is the same answer, once on record', async () => {
    const filed = await lowCase('REJECT');
    const input = word(await inHand(sari), 'REJECT');
    const first = await sari.ask(RECORD_SPOT_CHECK, { input });
    expect(outcome(first, 'SpotCheckRecorded').outcome).toMatchObject({
      ...{ agrees: true, firstVerdict: 'REJECT', ticket: filed.ticket },
      decidedBy: { username: rina.username },
    });
    expect((await sari.ask(RECORD_SPOT_CHECK, { input })).data).toEqual(first.data);
    expect(await events(filed, 'CASE_SPOT_CHECKED')).toHaveLength(1);
  });

  it('that differ wait for a supervisor who is neither of the two', async () => {
    const filed = await lowCase('APPROVE');
    const check = await inHand(sari);
    await recordSpotCheck(sari, word(check, 'REJECT_AS_FRAUD', { note: 'Wajah tidak sama dengan KTP.' }));
    const open = async () => (await made.ask(SPOT_CHECKS)).data.spotChecks.items;
    const [newest] = await open();
    expect(newest).toMatchObject({ ticket: filed.ticket, agrees: false, secondVerdict: 'REJECT_AS_FRAUD' });
    expect(app.lines.join('')).toContain('a spot check came to another verdict');
    const input = { checkId: check.id, note: 'Pemilik dihubungi; akun diblokir dua pengawas.' };
    expect(said(await made.ask(SETTLE_SPOT_CHECK, { input }))).toBe('SpotCheckSettled');
    expect((await open()).map(({ ticket }: FiledCase) => ticket)).not.toContain(filed.ticket);
    expect((await made.ask(SPOT_CHECKS, { list: 'CHECKED' })).data.spotChecks.items[0]).toMatchObject({
      settledBy: { username: made.username },
      settledNote: input.note,
    });
    expect(await events(filed, 'CASE_SPOT_CHECK_SETTLED')).toHaveLength(1);
  });

  it('are settled by nobody about the own check, and by nobody of another office', async () => {
    await lowCase('REJECT');
    const check = await inHand(made);
    await recordSpotCheck(made, word(check, 'APPROVE'));
    const input = { checkId: check.id, note: 'Sudah dibicarakan dengan petugas.' };
    expect(said(await made.ask(SETTLE_SPOT_CHECK, { input }))).toBe('DecisionRefused');
    const far = await atDesk(app, 'SUPERVISOR', '31');
    expect(said(await far.ask(SETTLE_SPOT_CHECK, { input }))).toBe('NotFound');
    expect((await far.ask(SPOT_CHECKS, { list: 'CHECKED' })).data.spotChecks.items).toEqual([]);
  });

  it('are counted, by first decider', async () => {
    const days = { from: '2026-11-23', to: '2026-11-24' };
    const { spotCheckFigures: all } = (await made.ask(SPOT_CHECK_FIGURES, days)).data;
    expect(all).toMatchObject({ waiting: 0, unsettled: expect.any(Number) });
    expect(all.drawn).toBe(all.decided);
    expect(all.checked).toBeGreaterThan(8);
    expect(all.disagreed).toBeGreaterThanOrEqual(2);
    expect(all.byDecider).toMatchObject([{ agent: { username: rina.username }, checked: all.checked }]);
  });

  it('are listed page by page', async () => {
    const first = (await made.ask(SPOT_CHECKS, { list: 'CHECKED', first: 3 })).data.spotChecks;
    expect(first.hasNextPage).toBe(true);
    const after = { list: 'CHECKED', first: 3, after: first.endCursor };
    const next = (await made.ask(SPOT_CHECKS, after)).data.spotChecks;
    const ids = [...first.items, ...next.items].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(6);
  });
});

describe('many readers at once, over two processes', () => {
  it('each get another check, and none two', async () => {
    const other = await anotherProcess(app);
    for (const verdict of ['APPROVE', 'REJECT', 'APPROVE']) await lowCase(verdict);
    const readers = await Promise.all(Array.from({ length: 4 }, () => atDesk(app, 'AGENT')));
    const asks = readers.flatMap((reader) => [
      reader.ask(TAKE_SPOT_CHECK),
      other.http
        .inject({
          ...{ method: 'POST', url: '/helpdesk/graphql', payload: { query: TAKE_SPOT_CHECK } },
          headers: {
            'user-agent': 'tests',
            origin: app.config.publicBaseUrl,
            cookie: `__Host-konsol=${reader.browser.cookie}`,
          },
        })
        .then((reply) => reply.json()),
    ]);
    const taken = (await Promise.all(asks)).flatMap(({ data }) => data.takeSpotCheck.check?.id ?? []);
    expect(new Set(taken).size).toBe(3);
    const holders = await app.db.rows.query<{ n: number }[]>(
      'SELECT COUNT(*) AS n FROM spot_checks WHERE taken_by IS NOT NULL AND checked_at IS NULL GROUP BY taken_by',
    );
    expect(holders.map(({ n }) => Number(n))).toEqual([1, 1, 1]);
    if (other !== app) await other.stop();
  });
});

describe('a check nobody made', () => {
  it('is closed with the documents', async () => {
    const filed = await lowCase('REJECT');
    app.passTime(91 * DAY_MS);
    await app.work();
    app.passTime(10 * MINUTE_MS);
    await app.work();
    expect(await checkOf(filed)).toMatchObject({ outcome: 'MOOT', comparison: null });
  });
});
