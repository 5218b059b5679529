import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { EvidenceFile } from '../../server/src/features/email-replacement/evidence-file.entity.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { HOUR_MS } from '../../server/src/platform/clock.js';
import { LOGIN } from '../kit/account-operations.js';
import { type App, startApp } from '../kit/app.js';
import { onSqlite } from '../kit/database.js';
import { picture } from '../kit/documents.js';
import { active, outcome, said } from '../kit/people.js';
import { CANCEL, UNDO } from '../kit/replacement-operations.js';
import {
  approved,
  asked,
  caseOf,
  complete,
  createUpload,
  handedIn,
  linkToken,
  put,
  submit,
} from '../kit/replacements.js';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

/** While `work` runs, the database refuses to insert rows of this kind: the unit of work breaks at exactly that step. */
async function breaking(
  table: string,
  column: string,
  value: string,
  work: () => Promise<unknown>,
): Promise<void> {
  const fails = onSqlite()
    ? `WHEN NEW.${column} = '${value}' BEGIN SELECT RAISE(ABORT, 'broken on purpose'); END`
    : `FOR EACH ROW IF NEW.${column} = '${value}' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'broken on purpose'; END IF`;
  await app.db.writer.query(`CREATE TRIGGER broken BEFORE INSERT ON ${table} ${fails}`);
  try {
    await work();
  } finally {
    await app.db.writer.query('DROP TRIGGER broken');
  }
}

const kindsAt = async (to: string) => (await app.inbox(to)).map(({ kind }) => kind);
const logIn = async (identifier: string, password: string) =>
  said(await app.ask(LOGIN, { input: { identifier, password } }));
const folder = () => join(app.config.DATA_DIR, 'evidence');
const stored = () => (existsSync(folder()) ? readdirSync(folder()).sort() : []);

describe('a unit of work that breaks', () => {
  it.each([
    ['at its message to the applicant', 'outbox_messages', 'kind', 'REPLACEMENT_RECEIVED'],
    ['at its entry in the trail', 'audit_events', 'event', 'CASE_SUBMITTED'],
  ])(
    '%s leaves the case as it was before the hand-in, and the next try does all of it',
    async (_where, table, column, value) => {
      const known = await active(app);
      const to = await complete(app, known);
      await breaking(table, column, value, async () => {
        expect((await submit(app, to)).errors?.[0].extensions.reference).toEqual(expect.any(String));
      });
      expect(await caseOf(app, to)).toMatchObject({
        status: 'AWAITING_CONFIRMATION',
        openKey: null,
        officeId: null,
      });
      expect(await kindsAt(known.email)).not.toContain('REPLACEMENT_ASKED');
      outcome(await submit(app, to), 'EmailReplacementProgress');
      expect((await kindsAt(known.email)).filter((kind) => kind === 'REPLACEMENT_ASKED')).toHaveLength(1);
    },
  );

  it.each([
    ['at the last message of the change', 'outbox_messages', 'kind', 'REPLACEMENT_FORMER_EMAIL'],
    ['at its entry in the trail', 'audit_events', 'event', 'CASE_APPLIED'],
    ['at the new email itself', 'identifiers', 'kind', 'EMAIL'],
  ])('%s changes nothing of the account, and the job comes again', async (_where, table, column, value) => {
    const known = await active(app);
    const to = await approved(app, known);
    app.passTime(24 * HOUR_MS);
    await breaking(table, column, value, () => app.work());
    expect((await caseOf(app, to)).status).toBe('WAITING_PERIOD');
    expect([await logIn(known.email, known.password), await logIn(to.newEmail, known.password)]).toEqual([
      'LoggedIn',
      'LoginRejected',
    ]);
    await app.work();
    expect((await caseOf(app, to)).status).toBe('APPLIED');
    expect(await logIn(to.newEmail, known.password)).toBe('LoggedIn');
    const { id: caseId } = await caseOf(app, to);
    expect(await app.db.rows.countBy(AuditEvent, { caseId, event: 'CASE_APPLIED' })).toBe(1);
  });

  it('after the document is stored leaves neither object nor proof, and the address is spent', async () => {
    const to = await asked(app);
    const content = await picture('jpeg', 40, 40);
    const document = { kind: 'ID_CARD', contentType: 'image/jpeg', content };
    const { url, evidenceId } = outcome(await createUpload(app, to, document), 'EvidenceUpload');
    const before = stored();
    const headers = { 'content-type': 'image/jpeg' };
    await breaking('audit_events', 'event', 'CASE_PROVEN', async () => {
      expect((await put(app, url, content, headers)).status).toBe(500);
    });
    expect(stored()).toEqual(before);
    expect((await app.db.rows.findOneByOrFail(EvidenceFile, { id: evidenceId })).status).toBe('LOST');
    expect((await put(app, url, content, headers)).status).toBe(404);
  });

  it('half-way through a stop or an undo leaves the link good', async () => {
    const known = await active(app);
    const stopped = await handedIn(app, known);
    const stop = await linkToken(app, known.email, 'REPLACEMENT_ASKED');
    await breaking('audit_events', 'event', 'CASE_STOPPED', () =>
      app.ask(CANCEL, { input: { token: stop } }),
    );
    expect((await caseOf(app, stopped)).status).toBe('SUBMITTED');
    expect(said(await app.ask(CANCEL, { input: { token: stop } }))).toBe('EmailReplacementCancelled');

    const other = await active(app);
    const to = await approved(app, other);
    app.passTime(24 * HOUR_MS);
    await app.work();
    const undo = await linkToken(app, other.email, 'REPLACEMENT_FORMER_EMAIL');
    await breaking('audit_events', 'event', 'CASE_UNDONE', () => app.ask(UNDO, { input: { token: undo } }));
    expect(await logIn(to.newEmail, other.password)).toBe('LoggedIn');
    expect(said(await app.ask(UNDO, { input: { token: undo } }))).toBe('EmailReplacementUndone');
    expect(await logIn(other.email, other.password)).toBe('LoggedIn');
  });
});
