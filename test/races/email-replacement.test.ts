import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ReplacementEffectJob } from '../../server/src/features/email-replacement/replacement-effect.job.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { HOUR_MS, MINUTE_MS } from '../../server/src/platform/clock.js';
import { OutboxMessage } from '../../server/src/platform/outbox/outbox-message.entity.js';
import { replacementEffect } from '../../server/src/rooms/replacement-outcome.js';
import { type App, anotherProcess, startApp } from '../kit/app.js';
import { active, loggedIn, said } from '../kit/people.js';
import { CANCEL, RESEND_NEW_EMAIL_CODE, UNDO, WITHDRAW } from '../kit/replacement-operations.js';
import {
  type Asked,
  approved,
  asked,
  caseOf,
  complete,
  confirmNewEmail,
  freshEmail,
  handedIn,
  linkToken,
  submit,
} from '../kit/replacements.js';
import { rounds } from '../kit/rounds.js';

let app: App;
let other: App;
beforeAll(async () => {
  app = await startApp();
  other = await anotherProcess(app);
});
afterAll(async () => {
  await other.stop();
  await app.stop();
});

const ROUNDS = rounds(4, 100);
const REQUEST_CHANGE =
  'mutation C($input: RequestContactChangeInput!) { requestContactChange(input: $input) { __typename } }';
const CONFIRM_CHANGE =
  'mutation C($input: ConfirmContactChangeInput!) { confirmContactChange(input: $input) { __typename } }';
const job = ({ house }: App) => new ReplacementEffectJob(house, replacementEffect(house), () => undefined);
const howMany = async (to: Asked, event: string) =>
  app.db.rows.countBy(AuditEvent, { caseId: (await caseOf(app, to)).id, event: event as never });

describe('at one instant', () => {
  it('a stop link and the change: one of them happened, and wholly', async () => {
    const ends = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const known = await active(app);
      const to = await approved(app, known);
      const token = await linkToken(app, known.email, 'REPLACEMENT_ASKED');
      app.passTime(24 * HOUR_MS);
      const stop = () => other.ask(CANCEL, { input: { token } });
      // Now the one is a step ahead, now the other.
      const [answer] =
        round % 2
          ? await Promise.all([stop(), job(app).run()])
          : await Promise.all([job(app).run().then(stop)]);
      const { status } = await caseOf(app, to);
      const stopped = said(answer) === 'EmailReplacementCancelled';
      expect(status).toBe(stopped ? 'CANCELLED' : 'APPLIED');
      expect([await howMany(to, 'CASE_STOPPED'), await howMany(to, 'CASE_APPLIED')]).toEqual(
        stopped ? [1, 0] : [0, 1],
      );
      ends.add(status);
    }
    expect(ends.size).toBeGreaterThan(0);
  });

  it('many jobs on two processes: it is applied once, and told once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const known = await active(app);
      const to = await approved(app, known);
      app.passTime(24 * HOUR_MS);
      await Promise.all([app, other, app, other, app, other].map((one) => job(one).run()));
      expect([(await caseOf(app, to)).status, await howMany(to, 'CASE_APPLIED')]).toEqual(['APPLIED', 1]);
      const { accountId } = await caseOf(app, to);
      const told = { accountId: accountId ?? '', kind: 'REPLACEMENT_FORMER_EMAIL' };
      expect(await app.db.rows.countBy(OutboxMessage, told)).toBe(1);
    }
  });

  it('the change and somebody else proving the new address: it belongs to one of them', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const known = await active(app);
      const newEmail = freshEmail();
      const to = await approved(app, known, { newEmail });
      const rival = await active(app);
      app.passTime(24 * HOUR_MS - MINUTE_MS);
      const session = await loggedIn(app, rival);
      const channel = 'EMAIL';
      await app.ask(
        REQUEST_CHANGE,
        { input: { channel, contact: newEmail, password: rival.password } },
        session,
      );
      const { code } = await app.latest(newEmail, 'CONTACT_CHANGE_CODE');
      app.passTime(MINUTE_MS);
      const confirm = () => other.ask(CONFIRM_CHANGE, { input: { channel, code } }, session);
      const [answer] =
        round % 2
          ? await Promise.all([confirm(), job(app).run()])
          : await Promise.all([job(app).run().then(confirm)]);
      const theirs = said(answer) === 'Account';
      expect((await caseOf(app, to)).status).toBe(theirs ? 'SUBMITTED' : 'APPLIED');
      const owners: unknown[] = await app.db.rows.query(
        'SELECT account_id FROM identifiers WHERE identifier_key = ?',
        [newEmail],
      );
      expect(owners).toHaveLength(1);
    }
  });

  it('sixteen presses of a stop link: it is stopped once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const known = await active(app);
      const to = await handedIn(app, known);
      const token = await linkToken(app, known.email, 'REPLACEMENT_ASKED');
      const answers = await Promise.all(
        Array.from({ length: 16 }, (_, press) => (press % 2 ? app : other).ask(CANCEL, { input: { token } })),
      );
      expect(answers.map(said).filter((one) => one === 'EmailReplacementCancelled')).toHaveLength(1);
      expect(await howMany(to, 'CASE_STOPPED')).toBe(1);
    }
  });

  it('sixteen hand-ins: all are answered alike, it is handed in once and told once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const known = await active(app);
      const to = await complete(app, known);
      const answers = await Promise.all(
        Array.from({ length: 16 }, (_, press) => submit(press % 2 ? app : other, to)),
      );
      expect(new Set(answers.map(said))).toEqual(new Set(['EmailReplacementProgress']));
      expect(await howMany(to, 'CASE_SUBMITTED')).toBe(1);
      const { accountId } = await caseOf(app, to);
      expect(
        await app.db.rows.countBy(OutboxMessage, { accountId: accountId ?? '', kind: 'REPLACEMENT_ASKED' }),
      ).toBe(1);
    }
  });

  it('hand-in and withdrawal: whatever comes first, the case has one state and no open secret', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const to = await complete(app, await active(app));
      await Promise.all([
        submit(app, to),
        other.ask(WITHDRAW, { input: { ticketToken: to.ticketToken } }),
        submit(other, to),
      ]);
      const { status, id, openKey } = await caseOf(app, to);
      expect(['CANCELLED', 'SUBMITTED']).toContain(status);
      if (status !== 'CANCELLED') continue;
      expect(openKey).toBeNull();
      const open: unknown[] = await app.db.rows.query(
        "SELECT id FROM one_time_secrets WHERE subject_id = ? AND status = 'ISSUED'",
        [id],
      );
      expect(open).toEqual([]);
    }
  });

  it('two undo presses and a job that still runs: undone once, and the old email is there', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const known = await active(app);
      const to = await approved(app, known);
      app.passTime(24 * HOUR_MS);
      await app.work();
      const token = await linkToken(app, known.email, 'REPLACEMENT_FORMER_EMAIL');
      const answers = await Promise.all([
        app.ask(UNDO, { input: { token } }),
        other.ask(UNDO, { input: { token } }),
        job(app)
          .run()
          .then(() => undefined),
      ]);
      expect(answers.filter((one) => one && said(one) === 'EmailReplacementUndone')).toHaveLength(1);
      expect((await caseOf(app, to)).status).toBe('UNDONE');
    }
  });

  it('a proof of the one address and a change to another: the other never counts as proven', async () => {
    for (let round = 0; round < 2 * ROUNDS; round += 1) {
      const to = await asked(app);
      const { newEmail } = await caseOf(app, to);
      const { code } = await app.latest(newEmail, 'REPLACEMENT_EMAIL_CODE');
      const change = () =>
        other.ask(RESEND_NEW_EMAIL_CODE, { input: { ticketToken: to.ticketToken, newEmail: freshEmail() } });
      await Promise.all([change(), confirmNewEmail(app, to, code)]);
      const after = await caseOf(app, to);
      if (after.newEmailConfirmedAt) expect(after.newEmail).toBe(newEmail);
    }
  });
});
