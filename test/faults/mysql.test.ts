import { randomBytes } from 'node:crypto';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import mysql from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Account } from '../../server/src/account/account.entity.js';
import { readConfig } from '../../server/src/config.js';
import { ReplacementRequest } from '../../server/src/features/email-replacement/replacement-request.entity.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { runtimeGrants } from '../../server/src/platform/audit/grants.js';
import { MINUTE_MS, systemClock } from '../../server/src/platform/clock.js';
import { openDatabase } from '../../server/src/platform/database/data-source.js';
import { migrate } from '../../server/src/platform/database/migrate.js';
import type { Database } from '../../server/src/platform/database/transact.js';
import { isUnavailable } from '../../server/src/platform/graphql/unavailable.js';
import { Lease } from '../../server/src/platform/jobs/lease.entity.js';
import { OutboxMessage } from '../../server/src/platform/outbox/outbox-message.entity.js';
import { Region } from '../../server/src/platform/regions/region.entity.js';
import { REGION_LIST_VERSION } from '../../server/src/platform/regions/region-list.js';
import { openHouseDatabase } from '../../server/src/serve.js';
import { tables } from '../../server/src/tables.js';
import { ACTIVATE, COMPLETE } from '../kit/account-operations.js';
import { atDesk } from '../kit/agents.js';
import { type App, startApp } from '../kit/app.js';
import { CLAIM_NEXT, CLAIM_REQUEST, RELEASE_CLAIM } from '../kit/case-operations.js';
import { type FiledCase, filedCase } from '../kit/cases.js';
import { onSqlite } from '../kit/database.js';
import { type Mariadb, mariadbPath, startMariadb } from '../kit/mariadbd.js';
import {
  activationToken,
  active,
  loggedIn,
  newPerson,
  outcome,
  profileInput,
  proven,
  registered,
} from '../kit/people.js';
import { NEW_PASSWORD, report, reset, resetToken, tokenAt } from '../kit/recovery.js';

const SILENCE_MS = 600;
const IMPATIENT = { connections: 4, queue: 20, connectTimeoutMs: SILENCE_MS, silenceMs: SILENCE_MS };

describe.runIf(!onSqlite() && mariadbPath)('a MariaDB server', () => {
  let server: Mariadb;
  let url: string;
  let app: App;
  let db: Database;

  // One of its own: freezing it would stop every other file that runs meanwhile.
  beforeAll(async () => {
    server = await startMariadb();
    url = await emptyDatabase();
    app = await startApp({ DATABASE_URL: url });
    db = await openDatabase(url, tables, IMPATIENT);
  });
  afterAll(async () => {
    await db.close();
    await app.stop();
    await server.stop();
  });

  async function emptyDatabase(): Promise<string> {
    const name = `akun_${randomBytes(6).toString('hex')}`;
    await asRoot(`CREATE DATABASE ${name}`);
    return `${server.url}/${name}`;
  }

  async function asRoot(...statements: string[]): Promise<void> {
    const root = await mysql.createConnection(server.url);
    for (const statement of statements) await root.query(statement);
    await root.end();
  }

  const lease = async (name: string) => {
    await db.transact((tx) => tx.insert(Lease, { name, holder: null, until: app.now() }));
    return name;
  };
  const holderOf = async (name: string) => (await db.rows.findOneByOrFail(Lease, { name })).holder;

  describe('that freezes', () => {
    it('keeps no caller hanging, is reported, and is used again when it thaws', async () => {
      const name = await lease('frozen');
      const mark = (holder: string) => db.transact((tx) => tx.update(Lease, { name }, { holder }));
      const activate = () => app.ask(ACTIVATE, { input: { token: 'no-such-token' } });
      await Promise.all([activate(), app.work()]);
      expect((await app.http.inject({ url: '/readyz' })).statusCode).toBe(200);

      await server.freeze();
      const failure = (error: unknown) => error;
      const read = within(2 * SILENCE_MS, db.rows.count(Lease).catch(failure));
      const write = within(8000, mark('while frozen').catch(failure));
      const call = within(8000, activate());
      const ready = within(2000, app.http.inject({ url: '/readyz' }));
      expect(await read).toSatisfy(isUnavailable);
      expect((await ready).json()).toMatchObject({ failing: ['migrations', 'database', 'worker'] });
      expect((await app.http.inject({ url: '/livez' })).statusCode).toBe(200);
      expect(await call).toMatchObject({ status: 503, errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
      expect(await write).toSatisfy(isUnavailable);

      server.thaw();
      await mark('afterwards');
      expect(await holderOf(name)).toBe('afterwards');
      expect((await activate()).data.activateAccount.__typename).toBe('ActivationRejected');
      expect((await app.http.inject({ url: '/readyz' })).statusCode).toBe(200);
    });
  });

  describe('that cuts a unit of work short', () => {
    it('by ending its connection gets the whole unit again', async () => {
      const name = await lease('cut');
      let runs = 0;
      await db.transact(async (tx) => {
        runs += 1;
        await tx.update(Lease, { name }, { holder: `run ${runs}, first half` });
        const [{ id }] = await tx.query('SELECT CONNECTION_ID() AS id');
        if (runs === 1) await asRoot(`KILL ${id}`);
        await tx.update(Lease, { name, holder: `run ${runs}, first half` }, { holder: `run ${runs}` });
      });
      expect(await holderOf(name)).toBe('run 2');
    });

    it('because it deadlocked with another gets it again, until both are done', async () => {
      const [one, other] = [await lease('one'), await lease('other')];
      let runs = 0;
      const both = (first: string, second: string, holder: string) =>
        db.transact(async (tx) => {
          runs += 1;
          await tx.update(Lease, { name: first }, { holder });
          await pause(30);
          await tx.update(Lease, { name: second }, { holder });
        });
      await Promise.all([both(one, other, 'a'), both(other, one, 'b')]);
      expect(runs).toBeGreaterThan(2);
      expect(await holderOf(one)).toBe(await holderOf(other));
    });
  });

  describe('whose answer to a COMMIT is lost', () => {
    it('has one account and one message, and the caller is told of the success', async () => {
      const [proxy, person] = [await losingCommitAfter('INSERT INTO `accounts`', server.url), newPerson()];
      const distant = await startApp({ DATABASE_URL: proxy.urlTo(await emptyDatabase()) });
      const token = await proven(distant, person);
      proxy.arm();
      const answer = await distant.ask(COMPLETE, { input: profileInput(person, token) });
      expect(proxy.lost()).toBe(1);
      const { username } = outcome(answer, 'RegistrationCompleted');
      expect(await distant.db.rows.count(Account)).toBe(1);
      expect(await distant.house.identifiers.ownerOf(username)).not.toBeNull();
      expect(await distant.db.rows.countBy(OutboxMessage, { kind: 'ACTIVATION_LINK' })).toBe(1);
      await distant.stop();
      await proxy.stop();
    });

    it('has activated the account once, and the caller is told so', async () => {
      const proxy = await losingCommitAfter('UPDATE `accounts`', server.url);
      const distant = await startApp({ DATABASE_URL: proxy.urlTo(await emptyDatabase()) });
      const person = await registered(distant);
      const token = await activationToken(distant, person);
      proxy.arm();
      outcome(await distant.ask(ACTIVATE, { input: { token } }), 'AccountActivated');
      expect(proxy.lost()).toBe(1);
      expect(await distant.db.rows.countBy(AuditEvent, { event: 'ACCOUNT_ACTIVATED' })).toBe(1);
      expect(await distant.db.rows.countBy(OutboxMessage, { kind: 'ACCOUNT_ACTIVATED' })).toBe(1);
      expect(await loggedIn(distant, person)).toBeTruthy();
      await distant.stop();
      await proxy.stop();
    });

    it('has handed out one case, and the same one to whoever asks again', async () => {
      const proxy = await losingCommitAfter('UPDATE `replacement_requests`', server.url);
      const distant = await startApp({ DATABASE_URL: proxy.urlTo(await emptyDatabase()) });
      const agent = await atDesk(distant, 'AGENT');
      const cases: FiledCase[] = [];
      for (let more = 0; more < 3; more += 1) {
        cases.push(await filedCase(distant));
        distant.passTime(MINUTE_MS); // the older one is the more urgent
      }
      const held = () => distant.db.rows.countBy(ReplacementRequest, { claimedBy: agent.id });
      for (const [n, key] of [null, 'kunci-satu'].entries()) {
        proxy.arm();
        const { request } = outcome(await agent.ask(CLAIM_NEXT, { key }), 'RequestClaimed');
        expect(request.ticket).toBe(cases[n]?.ticket);
        expect([proxy.lost(), await held()]).toEqual([n + 1, n + 1]);
      }
      for (const one of cases) await agent.ask(RELEASE_CLAIM, { ticket: one.ticket });
      // By its number with the other hand full: the one that is being taken does not fill the second.
      await agent.ask(CLAIM_REQUEST, { ticket: cases[0]?.ticket });
      proxy.arm();
      outcome(await agent.ask(CLAIM_REQUEST, { ticket: cases[1]?.ticket }), 'RequestClaimed');
      expect([proxy.lost(), await held()]).toEqual([3, 2]);
      await distant.stop();
      await proxy.stop();
    });

    it('has set the new password once, and made the account safe once, and says so with the right number', async () => {
      const proxy = await losingCommitAfter('UPDATE `accounts`', server.url);
      const distant = await startApp({ DATABASE_URL: proxy.urlTo(await emptyDatabase()) });
      const person = await active(distant);
      for (const _ of [1, 2]) await loggedIn(distant, person);
      const token = await resetToken(distant, person);
      proxy.arm();
      expect(outcome(await reset(distant, token), 'PasswordReset').endedSessions).toBe(2);
      await loggedIn(distant, { ...person, password: NEW_PASSWORD });
      const notMe = await tokenAt(distant, person.email, 'PASSWORD_RESET');
      proxy.arm();
      expect(outcome(await report(distant, notMe), 'AccountSecured').endedSessions).toBe(1);
      expect(proxy.lost()).toBe(2);
      for (const kind of ['PASSWORD_RESET', 'ACCOUNT_SECURED'])
        expect(await distant.db.rows.countBy(OutboxMessage, { kind }), kind).toBe(1);
      for (const event of ['RESET_DONE', 'REPORTED_NOT_ME'] as const)
        expect(await distant.db.rows.countBy(AuditEvent, { event }), event).toBe(1);
      await distant.stop();
      await proxy.stop();
    });
  });

  describe('that is to change its tables', () => {
    it('may take longer than any other statement', async () => {
      const home = await emptyDatabase();
      const last = await openDatabase(home, tables);
      await migrate(last.writer, systemClock);
      const province = {
        code: '31',
        name: 'Contoh',
        level: 1,
        parentCode: null,
        listVersion: REGION_LIST_VERSION,
      };
      await last.transact((tx) => tx.insert(Region, province));
      await last.writer.undoLastMigration(); // as the release before this one left it
      await last.close();

      const settings = { DATA_DIR: app.config.DATA_DIR, DATABASE_URL: home, DB_QUERY_TIMEOUT_MS: '100' };
      const busy = await mysql.createConnection(server.url);
      await busy.query('FLUSH TABLES WITH READ LOCK');
      const opening = openHouseDatabase(readConfig(settings), systemClock);
      await pause(500);
      await busy.end();
      const opened = await opening;
      expect(await opened.writer.showMigrations()).toBe(false);
      await opened.close();
    });
  });

  describe('under the account the service runs as', () => {
    it('can do all that a registration needs, and cannot touch tables or the audit trail', async () => {
      const home = await emptyDatabase();
      const admin = await openDatabase(home, tables);
      await migrate(admin.writer, systemClock);
      const found: object[] = await admin.rows.query('SHOW TABLES');
      const names = found.flatMap((row) => Object.values(row) as string[]);
      await admin.close();
      const grants = runtimeGrants(home.split('/').at(-1) ?? '', 'service', names);
      await asRoot("CREATE USER service IDENTIFIED BY 'for-this-test'", ...grants);
      const asService = home.replace('root@', 'service:for-this-test@');

      const narrow = await startApp({ DATABASE_URL: asService });
      expect(await loggedIn(narrow, await active(narrow))).toBeTruthy();
      const denied = async (statement: string) =>
        expect(await narrow.db.rows.query(statement).catch(({ code }) => code), statement).toMatch(/DENIED/);
      await denied("UPDATE audit_events SET reason = 'nothing happened'");
      await denied('DELETE FROM audit_events');
      await denied('DELETE FROM audit_seals');
      await denied('TRUNCATE audit_events');
      await denied('ALTER TABLE accounts ADD COLUMN extra int');
      await denied('CREATE TABLE mine (id int)');
      await denied('DROP TABLE accounts');
      await narrow.stop();
    });
  });
});

/** The answer, or a failed test when it takes longer. */
function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  const late = pause(ms, undefined, { ref: false }).then(() => {
    throw new Error(`No answer within ${ms} ms.`);
  });
  return Promise.race([answer, late]);
}

/**
 * Stands between a client and the server. Once armed, the next COMMIT of a unit that contains `statement` gets
 * through, but its answer does not: the connection ends instead.
 */
async function losingCommitAfter(statement: string, serverUrl: string) {
  let armed = false;
  let lost = 0;
  const { port } = new URL(serverUrl);
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const upstream = connect(Number(port), '127.0.0.1');
    let concerned = false;
    let mute = false;
    client.on('data', (bytes) => {
      const text = bytes.toString('latin1');
      concerned ||= armed && text.includes(statement);
      if (concerned && text.includes('COMMIT')) {
        [armed, concerned, mute] = [false, false, true];
        lost += 1;
      }
      upstream.write(bytes);
    });
    upstream.on('data', (bytes) => {
      if (mute) client.destroy();
      else client.write(bytes);
    });
    for (const [socket, peer] of [[client, upstream] as const, [upstream, client] as const]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => peer.destroy());
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    urlTo: (database: string) => database.replace(port, `${(proxy.address() as AddressInfo).port}`),
    arm: () => {
      armed = true;
    },
    lost: () => lost,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => proxy.close(resolve));
    },
  };
}
