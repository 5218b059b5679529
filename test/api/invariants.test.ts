import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Account } from '../../server/src/account/account.entity.js';
import { ReplacementRequest } from '../../server/src/features/email-replacement/replacement-request.entity.js';
import { invariants } from '../../server/src/invariants.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../server/src/platform/clock.js';
import { newId } from '../../server/src/platform/ids.js';
import { type AtDesk, atDesk } from '../kit/agents.js';
import { type App, startApp } from '../kit/app.js';
import { broken } from '../kit/broken.js';
import { caseRow, decided, type FiledCase } from '../kit/cases.js';
import { active, loggedIn, newPerson, type Registered, registered } from '../kit/people.js';
import { askReset, changeContact, NEW_PASSWORD, reset, resetToken } from '../kit/recovery.js';
import { CANCEL, UNDO } from '../kit/replacement-operations.js';
import { caseOf, handedIn, linkToken } from '../kit/replacements.js';

let app: App;
let rina: AtDesk;
let made: AtDesk;
beforeAll(async () => {
  app = await startApp({ SESSION_AGENT_IDLE_MIN: '30' });
  rina = await atDesk(app, 'AGENT', '31');
  made = await atDesk(app, 'SUPERVISOR', '31');
});
afterAll(() => app.stop());

const write = (sql: string, ...values: unknown[]) => app.db.transact((tx) => tx.query(sql, values));
const only = async (sql: string, ...values: unknown[]): Promise<string> => {
  const [row] = await app.db.rows.query<{ id: string }[]>(sql, values);
  if (!row) throw new Error(`Nothing is found by ${sql}`);
  return row.id;
};
const accountOf = ({ username }: Registered) =>
  only('SELECT account_id AS id FROM identifiers WHERE identifier_key = ?', username);

/** A case that both of them approved, by the doors that people use. */
async function approvedCase(known: Registered): Promise<FiledCase> {
  const to = await handedIn(app, known);
  await app.work();
  const { id, ticket, newEmail } = await caseOf(app, to);
  const filed = { id, ticket, newEmail, person: known };
  await decided(app, rina, filed, 'APPROVE');
  await decided(app, made, filed, 'APPROVE');
  return filed;
}

let known: Registered;
let filed: FiledCase;

describe('what people and agents do', () => {
  it('breaks no invariant', async () => {
    known = await active(app);
    await registered(app);
    const forgetful = await active(app);
    await askReset(app, forgetful.email);
    await reset(app, await resetToken(app, forgetful), NEW_PASSWORD);
    await changeContact(app, await active(app), 'EMAIL', newPerson());
    const undone = await active(app);
    [filed] = [await approvedCase(known), await approvedCase(undone)];
    const stopped = await active(app);
    await handedIn(app, stopped);
    await app.ask(CANCEL, {
      input: { token: await linkToken(app, stopped.email, 'REPLACEMENT_ASKED') },
    });
    await decided(app, rina, await handedInAt(await active(app)), 'REJECT');
    await decided(app, rina, await handedInAt(await active(app)), 'RETURN');
    app.passTime(MINUTE_MS); // nobody takes a decision back
    await app.work();
    app.passTime(25 * HOUR_MS);
    await app.work();
    expect((await caseRow(app, filed)).status).toBe('APPLIED');
    await app.ask(UNDO, {
      input: { token: await linkToken(app, undone.email, 'REPLACEMENT_FORMER_EMAIL') },
    });
    await app.work();
    expect(await broken(app)).toEqual({});
  });

  async function handedInAt(person: Registered): Promise<FiledCase> {
    const to = await handedIn(app, person);
    const { id, ticket, newEmail } = await caseOf(app, to);
    return { id, ticket, newEmail, person };
  }
});

/** By the name of the invariant: breaks it behind everybody's back and answers the row that is against it. */
const TAMPERED: Record<string, () => Promise<string>> = {
  'account-has-its-trail': async () => {
    const row = await app.db.rows.findOneByOrFail(Account, { id: await accountOf(await registered(app)) });
    const id = newId(app.now());
    await app.db.transact((tx) => tx.insert(Account, { ...row, id, nib: null }));
    return id;
  },
  'account-has-one-username': async () => {
    const id = await accountOf(await registered(app));
    await write("DELETE FROM identifiers WHERE account_id = ? AND kind = 'USERNAME'", id);
    return id;
  },
  'active-account-was-activated': async () => {
    const id = await accountOf(await active(app));
    await write('UPDATE accounts SET activated_at = NULL WHERE id = ?', id);
    return id;
  },
  'waiting-account-is-not-activated': async () => {
    const id = await accountOf(await registered(app));
    await write('UPDATE accounts SET activated_at = created_at WHERE id = ?', id);
    return id;
  },
  'identifier-is-owned-once-proven': () => anIdentifier('identifier_key = NULL'),
  'replaced-contact-becomes-free': () => anIdentifier('replaced_at = created_at'),
  'account-has-one-current-contact-a-kind': () => anIdentifier("kind = 'USERNAME'"),
  'holder-is-found-by-the-index': async () => {
    const account = await accountOf(await registered(app));
    await write("UPDATE identity_links SET role = 'RESPONSIBLE_PERSON' WHERE account_id = ?", account);
    return only('SELECT id FROM identity_links WHERE account_id = ?', account);
  },
  'secret-dies-with-its-credentials': async () => {
    const account = await accountOf(await registered(app));
    await write('UPDATE accounts SET credential_version = 7 WHERE id = ?', account);
    return only("SELECT id FROM one_time_secrets WHERE subject_id = ? AND status = 'ISSUED'", account);
  },
  'session-dies-with-its-credentials': async () => {
    const person = await active(app);
    await loggedIn(app, person);
    const account = await accountOf(person);
    await write('UPDATE accounts SET credential_version = 7 WHERE id = ?', account);
    return only('SELECT id FROM sessions WHERE account_id = ?', account);
  },
  'spent-secret-has-its-trail': () => aSecret("purpose = 'CONTACT_CHANGE'"),
  'spent-secret-has-its-effect': () => aSecret("purpose = 'PASSWORD_RESET'"),
  'code-is-tried-within-its-limit': () => aSecret('tries = 11'),
  'finished-registration-has-its-account': () => aDraft("step = 'COMPLETED', account_id = NULL"),
  'new-account-has-its-message': async () => {
    const account = await accountOf(await registered(app));
    await write('DELETE FROM outbox_messages WHERE account_id = ?', account);
    return only('SELECT id FROM registration_drafts WHERE account_id = ?', account);
  },
  'ended-registration-keeps-nothing': () => aDraft("password_hash = 'left'"),
  'waiting-registration-can-go-on': () => aDraft("step = 'AWAITING_REGISTRY', account_id = NULL"),
  'case-ends-once': () => aCase('ended_at = NULL'),
  'account-has-one-open-case': () => aCase("open_key = 'somebody'"),
  'decision-has-one-entry': async () => {
    await write('DELETE FROM replacement_decisions WHERE request_id = ? AND agent_id = ?', filed.id, rina.id);
    return filed.id;
  },
  'approved-case-was-approved': async () => filed.id,
  'rejected-case-has-one-decision': async () => {
    const id = await only("SELECT id FROM replacement_requests WHERE status = 'REJECTED'");
    await write('UPDATE replacement_decisions SET voided_at = at WHERE request_id = ?', id);
    return id;
  },
  'second-decision-is-another-persons': async () => {
    const undone = await only("SELECT id FROM replacement_requests WHERE status = 'UNDONE'");
    await write('UPDATE replacement_decisions SET agent_id = ? WHERE request_id = ?', rina.id, undone);
    return only('SELECT id FROM replacement_decisions WHERE request_id = ? ORDER BY id', undone);
  },
  'approved-case-has-its-time': () => aCase("status = 'WAITING_PERIOD', effective_at = NULL"),
  'applied-case-has-its-entry': () => aCase('applied_at = NULL'),
  'applied-case-has-its-notices': async () => {
    const { id } = await app.db.rows.findOneByOrFail(ReplacementRequest, { status: 'UNDONE' as never });
    await write("DELETE FROM outbox_messages WHERE kind = 'REPLACEMENT_APPLIED'");
    return id;
  },
  'claim-has-a-holder-and-an-end': () => aCase("claimed_by = 'somebody'"),
  'agent-holds-few-cases': async () => {
    await write('UPDATE replacement_requests SET claimed_by = ?, claim_until = ?', rina.id, '2099-01-01');
    return rina.id;
  },
  'document-in-use-is-there': async () => {
    const id = await only("SELECT id FROM evidence_files WHERE status = 'STORED'");
    await app.house.files.remove(id);
    return id;
  },
  'assignment-holds-until-it-ends': async () => {
    await write('UPDATE office_assignments SET valid_to = valid_from WHERE agent_id = ?', made.id);
    return only('SELECT id FROM office_assignments WHERE agent_id = ?', made.id);
  },
  'agent-on-duty-has-one-office': async () => {
    await write('UPDATE office_assignments SET current_for = NULL WHERE agent_id = ?', made.id);
    return made.id;
  },
  'agent-session-dies-with-its-agent': async () => {
    const { id } = await atDesk(app, 'AGENT');
    await write('UPDATE agents SET version = 9 WHERE id = ?', id);
    return only('SELECT id FROM agent_sessions WHERE agent_id = ? AND ended_at IS NULL', id);
  },
  'finished-message-keeps-no-text': () => aMessage("sealed = 'left'"),
  'waiting-message-has-its-text': () => aMessage('due_at = created_at'),
  'message-waits-or-has-ended': () => aMessage("status = 'QUEUED'"),
  'message-in-hand-is-claimed': () => aMessage("status = 'SENDING', due_at = created_at, sealed = 'x'"),
  'accepted-message-has-its-try': async () => {
    const id = await aMessage('attempts = 1');
    await write('DELETE FROM delivery_attempts WHERE message_id = ?', id);
    return id;
  },
  'delivered-message-has-its-receipt': () => aMessage("status = 'READ'"),
  'try-has-its-message': async () => {
    const id = await aMessage('attempts = 1');
    await write('DELETE FROM outbox_messages WHERE id = ?', id);
    return only('SELECT id FROM delivery_attempts WHERE message_id = ?', id);
  },
  'budget-is-never-given-back-twice': async () => {
    await write('UPDATE attempt_budgets SET used = -1');
    return only('SELECT budget_key AS id FROM attempt_budgets ORDER BY budget_key');
  },
  'lease-ends-within-a-day': async () => {
    await write("UPDATE leases SET until = '2099-01-01 00:00:00.000' WHERE name = 'forget'");
    return 'forget';
  },
};

async function changed(table: string, id: string, set: string): Promise<string> {
  await write(`UPDATE ${table} SET ${set} WHERE id = ?`, id);
  return id;
}
const anIdentifier = async (set: string) => {
  const account = await accountOf(await active(app));
  const id = await only("SELECT id FROM identifiers WHERE account_id = ? AND kind = 'EMAIL'", account);
  return changed('identifiers', id, set);
};
const aSecret = async (set: string) => {
  const account = await accountOf(await active(app));
  const spent = "SELECT id FROM one_time_secrets WHERE subject_id = ? AND status = 'SPENT'";
  return changed('one_time_secrets', await only(spent, account), set);
};
const aDraft = async (set: string) => {
  const account = await accountOf(await registered(app));
  const draft = await only('SELECT id FROM registration_drafts WHERE account_id = ?', account);
  return changed('registration_drafts', draft, set);
};
const aCase = (set: string) => changed('replacement_requests', filed.id, set);
const aMessage = async (set: string) => {
  const account = await accountOf(await active(app));
  const sent = "SELECT id FROM outbox_messages WHERE account_id = ? AND status = 'ACCEPTED' ORDER BY id";
  return changed('outbox_messages', await only(sent, account), set);
};

/** A unique key keeps these; what is left to the check is a table that came back without it. */
const KEPT_BY_KEYS = ['identifier-has-one-owner', 'identity-has-one-holder', 'entity-has-one-account'];
/** `audit.test.ts` cuts, moves and changes rows of the trail. */
const PROVEN_ELSEWHERE = ['audit-chain-holds'];

describe('a row that should never be', () => {
  it.each(Object.entries(TAMPERED))('is named: %s', async (name, tamper) => {
    const id = await tamper();
    expect((await broken(app))[name]).toContain(id);
  });

  it('is looked for by every invariant, each of them proven', () => {
    const names = invariants(app.config, app.house.files).map(({ name }) => name);
    expect(names.sort()).toEqual([...Object.keys(TAMPERED), ...KEPT_BY_KEYS, ...PROVEN_ELSEWHERE].sort());
  });
});

describe('the nightly check', () => {
  it('says once what it found, in the trail, in the log and as a figure', async () => {
    const id = await TAMPERED['account-has-one-username']?.();
    app.passTime(DAY_MS);
    await app.work();
    app.passTime(10 * MINUTE_MS);
    await app.work();
    const where = { event: 'INVARIANT_BROKEN', reasonCode: 'account-has-one-username' } as const;
    const [entry, ...more] = await app.db.rows.find(AuditEvent, {
      where,
      order: { at: 'DESC' },
    });
    expect(entry?.afterJson).toContain(id);
    expect(more).toEqual([]);
    expect(app.lines.filter((line) => line.includes('"account-has-one-username"'))).toHaveLength(1);
    const { body } = await app.http.inject({ url: '/metrics' });
    expect(body).toMatch(/akun_invariant_breaches\{invariant="account-has-one-username"\} [1-9]/);
    expect(body).toContain('akun_invariant_breaches{invariant="audit-chain-holds"} 0');
  });
});
