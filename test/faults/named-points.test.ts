import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { IsNull, Not } from 'typeorm';
import { afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';

import { Account } from '../../server/src/account/account.entity.js';
import { EvidenceFile } from '../../server/src/features/email-replacement/evidence-file.entity.js';
import { ReplacementDecision } from '../../server/src/features/email-replacement/replacement-decision.entity.js';
import { after, HOUR_MS, MINUTE_MS, systemClock } from '../../server/src/platform/clock.js';
import { openDatabase } from '../../server/src/platform/database/data-source.js';
import { migrate } from '../../server/src/platform/database/migrate.js';
import { OutboxMessage } from '../../server/src/platform/outbox/outbox-message.entity.js';
import { tables } from '../../server/src/tables.js';
import { COMPLETE, LOGIN } from '../kit/account-operations.js';
import { type AtDesk, atDesk } from '../kit/agents.js';
import { type App, startAppAt } from '../kit/app.js';
import { buildServer, type KillAt, killedAt, type Running, run, startServer } from '../kit/built-server.js';
import { DECIDE } from '../kit/case-operations.js';
import { decided, decision, type FiledCase, inHand } from '../kit/cases.js';
import { freshDatabase, type Home, onSqlite } from '../kit/database.js';
import { picture } from '../kit/documents.js';
import { active, newPerson, outcome, profileInput, proven, registered, said } from '../kit/people.js';
import { asked, caseOf, createUpload, handedIn, replacementStatus } from '../kit/replacements.js';

/**
 * Every point that security.md 6.4 names. `npm test` takes one of a registration, a decision and a migration; all others run under `npm run test:faults`.
 * The process under test is the built one; before and after it the same database is open in this process, whose clock obeys.
 */
const full = inject('proofs') === 'full';
const points = (all: readonly (readonly [string, KillAt])[]) => (full ? all : all.slice(0, 1));
const upTo = (...steps: string[]): KillAt => ({ steps, place: 'before' });
const past = (...steps: string[]): KillAt => ({ steps, place: 'after' });

const INSERT = (table: string) => `^INSERT INTO \\W?${table}\\W`;
const UPDATE = (table: string) => `^UPDATE \\W?${table}\\W`;
const COMMIT = '^COMMIT';
const CLAIM = '^UPDATE \\W?outbox_messages\\W.*attempts\\W+= \\W?attempts\\W? \\+ 1';

let home: Home;
let app: App;
/** Of every process that a test starts; those of the installation itself unless it brings its own. */
let keys: Record<string, string>;
beforeAll(buildServer);
beforeEach(async () => {
  home = await freshDatabase();
  keys = {};
});
afterEach(async () => {
  await app?.stop();
  await home.remove();
});

const settings = (): Record<string, string> => ({
  DATA_DIR: home.folder,
  ...(onSqlite() ? {} : { DATABASE_URL: home.url }),
  DEMO: 'off',
  CAPTCHA_PROVIDER: 'off',
  PUBLIC_BASE_URL: 'https://akun.example.com',
  LOG_LEVEL: 'warn',
  ...keys,
});

/** Before the process under test: everything up to the act, on a clock that arrives at the present. */
async function beforehand<T>(prepare: () => Promise<T>, hoursAgo = 0): Promise<T> {
  app = await startAppAt(home, after(systemClock(), -hoursAgo * HOUR_MS - MINUTE_MS), keys);
  const prepared = await prepare();
  await app.stop();
  return prepared;
}

/** The built server runs, `act` is asked of it, and it dies where it should; then everything is read again from outside. */
async function killed(point: KillAt, act?: (server: Running) => Promise<unknown>) {
  const armed = { ...settings(), ...killedAt(point) };
  if (act) {
    const server = await startServer(armed);
    const patience = setTimeout(() => server.signal('SIGTERM'), 20_000);
    await Promise.all([act(server), server.ended]);
    clearTimeout(patience);
    expect(await server.ended, 'the exit code of a process that was killed').toBe(null);
  } else {
    // What the worker does by itself; it may get there before it is ready.
    expect(await run('main.js', { ...armed, PORT: '0' })).toMatchObject({ code: null });
  }
  await expectAllInvariants();
  app = await startAppAt(home, after(systemClock(), MINUTE_MS), keys);
}

async function expectAllInvariants(): Promise<void> {
  const { code, output } = await run('commands/verify-data.js', settings());
  expect(output).toContain(' 0 broken');
  expect(code).toBe(0);
}

/** The person asks again, time goes on, and everything is as if nothing had happened. */
async function afterwards(): Promise<void> {
  await app.stop();
  await expectAllInvariants();
}

describe('a registration that is killed', () => {
  it.each(
    points([
      ['between the account and its message', upTo(INSERT('accounts'), INSERT('outbox_messages'))],
      ['before its COMMIT', upTo(INSERT('accounts'), COMMIT)],
      ['after its COMMIT, before the answer', past(INSERT('accounts'), COMMIT)],
    ]),
  )('%s is not there, or there as a whole', async (_, point) => {
    const person = newPerson();
    const token = await beforehand(() => proven(app, person));
    const input = profileInput(person, token);
    await killed(point, async (server) => expect(await server.ask(COMPLETE, input)).toBeUndefined());
    const there = await app.db.rows.countBy(Account, { fullName: person.fullName });
    expect(there).toBe(point.place === 'after' ? 1 : 0);
    expect(said(await app.ask(COMPLETE, { input }))).toBe(
      there ? 'RegistrationExpired' : 'RegistrationCompleted',
    );
    expect(await app.db.rows.countBy(Account, { fullName: person.fullName })).toBe(1);
    await app.latest(person.email, 'ACTIVATION_LINK');
    await afterwards();
  });
});

describe.runIf(full)('a message whose worker is killed', () => {
  it.each(
    points([
      ['after the provider took it, before that is marked', past(INSERT('dev_inbox_messages'), COMMIT)],
      ['after its claim, before the provider', past(CLAIM, COMMIT)],
      ['before the claim is committed', upTo(CLAIM, COMMIT)],
    ]),
  )('%s is sent, with the same code if twice', async (_, point) => {
    const person = await beforehand(() => registered(app));
    await killed(point);
    expect(await app.db.rows.countBy(OutboxMessage, { dueAt: Not(IsNull()) })).toBeGreaterThan(0);
    const arrived = (await app.inbox(person.email)).filter(({ kind }) => kind === 'ACTIVATION_LINK');
    expect(arrived.length).toBeGreaterThan(0);
    expect(arrived.length).toBeLessThanOrEqual(2);
    expect(new Set(arrived.map(({ link }) => link)).size).toBe(1);
    expect(await app.db.rows.countBy(OutboxMessage, { dueAt: Not(IsNull()) })).toBe(0);
    await afterwards();
  });
});

/** Handed in by its applicant and lying at the office of Jakarta, where `rina` and `made` sit. */
async function atTheDesk() {
  const [rina, made] = [await atDesk(app, 'AGENT', '31'), await atDesk(app, 'SUPERVISOR', '31')];
  const person = await active(app);
  const to = await handedIn(app, person);
  await app.work();
  const { id, ticket, newEmail } = await caseOf(app, to);
  const filed: FiledCase = { id, ticket, newEmail, person };
  return { rina, made, person, filed };
}

/** What the console would send; answers nothing when nothing was answered. */
async function fromTheDesk({ url }: Running, { browser }: AtDesk, variables: object): Promise<unknown> {
  const headers = {
    'content-type': 'application/json',
    origin: 'https://akun.example.com',
    cookie: `__Host-konsol=${browser.cookie}`,
  };
  const body = JSON.stringify({ query: DECIDE, variables });
  const reply = await fetch(`${url}/helpdesk/graphql`, { method: 'POST', headers, body }).catch(
    () => undefined,
  );
  return reply?.json();
}

describe('a decision that is killed', () => {
  it.each(
    points([
      ['between it and its entry', upTo(INSERT('replacement_decisions'), INSERT('audit_events'))],
      ['before its COMMIT', upTo(INSERT('replacement_decisions'), COMMIT)],
      ['after its COMMIT, before the answer', past(INSERT('replacement_decisions'), COMMIT)],
    ]),
  )('%s is made once, and the same command hears so', async (_, point) => {
    const { rina, filed, input } = await beforehand(async () => {
      const { rina, filed } = await atTheDesk();
      const { version } = await inHand(app, rina, filed);
      return { rina, filed, input: decision(filed, version, 'APPROVE') };
    });
    await killed(point, async (server) => expect(await fromTheDesk(server, rina, { input })).toBeUndefined());
    const again = await app.http.inject({
      method: 'POST',
      url: '/helpdesk/graphql',
      payload: { query: DECIDE, variables: { input } },
      headers: { origin: 'https://akun.example.com', cookie: `__Host-konsol=${rina.browser.cookie}` },
    });
    expect(again.json().data.decideReplacement.__typename).toBe('DecisionRecorded');
    expect(await app.db.rows.countBy(ReplacementDecision, { requestId: filed.id })).toBe(1);
    await afterwards();
  });
});

describe.runIf(full)('the end of a waiting period that is killed', () => {
  it.each(
    points([
      ['between the account and the case', upTo(UPDATE('accounts'), UPDATE('replacement_requests'))],
      ['between the former email and the new one', upTo(UPDATE('accounts'), INSERT('identifiers'))],
      ['before its COMMIT', upTo(UPDATE('accounts'), COMMIT)],
      ['after its COMMIT', past(UPDATE('accounts'), COMMIT)],
    ]),
  )('%s changes the email once and wholly', async (_, point) => {
    const { person, filed } = await beforehand(async () => {
      const seated = await atTheDesk();
      await decided(app, seated.rina, seated.filed, 'APPROVE');
      await decided(app, seated.made, seated.filed, 'APPROVE');
      app.passTime(MINUTE_MS);
      await app.work();
      return seated;
    }, 26);
    await killed(point);
    app.passTime(10 * MINUTE_MS); // the dead worker's lease on the job
    await app.work();
    const logIn = async (identifier: string) =>
      said(await app.ask(LOGIN, { input: { identifier, password: person.password } }));
    expect(await logIn(filed.newEmail)).toBe('LoggedIn');
    expect(await logIn(person.email)).toBe('LoginRejected');
    const told = await app.inbox(person.email);
    expect(told.filter(({ kind }) => kind === 'REPLACEMENT_FORMER_EMAIL')).toHaveLength(1);
    await afterwards();
  });
});

describe.runIf(full)('an upload that is killed', () => {
  const moves = UPDATE('evidence_files');
  it.each(
    points([
      ['when the document is stored and not yet in use', { ...upTo(moves, moves), anywhere: true }],
      ['before anything of it is stored', past(moves)],
      ['after it came into use, before the answer', { ...past(moves, moves, COMMIT), anywhere: true }],
    ]),
  )('%s leaves no document without a row in use', async (_, point) => {
    const content = await picture('jpeg', 40, 40);
    const { url, evidenceId } = await beforehand(async () => {
      const document = { kind: 'ID_CARD', contentType: 'image/jpeg', content };
      return outcome(await createUpload(app, await asked(app), document), 'EvidenceUpload');
    });
    const headers = { 'content-type': 'image/jpeg' };
    await killed(point, (server) =>
      fetch(`${server.url}${new URL(url).pathname}`, {
        method: 'PUT',
        headers,
        body: new Uint8Array(content),
      }).catch(() => undefined),
    );
    app.passTime(HOUR_MS);
    await app.work();
    const { status } = await app.db.rows.findOneByOrFail(EvidenceFile, { id: evidenceId });
    const folder = join(home.folder, 'evidence');
    const stored = existsSync(folder) ? readdirSync(folder) : [];
    expect([status, ...stored]).toEqual(status === 'STORED' ? ['STORED', evidenceId] : ['LOST']);
    await afterwards();
  });
});

/** Two keys for each setting that is written anew; of `ids` the last one writes. */
function keyRings() {
  const of = () => [1, 2].map((id) => `${id}:${randomBytes(32).toString('base64')}`);
  const [data, index, secret] = [of(), of(), of()];
  return (count: 1 | 2) => ({
    DATA_KEYS: data.slice(0, count).join(),
    INDEX_KEYS: index.slice(0, count).join(),
    SECRET_KEYS: secret.slice(0, 1).join(),
  });
}

describe.runIf(full)('a change of keys that is killed', () => {
  const anew = (table: string, column: string) => `^UPDATE ${table} SET ${column} = `;
  const usage = async () => {
    const { code, output } = await run('commands/print-key-usage.js', settings());
    expect([code, output.includes('NOT THERE')]).toEqual([0, false]);
    return output;
  };
  it.each(
    points([
      [
        'between two values of one column',
        upTo(anew('accounts', 'nik_sealed'), anew('accounts', 'nik_sealed')),
      ],
      ['before the COMMIT of some', upTo(anew('accounts', 'nik_sealed'), COMMIT)],
      ['after their COMMIT', past(anew('accounts', 'nik_sealed'), COMMIT)],
      [
        'between two columns',
        { ...upTo(anew('accounts', 'nik_sealed'), anew('identity_links', 'blind_index')), anywhere: true },
      ],
      ['after the last document, before that is noted', upTo(UPDATE('key_rotations'))],
    ]),
  )('%s goes on, and nobody is lost meanwhile', async (_, point) => {
    const under = keyRings();
    keys = under(1);
    const { person, ticket } = await beforehand(async () => {
      const person = await active(app);
      await active(app);
      const { ticket } = await handedIn(app, person);
      await app.work();
      return { person, ticket };
    });
    keys = under(2);
    await killed(point);
    await app.stop();
    expect(await usage()).toMatch(/^DATA_KEYS 1 older|^INDEX_KEYS 1 older/m);
    app = await startAppAt(home, after(systemClock(), 15 * MINUTE_MS), keys); // the dead worker's lease on the job
    const logIn = { input: { identifier: person.username, password: person.password } };
    expect(said(await app.ask(LOGIN, logIn))).toBe('LoggedIn');
    expect((await replacementStatus(app, ticket, person.nik)).data).toBeTruthy();
    await app.work();
    await afterwards();
    expect(await usage()).not.toMatch(
      /^DATA_KEYS 1 |^INDEX_KEYS 1 .* of (identity_links|replacement_requests)\./m,
    );
  });
});

describe('a migration that is killed', () => {
  const made = '^CREATE TABLE \\W?replacement_requests\\W';
  it.each(
    points([
      ['after it made its table, before that is noted', past(made)],
      ['before it made its table', upTo(made)],
      [
        'between two of its statements',
        past('^(ALTER TABLE \\W?|CREATE TABLE \\W?temporary_)outbox_messages\\W'),
      ],
    ]),
  )('%s goes on where it was when it is started again', async (_, point) => {
    const { code } = await run('commands/migrate.js', { ...settings(), ...killedAt(point) });
    expect(code).toBe(null);
    const db = await openDatabase(home.url, tables);
    // As a later start: the dead one's lease has run out.
    await migrate(db.writer, () => after(systemClock(), HOUR_MS));
    expect((await db.writer.driver.createSchemaBuilder().log()).upQueries).toEqual([]);
    await db.close();
    await expectAllInvariants();
  });
});
