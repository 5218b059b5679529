import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Account } from '../../server/src/account/account.entity.js';
import { EvidenceFile } from '../../server/src/features/email-replacement/evidence-file.entity.js';
import { EvidenceKind } from '../../server/src/features/email-replacement/evidence-kind.js';
import { ReplacementDecision } from '../../server/src/features/email-replacement/replacement-decision.entity.js';
import { ReplacementRequest } from '../../server/src/features/email-replacement/replacement-request.entity.js';
import { WatchedAddress } from '../../server/src/features/email-replacement/watched-address.entity.js';
import { Office } from '../../server/src/office/office.entity.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { type AtDesk, atDesk, provenAfresh, signedInAgain } from '../kit/agents.js';
import { type App, startApp } from '../kit/app.js';
import { DECIDE, REQUEST, TRANSFER, UNDO } from '../kit/case-operations.js';
import {
  accountOf,
  caseRow,
  claim,
  decide,
  decided,
  decision,
  type FiledCase,
  filedCase,
  inHand,
  storedFile,
} from '../kit/cases.js';
import { active, newPerson, outcome, type Registered, registered, said } from '../kit/people.js';

let app: App;
let rina: AtDesk;
let sari: AtDesk;
let made: AtDesk;
beforeAll(async () => {
  app = await startApp({ CLAIM_PER_AGENT: '10' }); // cases left in the middle are not this file's subject
  rina = await atDesk(app, 'AGENT');
  sari = await atDesk(app, 'APPROVER');
  made = await atDesk(app, 'SUPERVISOR', '32');
});
afterAll(() => app.stop());

const undo = (agent: AtDesk, { ticket }: FiledCase) => agent.ask(UNDO, { input: { ticket } });
const page = async (agent: AtDesk, { ticket }: FiledCase) =>
  (await agent.ask(REQUEST, { ticket })).data.replacementRequest;
const inboxOf = async (to: string) => (await app.inbox(to)).map(({ kind }) => kind);
const afterHold = () => app.passTime(11 * SECOND_MS);
const eventsOf = async ({ id }: FiledCase) =>
  (await app.db.rows.find(AuditEvent, { where: { caseId: id }, order: { id: 'ASC' } })).map(
    ({ event }) => event,
  );
/** A day later every session is over. */
const signedInAgainAll = async () => {
  for (const agent of [rina, sari, made]) await signedInAgain(app, agent, agent.browser);
};
const reasonsOf = async (agent: AtDesk, input: object) =>
  outcome(await decide(agent, input), 'DecisionRefused').reasons.join(' ');

/** A case of MEDIUM risk: a proxy, and nothing else. */
const byProxy = () => filedCase(app, { more: { requester: 'PROXY_EMPLOYEE' as never } });

describe('the page of a case', () => {
  it('shows verdicts and masks, never the values, and puts the look on record', async () => {
    const filed = await filedCase(app);
    const shown = await page(rina, filed);
    const row = (field: string) => shown.comparison.find((one: { field: string }) => one.field === field);
    expect(row('nik')).toMatchObject({ verdict: 'SAME', requested: false });
    expect(row('email')).toMatchObject({ verdict: 'DIFFERENT', requested: true });
    expect(row('registry')).toMatchObject({ verdict: 'SAME' });
    expect(JSON.stringify(shown)).not.toContain(filed.person?.nik);
    expect(JSON.stringify(shown)).not.toContain(filed.newEmail);
    expect(shown.tier).toBe('LOW');
    expect(await eventsOf(filed)).toContain('RECORD_VIEWED');
  });

  it('calls a name two letters away similar and a MEDIUM case, another name a HIGH one', async () => {
    const near = await filedCase(app, { more: { fullName: 'Sutinah Conto' } });
    const far = await filedCase(app, { more: { fullName: 'Bambang Contoh' } });
    expect((await page(rina, near)).tier).toBe('MEDIUM');
    expect((await page(rina, far)).signals).toMatchObject([{ code: 'UNWANTED_DIFFERENCE', weight: 2 }]);
  });

  it('says beside every button why it is off', async () => {
    const filed = await filedCase(app);
    const { allowedActions } = await page(rina, filed);
    const approve = allowedActions.find(({ action }: { action: string }) => action === 'APPROVE');
    expect(approve).toEqual({
      action: 'APPROVE',
      allowed: false,
      reason: 'Ambil permohonan ini lebih dahulu.',
    });
  });

  it('says how much working time is left, and how late it is', async () => {
    const leftUntil = async (dueAt: Date) =>
      (await page(rina, await filedCase(app, { more: { dueAt } }))).workMinutesLeft;
    const at = app.now().getTime();
    expect(await leftUntil(new Date(at + DAY_MS))).toBe(app.house.workingDays.minutesADay);
    expect(await leftUntil(new Date(at - DAY_MS))).toBeLessThanOrEqual(0);
  });

  it('keeps what an agent typed, for that agent only', async () => {
    const filed = await filedCase(app);
    const typed = { note: 'Baris satu\nBaris dua', verdict: 'REJECT' };
    const input = { ...typed, ticket: filed.ticket, checklist: ['ID_READABLE'] };
    await rina.ask('mutation($input: SaveDraftInput!) { saveDraft(input: $input) }', { input });
    expect((await page(rina, filed)).draft).toMatchObject(typed);
    expect((await page(sari, filed)).draft).toBeNull();
  });
});

describe('deciding a LOW case', () => {
  it('takes one person, takes effect after the hold, and tells applicant and owner only then', async () => {
    const filed = await filedCase(app);
    const recorded = await decided(app, rina, filed, 'APPROVE');
    expect(recorded.request).toMatchObject({ status: 'WAITING_PERIOD', claim: null });
    expect(recorded.request.effectiveAt).toBe(recorded.undoUntil);
    expect(await inboxOf(filed.newEmail)).toEqual([]);
    afterHold();
    expect((await inboxOf(filed.newEmail)).toSorted()).toEqual([
      'REPLACEMENT_APPLIED',
      'REPLACEMENT_APPROVED',
    ]);
    expect(await inboxOf(filed.person?.email ?? '')).toContain('REPLACEMENT_AHEAD');
  });

  it('asks for claim, documents and checklist, each by its sentence', async () => {
    const filed = await filedCase(app);
    const { version } = await caseRow(app, filed);
    expect(await reasonsOf(rina, decision(filed, version, 'APPROVE'))).toContain('Ambil permohonan');
    const { request } = outcome(await claim(rina, filed), 'RequestClaimed');
    const bare = decision(filed, request.version, 'APPROVE', { checklist: [] });
    const reasons = await reasonsOf(rina, bare);
    expect(reasons).toContain('Buka semua dokumen');
    expect(reasons).toContain('daftar periksa');
  });

  it('refuses a document that the scanner still holds', async () => {
    const filed = await filedCase(app);
    const held = { ...storedFile(app, filed.id, EvidenceKind.OTHER), status: 'HELD' as const };
    await app.db.transact((tx) => tx.insert(EvidenceFile, held));
    const { version } = await inHand(app, rina, filed);
    expect(await reasonsOf(rina, decision(filed, version, 'APPROVE'))).toContain('dipindai');
    await app.db.transact((tx) => tx.delete(EvidenceFile, { id: held.id })); // it has no content to be scanned
  });

  it('cannot approve what matches no account, or one that is not active', async () => {
    const nobody = await filedCase(app, { person: null });
    const waiting = await filedCase(app, { person: await registered(app) });
    for (const [filed, why] of [
      [nobody, 'Tidak ada satu akun'],
      [waiting, 'tidak aktif'],
    ] as const) {
      const { version } = await inHand(app, rina, filed);
      expect(await reasonsOf(rina, decision(filed, version, 'APPROVE'))).toContain(why);
      await decide(rina, decision(filed, version, 'REJECT'));
    }
  });

  it('asks for a fresh code after half an hour, and takes the same command then', async () => {
    const desk = await startApp({
      SESSION_AGENT_IDLE_MIN: '30',
      CLAIM_LEASE_MIN: '60',
      CLAIM_MAX_MIN: '120',
    });
    const tuti = await atDesk(desk, 'AGENT');
    const filed = await filedCase(desk);
    desk.passTime(20 * MINUTE_MS);
    const { version } = await inHand(desk, tuti, filed);
    desk.passTime(11 * MINUTE_MS);
    const input = decision(filed, version, 'REJECT');
    expect(said(await decide(tuti, input))).toBe('FreshProofRequired');
    await provenAfresh(desk, tuti);
    expect(said(await decide(tuti, input))).toBe('DecisionRecorded');
    await desk.stop();
  });

  it('gives the first answer again to the same command, and changes nothing twice', async () => {
    const filed = await filedCase(app);
    const { version } = await inHand(app, rina, filed);
    const input = decision(filed, version, 'REJECT');
    const first = await rina.ask(DECIDE, { input });
    expect(await rina.ask(DECIDE, { input })).toMatchObject({ data: first.data });
    expect(await app.db.rows.countBy(ReplacementDecision, { requestId: filed.id })).toBe(1);
    const other = { ...input, verdict: 'APPROVE', reasonCode: null };
    expect(said(await rina.ask(DECIDE, { input: other }))).toBe('DecisionRefused');
  });

  it('tells the other agent who decided', async () => {
    const filed = await filedCase(app);
    const { version } = await caseRow(app, filed);
    await decided(app, rina, filed, 'REJECT');
    const late = outcome(await decide(sari, decision(filed, version + 1, 'APPROVE')), 'AlreadyDecided');
    expect(late).toMatchObject({ status: 'REJECTED', decidedBy: { username: rina.username } });
  });
});

describe('deciding a case of more risk', () => {
  it('takes a second person with the role, never the same', async () => {
    const filed = await byProxy();
    await decided(app, rina, filed, 'APPROVE');
    expect(await caseRow(app, filed)).toMatchObject({
      status: 'AWAITING_SECOND_DECISION',
      effectiveAt: null,
    });
    expect(said(await claim(rina, filed))).toBe('NothingToClaim');
    afterHold();
    expect(await inboxOf(filed.newEmail)).toEqual([]);
    await decided(app, sari, filed, 'APPROVE');
    expect(await caseRow(app, filed)).toMatchObject({ status: 'WAITING_PERIOD' });
    expect((await eventsOf(filed)).filter((event) => event === 'CASE_APPROVED')).toHaveLength(1);
  });

  it('refuses the first decider also in another role, and has it on record', async () => {
    const filed = await byProxy();
    const tuti = await atDesk(app, 'AGENT');
    await decided(app, tuti, filed, 'APPROVE');
    await app.db.transact((tx) =>
      tx.query("UPDATE office_assignments SET role = 'APPROVER' WHERE current_for = ?", [tuti.id]),
    );
    await app.db.transact((tx) =>
      tx.query("UPDATE agent_sessions SET role = 'APPROVER' WHERE agent_id = ?", [tuti.id]),
    );
    const { version } = await caseRow(app, filed);
    expect(await reasonsOf(tuti, decision(filed, version, 'APPROVE'))).toContain('pemutus pertama');
    expect(await eventsOf(filed)).toContain('AUTHZ_DENIED');
    expect(await caseRow(app, filed)).toMatchObject({ status: 'AWAITING_SECOND_DECISION' });
  });

  it('leaves HIGH to a supervisor and always waits', async () => {
    const filed = await filedCase(app, { more: { fullName: 'Bambang Contoh' } });
    await decided(app, rina, filed, 'APPROVE');
    expect(said(await claim(sari, filed))).toBe('NothingToClaim');
    const { request, undoUntil } = await decided(app, made, filed, 'APPROVE');
    expect(new Date(request.effectiveAt).getTime() - new Date(undoUntil).getTime()).toBe(24 * HOUR_MS);
  });

  it('goes to the office above where nobody else has the role', async () => {
    const desk = await startApp();
    const alone = await atDesk(desk, 'AGENT');
    const above = await atDesk(desk, 'APPROVER', '32');
    const filed = await filedCase(desk, { more: { requester: 'PROXY_EMPLOYEE' as never } });
    await decided(desk, alone, filed, 'APPROVE');
    await decided(desk, above, filed, 'APPROVE');
    expect(await caseRow(desk, filed)).toMatchObject({ status: 'WAITING_PERIOD' });
    await desk.stop();
  });

  it('returns to the first person with a comment, whose decision is void then', async () => {
    const filed = await byProxy();
    await decided(app, rina, filed, 'APPROVE');
    await decided(app, sari, filed, 'RETURN');
    expect(await caseRow(app, filed)).toMatchObject({ status: 'SUBMITTED', firstDeciderId: null });
    const { decisions } = await page(rina, filed);
    const first = decisions.find(({ verdict }: { verdict: string }) => verdict === 'APPROVE');
    expect(first.voidedAt).not.toBeNull();
  });

  it('starts again, as HIGH, when the account changed after the first approval', async () => {
    const filed = await byProxy();
    await decided(app, rina, filed, 'APPROVE');
    const id = await accountOf(app, filed.person as Registered);
    await app.db.transact((tx) => tx.increment(Account, { id }, 'version', 1));
    const { version } = await inHand(app, sari, filed);
    expect(said(await decide(sari, decision(filed, version, 'APPROVE')))).toBe('RequestChanged');
    expect(await caseRow(app, filed)).toMatchObject({
      status: 'SUBMITTED',
      tier: 'HIGH',
      firstDeciderId: null,
    });
    expect(await eventsOf(filed)).toContain('CASE_COMPARE_AGAIN');
    await decided(app, rina, filed, 'APPROVE');
    await decided(app, made, filed, 'APPROVE');
  });

  it('starts again when the address went to somebody else meanwhile', async () => {
    const filed = await byProxy();
    await decided(app, rina, filed, 'APPROVE');
    await active(app, {}, { ...newPerson(), email: filed.newEmail });
    const { version } = await inHand(app, sari, filed);
    expect(said(await decide(sari, decision(filed, version, 'APPROVE')))).toBe('RequestChanged');
    const { version: again } = await inHand(app, rina, filed);
    expect(await reasonsOf(rina, decision(filed, again, 'APPROVE'))).toContain('sudah dipakai akun lain');
  });

  it('voids the first approval with every change of the facts', async () => {
    const filed = await byProxy();
    await decided(app, rina, filed, 'APPROVE');
    const { version } = await inHand(app, sari, filed);
    await app.db.transact((tx) => tx.increment(ReplacementRequest, { id: filed.id }, 'version', 1));
    expect(said(await decide(sari, decision(filed, version, 'APPROVE')))).toBe('RequestChanged');
  });
});

describe('other verdicts', () => {
  it('return it to the applicant, with what is missing and until when', async () => {
    const filed = await filedCase(app);
    await decided(app, rina, filed, 'RETURN');
    const row = await caseRow(app, filed);
    expect(row).toMatchObject({ status: 'RETURNED', workMinutesLeft: expect.any(Number) });
    expect(row.expiresAt?.getTime()).toBe(app.now().getTime() + 14 * DAY_MS);
    afterHold();
    const { text } = await app.latest(filed.newEmail, 'REPLACEMENT_RETURNED');
    expect(text).toContain('Foto ulang di tempat terang');
  });

  it('need a reason from the list, and a note where fraud is suspected', async () => {
    const filed = await filedCase(app);
    const { version } = await inHand(app, rina, filed);
    const unsaid = decision(filed, version, 'REJECT', { reasonCode: 'UNREADABLE' });
    expect(await reasonsOf(rina, unsaid)).toContain('Pilih alasan');
    const silent = decision(filed, version, 'REJECT_AS_FRAUD', { note: 'tipu' });
    expect(await reasonsOf(rina, silent)).toContain('catatan internal');
  });

  it('contest the account and watch the address of a fraud; both go when it is taken back', async () => {
    const filed = await filedCase(app);
    const id = await accountOf(app, filed.person as Registered);
    await decided(app, rina, filed, 'REJECT_AS_FRAUD');
    expect(await app.house.cautions.isContested(id)).toBe(true);
    expect(await app.db.rows.countBy(WatchedAddress, { requestId: filed.id })).toBe(1);
    expect(said(await undo(rina, filed))).toBe('DecisionRecorded');
    expect(await app.house.cautions.isContested(id)).toBe(false);
    expect(await app.db.rows.countBy(WatchedAddress, { requestId: filed.id })).toBe(0);
  });

  it('escalate to the office above, which decides then', async () => {
    const filed = await filedCase(app);
    app.passTime(SECOND_MS);
    await decided(app, rina, filed, 'ESCALATE');
    expect((await page(made, filed)).office.name).toContain('Jawa Barat');
    expect(await page(rina, filed)).toBeNull();
    const MINE = `{ myDecisions(first: 5) { totalCount items { ticket status decisions { verdict }
      comparison { field } checklist { code } evidence { id } allowedActions { action } timeline { items { event } } } } }`;
    const [gone] = (await rina.ask(MINE)).data.myDecisions.items;
    expect(gone).toMatchObject({
      ticket: filed.ticket,
      status: 'SUBMITTED',
      decisions: [{ verdict: 'ESCALATE' }],
    });
    // What became of it may be known; what is in it is another office's by now.
    for (const inside of [
      gone.comparison,
      gone.checklist,
      gone.evidence,
      gone.allowedActions,
      gone.timeline.items,
    ])
      expect(inside).toEqual([]);
  });

  it('transfer to another office by a supervisor, on record at both', async () => {
    const filed = await byProxy();
    await decided(app, rina, filed, 'APPROVE');
    const { id: officeId } = await app.db.rows.findOneByOrFail(Office, { seat: '31' });
    const input = { ticket: filed.ticket, officeId, reason: 'Alamat usaha pindah ke Jakarta.' };
    outcome(await made.ask(TRANSFER, { input }), 'RequestClaimed');
    expect(await caseRow(app, filed)).toMatchObject({ status: 'SUBMITTED', officeId, firstDeciderId: null });
    expect((await eventsOf(filed)).filter((event) => event === 'CASE_TRANSFERRED')).toHaveLength(2);
  });
});

describe('taking a decision back', () => {
  it.each(['APPROVE', 'REJECT', 'RETURN', 'ESCALATE'])(
    'within the hold undoes %s with nothing sent',
    async (verdict) => {
      const filed = await filedCase(app);
      const before = await inHand(app, rina, filed);
      outcome(await decide(rina, decision(filed, before.version, verdict)), 'DecisionRecorded');
      await app.work();
      const { request } = outcome(await undo(rina, filed), 'DecisionRecorded');
      expect(request).toMatchObject({ status: 'IN_REVIEW', claim: { mine: true }, effectiveAt: null });
      expect(request.dueAt).not.toBeNull();
      app.passTime(DAY_MS);
      expect(await inboxOf(filed.newEmail)).toEqual([]);
      expect(await inboxOf(filed.person?.email ?? '')).not.toContain('REPLACEMENT_AHEAD');
      await signedInAgainAll();
    },
  );

  it('is over at the end of the hold, to the second', async () => {
    const filed = await filedCase(app);
    await decided(app, rina, filed, 'REJECT');
    app.passTime(10 * SECOND_MS);
    expect(outcome(await undo(rina, filed), 'DecisionRefused').reasons[0]).toContain('sudah lewat');
    expect(await inboxOf(filed.newEmail)).toEqual(['REPLACEMENT_REJECTED']);
  });

  it('is over once a second person has taken the case', async () => {
    const filed = await byProxy();
    await decided(app, rina, filed, 'APPROVE');
    await claim(sari, filed);
    expect(said(await undo(rina, filed))).toBe('DecisionRefused');
  });

  it('brings the first decision back that a second person had returned', async () => {
    const filed = await byProxy();
    await decided(app, rina, filed, 'APPROVE');
    afterHold();
    await decided(app, sari, filed, 'RETURN');
    expect(said(await undo(sari, filed))).toBe('DecisionRecorded');
    expect(await caseRow(app, filed)).toMatchObject({
      status: 'AWAITING_SECOND_DECISION',
      firstDeciderId: rina.id,
    });
  });

  it('is nobody else’s', async () => {
    const filed = await filedCase(app);
    await decided(app, rina, filed, 'REJECT');
    expect(said(await undo(sari, filed))).toBe('NotFound');
  });
});
