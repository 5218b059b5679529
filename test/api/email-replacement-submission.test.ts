import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { EvidenceFile } from '../../server/src/features/email-replacement/evidence-file.entity.js';
import { ReplacementDecision } from '../../server/src/features/email-replacement/replacement-decision.entity.js';
import { ReplacementDraft } from '../../server/src/features/email-replacement/replacement-draft.entity.js';
import { move, ReplacementStatus } from '../../server/src/features/email-replacement/replacement-status.js';
import { Office } from '../../server/src/office/office.entity.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { DAY_MS, HOUR_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { newId } from '../../server/src/platform/ids.js';
import { OutboxMessage } from '../../server/src/platform/outbox/outbox-message.entity.js';
import { type Answer, type App, startApp } from '../kit/app.js';
import { picture } from '../kit/documents.js';
import { active, outcome, said } from '../kit/people.js';
import { CANCEL, WITHDRAW } from '../kit/replacement-operations.js';
import {
  type Asked,
  asked,
  caseOf,
  complete,
  emailProven,
  handedIn,
  linkToken,
  submit,
  uploaded,
} from '../kit/replacements.js';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const field = ({ data }: Answer) => Object.values(data)[0] as Record<string, unknown>;
const card = async (kind: string) => ({
  kind,
  contentType: 'image/jpeg',
  content: await picture('jpeg', 40, 40),
});
const kindsAt = async (to: string) => (await app.inbox(to)).map(({ kind }) => kind);

/** As the desk sends a case back; its service clock stands still. */
async function returned(to: Asked, minutesLeft = 600): Promise<void> {
  const now = app.now();
  await app.db.transact(async (tx) => {
    const seen = await caseOf(app, to);
    await move(tx, seen, ReplacementStatus.IN_REVIEW, { now });
    const held = { ...seen, status: ReplacementStatus.IN_REVIEW, version: seen.version + 1 };
    const clock = { dueAt: null, urgentAt: null, workMinutesLeft: minutesLeft };
    const set = {
      ...clock,
      messageToApplicant: 'Foto KTP buram.',
      expiresAt: new Date(now.getTime() + 14 * DAY_MS),
    };
    await move(tx, held, ReplacementStatus.RETURNED, { now, set });
    await tx.insert(ReplacementDecision, {
      id: newId(now),
      requestId: seen.id,
      agentId: newId(now),
      sessionId: newId(now),
      officeId: seen.officeId ?? '',
      verdict: 'RETURN' as never,
      tier: seen.tier,
      requestVersion: seen.version,
      statusBefore: 'IN_REVIEW',
      at: now,
    });
  });
}

describe('handing a case in', () => {
  it('names everything that is missing, and changes nothing', async () => {
    const to = await asked(app);
    const answer = await submit(app, to);
    expect(field(answer)).toEqual({
      __typename: 'NotReadyToSubmit',
      missing: ['NEW_EMAIL', 'ID_CARD', 'SELFIE_WITH_ID'],
      message:
        'Permohonan belum lengkap: kode dari email baru, foto KTP, swafoto dengan KTP. Lengkapi lalu kirim kembali.',
    });
    expect((await caseOf(app, to)).status).toBe('AWAITING_CONFIRMATION');
  });

  it.each([
    ['the code from the new email', 'NEW_EMAIL'],
    ['a document', 'SELFIE_WITH_ID'],
  ])('needs %s', async (_what, missing) => {
    const to = missing === 'NEW_EMAIL' ? await asked(app) : await emailProven(app);
    await uploaded(app, to, await card('ID_CARD'));
    if (missing === 'NEW_EMAIL') await uploaded(app, to, await card('SELFIE_WITH_ID'));
    expect(field(await submit(app, to)).missing).toEqual([missing]);
  });

  it('puts it before the office of the address, with a promise in its working hours', async () => {
    const known = await active(app);
    const to = await complete(app, known);
    expect(field(await submit(app, to))).toMatchObject({
      status: 'SUBMITTED',
      missingEvidence: [],
      expiresAt: null,
    });
    const request = await caseOf(app, to);
    const office = await app.db.rows.findOneByOrFail(Office, { id: request.officeId ?? '' });
    expect([office.name, request.accountMatch]).toEqual(['DPMPTSP Provinsi DKI Jakarta', 'ONE']);
    expect(request.openKey).toBe(request.accountId);
    expect(request.dueAt && request.dueAt > app.now()).toBe(true);
  });

  it('promises as the law’s example has it: Friday 16.30, five working days, Friday 16.00', async () => {
    const friday = await startApp();
    friday.passTime(new Date('2026-11-27T09:00:00.000Z').getTime() - friday.now().getTime());
    const to = await complete(friday, await active(friday));
    friday.passTime(new Date('2026-11-27T09:30:00.000Z').getTime() - friday.now().getTime());
    outcome(await submit(friday, to), 'EmailReplacementProgress');
    expect((await caseOf(friday, to)).dueAt?.toISOString()).toBe('2026-12-04T09:00:00.000Z');
    const { text } = await friday.latest(to.newEmail, 'REPLACEMENT_RECEIVED');
    expect(text).toContain('4 Desember 2026');
    await friday.stop();
  });

  it('puts one that matches no account before the central office, and looks the same to its applicant', async () => {
    const [known, unknown] = [await complete(app, await active(app)), await complete(app)];
    const answers = [field(await submit(app, known)), field(await submit(app, unknown))];
    const same = answers.map((one) => ({ ...one, ticket: '', updatedAt: '' }));
    expect(same[0]).toEqual(same[1]);
    const request = await caseOf(app, unknown);
    const office = await app.db.rows.findOneByOrFail(Office, { id: request.officeId ?? '' });
    expect([office.level, request.tier, request.accountMatch]).toEqual(['CENTRAL', 'HIGH', 'NONE']);
    expect(await kindsAt(unknown.newEmail)).toContain('REPLACEMENT_RECEIVED');
  });

  it('tells every old channel, the one called dead too, with a link of its own', async () => {
    const known = await active(app);
    const to = await handedIn(app, known);
    const notice = await app.latest(known.email, 'REPLACEMENT_ASKED');
    expect(notice.link).toMatch(/^https:\/\/akun\.example\.com\/hentikan#[\w-]{43}$/);
    expect(notice.text).toContain(to.ticket);
    expect(notice.text).not.toContain(to.newEmail);
  });

  it('tells them also when every budget of messages is used up', async () => {
    const small = await startApp({ SEND_BUDGET_ACCOUNT: '1/1h' });
    const known = await active(small);
    await handedIn(small, known);
    expect((await small.inbox(known.email)).map(({ kind }) => kind)).toContain('REPLACEMENT_ASKED');
    await small.stop();
  });

  it('is on record with its office', async () => {
    const to = await handedIn(app, await active(app));
    const { id, officeId } = await caseOf(app, to);
    const [event] = await app.db.rows.findBy(AuditEvent, { caseId: id, event: 'CASE_SUBMITTED' });
    expect(event?.officeId).toBe(officeId);
  });

  it('may be repeated: the second answer is the first, and nobody is told twice', async () => {
    const known = await active(app);
    const to = await complete(app, known);
    const answers = [await submit(app, to), await submit(app, to)];
    expect(answers.map((one) => field(one).status)).toEqual(['SUBMITTED', 'SUBMITTED']);
    expect((await kindsAt(known.email)).filter((kind) => kind === 'REPLACEMENT_ASKED')).toHaveLength(1);
  });

  it('does not wait for the worker to have looked for the account', async () => {
    const known = await active(app);
    const to = await complete(app, known);
    await app.db.transact((tx) =>
      tx.query(
        "UPDATE replacement_requests SET account_match = 'PENDING', account_id = NULL WHERE ticket = ?",
        [to.ticket],
      ),
    );
    outcome(await submit(app, to), 'EmailReplacementProgress');
    expect((await caseOf(app, to)).accountMatch).toBe('ONE');
  });

  it('lets one of several cases about an account have it; the next one follows when that has ended', async () => {
    const known = await active(app);
    const [first, second] = [await handedIn(app, known), await handedIn(app, known)];
    expect([(await caseOf(app, first)).openKey !== null, (await caseOf(app, second)).openKey]).toEqual([
      true,
      null,
    ]);
    expect((await caseOf(app, second)).signals).toContain('OTHER_CASE_OPEN');
    outcome(
      await app.ask(WITHDRAW, { input: { ticketToken: first.ticketToken } }),
      'EmailReplacementCancelled',
    );
    expect((await caseOf(app, second)).openKey).toBe((await caseOf(app, second)).accountId);
  });

  it('lets one of eight handed in at once have the account, and all of them into the queue', async () => {
    const many = await startApp({ CASE_BUDGET_ACCOUNT: '100/30d' });
    const known = await active(many);
    const cases = [];
    for (let times = 0; times < 8; times += 1) cases.push(await complete(many, known));
    await Promise.all(cases.map((to) => submit(many, to)));
    const rows = await Promise.all(cases.map((to) => caseOf(many, to)));
    expect(rows.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 'SUBMITTED'));
    expect(rows.filter(({ openKey }) => openKey !== null)).toHaveLength(1);
    await many.stop();
  });
});

describe('a case that was sent back', () => {
  it('shows its applicant why, and takes new material before it is handed in again', async () => {
    const to = await handedIn(app, await active(app));
    await returned(to);
    const answer = await submit(app, to);
    expect(field(answer)).toMatchObject({ __typename: 'NotReadyToSubmit', missing: ['NEW_MATERIAL'] });
    app.passTime(HOUR_MS);
    expect((await uploaded(app, to, await card('ID_CARD'))).status).toBe(201);
    expect(field(await submit(app, to))).toMatchObject({ status: 'SUBMITTED' });
  });

  it('begins without the ticks that were made on the former documents', async () => {
    const to = await handedIn(app, await active(app));
    await returned(to);
    const { id: requestId } = await caseOf(app, to);
    const typed = { checklist: 'ID_READABLE', note: null, messageToApplicant: null, reasonCode: null };
    const draft = { ...typed, requestId, agentId: newId(app.now()), verdict: null, savedAt: app.now() };
    await app.db.transact((tx) => tx.insert(ReplacementDraft, draft));
    app.passTime(HOUR_MS);
    await uploaded(app, to, await card('ID_CARD'));
    outcome(await submit(app, to), 'EmailReplacementProgress');
    expect(await app.db.rows.countBy(ReplacementDraft, { requestId })).toBe(0);
  });

  it('goes on with the rest of its service time, and voids what was decided', async () => {
    const to = await handedIn(app, await active(app));
    const before = await caseOf(app, to);
    await returned(to, 480);
    app.passTime(DAY_MS);
    await uploaded(app, to, await card('ID_CARD'));
    outcome(await submit(app, to), 'EmailReplacementProgress');
    const after = await caseOf(app, to);
    expect(after.version).toBeGreaterThan(before.version);
    expect([after.submittedAt, after.workMinutesLeft]).toEqual([before.submittedAt, null]);
    expect(after.dueAt && (after.dueAt.getTime() - app.now().getTime()) / DAY_MS).toBeLessThan(4);
    const [decision] = await app.db.rows.findBy(ReplacementDecision, { requestId: after.id });
    expect(decision?.voidReason).toBe('NEW_MATERIAL');
  });

  it('keeps the earlier document for whoever asks what was seen', async () => {
    const to = await handedIn(app, await active(app));
    await returned(to);
    app.passTime(SECOND_MS);
    await uploaded(app, to, await card('ID_CARD'));
    const files = await app.db.rows.findBy(EvidenceFile, {
      requestId: (await caseOf(app, to)).id,
      kind: 'ID_CARD' as never,
    });
    expect(files.map(({ status }) => status).sort()).toEqual(['STORED', 'SUPERSEDED']);
  });
});

describe('a case that waits too long for its applicant', () => {
  it('ends after a week unsubmitted; a second earlier it can still be handed in', async () => {
    const [late, inTime] = [await complete(app), await complete(app)];
    app.passTime(7 * DAY_MS - HOUR_MS);
    expect(field(await submit(app, inTime)).status).toBe('SUBMITTED');
    app.passTime(HOUR_MS);
    expect(said(await submit(app, late))).toBe('TicketRejected');
    await app.work();
    expect(await caseOf(app, late)).toMatchObject({
      status: 'EXPIRED',
      endReason: 'EXPIRED',
      expiresAt: null,
    });
    expect(await kindsAt(late.newEmail)).toContain('REPLACEMENT_EXPIRED_APPLICANT');
    expect((await caseOf(app, inTime)).status).toBe('SUBMITTED');
  });

  it('ends two weeks after a return, and its links with it', async () => {
    const known = await active(app);
    const to = await handedIn(app, known);
    const stop = await linkToken(app, known.email, 'REPLACEMENT_ASKED');
    await returned(to);
    app.passTime(14 * DAY_MS);
    await app.work();
    expect((await caseOf(app, to)).status).toBe('EXPIRED');
    expect(said(await app.ask(CANCEL, { input: { token: stop } }))).toBe('LinkRejected');
    expect(
      await app.db.rows.countBy(OutboxMessage, { kind: 'REPLACEMENT_EXPIRED_APPLICANT' }),
    ).toBeGreaterThan(0);
  });
});
