import { randomBytes, randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import mysql from 'mysql2/promise';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';

import { Audit, type AuditEntry } from '../../server/src/platform/audit/audit.js';
import { AuditAnchors } from '../../server/src/platform/audit/audit-anchors.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { AuditSeal } from '../../server/src/platform/audit/audit-seal.entity.js';
import { runtimeGrants } from '../../server/src/platform/audit/grants.js';
import { SealChain } from '../../server/src/platform/audit/seal-chain.js';
import { verifyChain } from '../../server/src/platform/audit/verify-chain.js';
import { after, HOUR_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { KeyRing } from '../../server/src/platform/crypto/key-ring.js';
import { openDatabase } from '../../server/src/platform/database/data-source.js';
import { CreateAuditEvents1795428240000 } from '../../server/src/platform/database/migrations/20261123100400-create-audit-events.js';
import { CreateAuditSeals1795428300000 } from '../../server/src/platform/database/migrations/20261123100500-create-audit-seals.js';
import { IndexAuditByOffice1795611720000 } from '../../server/src/platform/database/migrations/20261125130200-index-audit-by-office.js';
import { IndexAuditByEvent1795611780000 } from '../../server/src/platform/database/migrations/20261125130300-index-audit-by-event.js';
import type { Database } from '../../server/src/platform/database/transact.js';

const server = inject('dbUrl');
const onSqlite = server === 'sqlite:';
const shared = {
  entities: [AuditEvent, AuditSeal],
  migrations: [
    CreateAuditEvents1795428240000,
    CreateAuditSeals1795428300000,
    IndexAuditByOffice1795611720000,
    IndexAuditByEvent1795611780000,
  ],
};
const key = (id: number) => `${id}:${randomBytes(32).toString('base64')}`;
const [first, second] = [key(1), key(2)];
const ring = KeyRing.parse('AUDIT_KEYS', first);
const rotated = KeyRing.parse('AUDIT_KEYS', `${first},${second}`);

let folder: string;
let name: string;
let db: Database;
let time: Date;
const now = () => time;
const pass = (ms: number) => {
  time = after(time, ms);
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'akun-audit-'));
  name = `audit_${randomUUID().slice(0, 8)}`;
  time = new Date('2026-11-23T07:00:00.123Z');
  if (!onSqlite) await asRoot(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  db = await openDatabase(onSqlite ? `sqlite:${join(folder, 'akun.db')}` : `${server}/${name}`, shared);
  await db.writer.runMigrations();
});

afterEach(async () => {
  for (const source of new Set([db.writer, db.reader])) await source.destroy();
  if (!onSqlite) await asRoot(`DROP DATABASE ${name}`);
  rmSync(folder, { recursive: true, force: true });
});

async function asRoot(...statements: string[]): Promise<void> {
  const connection = await mysql.createConnection({ uri: server });
  for (const statement of statements) await connection.query(statement);
  await connection.end();
}

/** What somebody with the database in hand can do; on SQLite that includes dropping our triggers. */
async function tamper(...statements: string[]): Promise<void> {
  const triggers = onSqlite
    ? await db.writer.query("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    : [];
  for (const trigger of triggers) await db.writer.query(`DROP TRIGGER ${trigger.name}`);
  for (const statement of statements) await db.writer.query(statement);
}

const entry: AuditEntry = {
  event: 'DATA_REVEALED',
  actorKind: 'AGENT',
  actorId: 'agent-1',
  subjectId: 'account-1',
};
const record = (more: Partial<AuditEntry> = {}, keys = ring) =>
  db.transact((tx) => new Audit(keys, now).record(tx, { ...entry, ...more }));

/** `count` events, one a second, all sealed; their ids in the order of the chain. */
async function sealedEvents(count: number): Promise<string[]> {
  for (let made = 0; made < count; made += 1) {
    await record({ reasonCode: `R${made}` });
    pass(SECOND_MS);
  }
  pass(SECOND_MS);
  await new SealChain(db, ring, now).sealDue();
  const seals = await db.rows.find(AuditSeal, { order: { seq: 'ASC' } });
  return seals.map(({ eventId }) => eventId);
}

const findings = async (anchors = new AuditAnchors(folder), keys = ring) =>
  (await verifyChain(db, keys, await anchors.read())).findings.map(
    ({ kind, eventId }) => `${kind} ${eventId}`,
  );

describe('an audit row', () => {
  it('is there exactly when its cause is (R05)', async () => {
    const undone = db.transact(async (tx) => {
      await new Audit(ring, now).record(tx, entry);
      throw new Error('the cause failed');
    });
    await expect(undone).rejects.toThrow('the cause failed');
    expect(await db.rows.count(AuditEvent)).toBe(0);
  });

  // SQLite's one connection loses no answers, and its trail refuses a second insert by a rule of its own.
  it.runIf(!onSqlite)('by itself is there once, also when it is sent again for a lost answer', async () => {
    const sentTwice = async (work: Parameters<Database['single']>[0]) => {
      await db.single(work);
      return db.single(work);
    };
    await new Audit(ring, now).recordAlone({ single: sentTwice } as unknown as Database, entry);
    expect(await db.rows.countBy(AuditEvent, {})).toBe(1);
  });

  it('comes back with every field, as it was signed', async () => {
    await record({
      ...{
        result: 'refused',
        reasonCode: 'CAP',
        role: 'APPROVER',
        officeId: 'o',
        subjectKind: 'ACCOUNT',
        caseId: 'c',
      },
      ...{
        sessionId: 's',
        source: '203.0.113.7',
        device: 'Firefox 🌴 ',
        requestId: 'r',
        idempotencyKey: 'once-only',
      },
      ...{
        before: { email: 'b•••o@e•••.com' },
        after: { email: null, tier: 2 },
        reason: 'diminta “pemilik”',
      },
      fields: ['nik', 'birthDate'],
    });
    const row = await db.rows.findOneByOrFail(AuditEvent, { actorId: 'agent-1' });
    expect(row).toMatchObject({ at: time, device: 'Firefox 🌴 ', fields: '["nik","birthDate"]', keyId: 1 });
    expect(row.afterJson).toBe('{"email":null,"tier":2}');
    expect(JSON.stringify(row)).not.toContain('once-only');
    expect(await findings()).toEqual([`unsealed ${row.id}`]);
  });

  it('cannot forge a second line, nor fail by its length', async () => {
    await record({
      reason: 'ok\r\n2026 LOGIN_SUCCEEDED\u2028\u202e\ud800',
      device: 'x'.repeat(9000),
      after: { note: 'a\u0000b' },
    });
    const row = await db.rows.findOneByOrFail(AuditEvent, { actorId: 'agent-1' });
    expect(row.reason).toBe('ok\\u000d\\u000a2026 LOGIN_SUCCEEDED\\u2028\\u202e\\ud800');
    expect(row.device).toHaveLength(200);
    expect(JSON.parse(row.afterJson ?? '')).toEqual({ note: 'a\\u0000b' });
    expect(await findings()).toEqual([`unsealed ${row.id}`]);
  });

  it('lies in tables that the entities describe exactly', async () => {
    expect((await db.writer.driver.createSchemaBuilder().log()).upQueries).toEqual([]);
  });
});

describe.runIf(onSqlite)('the tables themselves', () => {
  it.each([
    'UPDATE audit_events SET actor_id = NULL',
    'DELETE FROM audit_events',
    'REPLACE INTO audit_events SELECT * FROM audit_events',
    'UPDATE audit_seals SET sealed_at = NULL',
    'DELETE FROM audit_seals',
  ])('refuse: %s', async (statement) => {
    await sealedEvents(2);
    await expect(db.writer.query(statement)).rejects.toThrow('append-only');
    expect(await findings()).toEqual([]);
  });
});

describe.runIf(!onSqlite)('the account of the service', () => {
  it('may add to the trail and read it, and change neither it nor any table (R86, R88)', async () => {
    await asRoot(
      `CREATE TABLE ${name}.leases (id int PRIMARY KEY)`,
      `CREATE USER '${name}'@'%' IDENTIFIED BY 'x'`,
    );
    await asRoot(...runtimeGrants(name, name, ['audit_events', 'audit_seals', 'leases']));
    await sealedEvents(1);
    const { port } = new URL(server);
    const service = await mysql.createConnection({
      port: Number(port),
      user: name,
      password: 'x',
      database: name,
    });
    try {
      await service.query('INSERT INTO leases VALUES (1)');
      await service.query('UPDATE leases SET id = 2');
      await service.query('SELECT * FROM audit_seals');
      for (const denied of [
        'UPDATE audit_events SET actor_id = NULL',
        'DELETE FROM audit_events',
        'REPLACE INTO audit_seals SELECT * FROM audit_seals',
        'DELETE FROM audit_seals',
        'TRUNCATE audit_events',
        'ALTER TABLE leases ADD extra int',
        'DROP TABLE audit_seals',
      ]) {
        await expect(service.query(denied), denied).rejects.toThrow(/denied/);
      }
    } finally {
      await service.end();
      await asRoot(`DROP USER '${name}'@'%'`);
    }
  });
});

describe('sealing', () => {
  it('links what has settled, in the order of time, and leaves the newest for later', async () => {
    const ids = await sealedEvents(3);
    const events = await db.rows.find(AuditEvent, { order: { at: 'ASC' } });
    expect(ids).toEqual(events.map(({ id }) => id));
    await record();
    pass(SECOND_MS);
    expect(await new SealChain(db, ring, now).sealDue()).toBe(0);
    pass(1);
    expect(await new SealChain(db, ring, now).sealDue()).toBe(1);
    expect(await findings()).toEqual([]);
  });

  it('also finds a row that committed after younger ones were sealed', async () => {
    await sealedEvents(2);
    const seen = time;
    time = after(time, -4 * SECOND_MS);
    await record({ reasonCode: 'LATE' });
    time = seen;
    expect(await new SealChain(db, ring, now).sealDue()).toBe(1);
    expect(await findings()).toEqual([]);
  });

  it('catches up after a long stop, more than one batch at a time', async () => {
    await sealedEvents(1);
    await db.transact(async (tx) => {
      for (let made = 0; made < 1203; made += 1) await new Audit(ring, now).record(tx, entry);
    });
    pass(24 * HOUR_MS);
    expect(await new SealChain(db, ring, now).sealDue()).toBe(1203);
    expect(await findings()).toEqual([]);
  });

  it('by two at once links every event once', async () => {
    for (let round = 0; round < 5; round += 1) {
      for (let made = 0; made < 20; made += 1) await record();
      pass(5 * SECOND_MS);
      const sealers = [1, 2, 3].map(() => new SealChain(db, ring, now).sealDue());
      const counts = await Promise.all(sealers);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20);
    }
    expect((await new SealChain(db, ring, now).head())?.seq).toBe(100);
    expect(await findings()).toEqual([]);
  });

  it('goes on under a new key, and old rows stay good', async () => {
    await sealedEvents(2);
    await record({}, rotated);
    pass(5 * SECOND_MS);
    expect(await new SealChain(db, rotated, now).sealDue()).toBe(1);
    expect((await new SealChain(db, rotated, now).head())?.chain).toMatch(/^2\./);
    expect(await findings(undefined, rotated)).toEqual([]);
  });
});

describe('checking the trail', () => {
  const place = (id: string | undefined) => `WHERE id = '${id}'`;

  it('names a changed row', async () => {
    const ids = await sealedEvents(6);
    await tamper(`UPDATE audit_events SET actor_id = 'agent-2' ${place(ids[2])}`);
    expect(await findings()).toEqual([`changed ${ids[2]}`]);
  });

  it('names a row that was changed and given an invented MAC', async () => {
    const ids = await sealedEvents(6);
    await tamper(`UPDATE audit_events SET actor_id = 'agent-2', mac = '${'0'.repeat(64)}' ${place(ids[2])}`);
    expect(await findings()).toEqual([`changed ${ids[2]}`]);
  });

  it('names a row whose key is not known', async () => {
    const ids = await sealedEvents(2);
    await tamper(`UPDATE audit_events SET key_id = 9 ${place(ids[0])}`);
    expect(await findings()).toEqual([`changed ${ids[0]}`]);
  });

  it('names a deleted row', async () => {
    const ids = await sealedEvents(6);
    await tamper(`DELETE FROM audit_events ${place(ids[3])}`);
    expect(await findings()).toEqual([`missing ${ids[3]}`]);
  });

  it('names a stretch deleted together with its seals', async () => {
    const ids = await sealedEvents(6);
    await tamper(
      `DELETE FROM audit_events WHERE id IN ('${ids[1]}', '${ids[2]}')`,
      'DELETE FROM audit_seals WHERE seq IN (2, 3)',
    );
    const { findings } = await verifyChain(db, ring, []);
    expect(findings).toEqual([{ kind: 'missing', eventId: null, seq: 2, upTo: 3 }]);
  });

  it('names rows whose places in the chain were swapped', async () => {
    const ids = await sealedEvents(6);
    await tamper(
      `UPDATE audit_seals SET event_id = 'x' WHERE seq = 2`,
      `UPDATE audit_seals SET event_id = '${ids[1]}' WHERE seq = 5`,
      `UPDATE audit_seals SET event_id = '${ids[4]}' WHERE seq = 2`,
    );
    expect(await findings()).toEqual([`moved ${ids[4]}`, `moved ${ids[1]}`]);
  });

  it('names rows that exchanged their ids', async () => {
    const ids = await sealedEvents(6);
    await tamper(
      `UPDATE audit_events SET id = 'x' ${place(ids[1])}`,
      `UPDATE audit_events SET id = '${ids[1]}' ${place(ids[4])}`,
      `UPDATE audit_events SET id = '${ids[4]}' WHERE id = 'x'`,
    );
    expect(await findings()).toEqual([`moved ${ids[1]}`, `moved ${ids[4]}`]);
  });

  it('names an altered link once and does not condemn what follows', async () => {
    const ids = await sealedEvents(6);
    await tamper(`UPDATE audit_seals SET chain = '1.${'0'.repeat(64)}' WHERE seq = 3`);
    expect(await findings()).toEqual([`moved ${ids[2]}`]);
  });

  it('names a row slipped in without the key', async () => {
    const [id] = await sealedEvents(2);
    await tamper('CREATE TABLE copied AS SELECT * FROM audit_events');
    await tamper(`UPDATE copied SET id = 'forged' ${place(id)}`);
    await tamper("INSERT INTO audit_events SELECT * FROM copied WHERE id = 'forged'");
    expect(await findings()).toEqual(['changed forged']);
  });

  it('names a cut tail by the anchor outside the database', async () => {
    const ids = await sealedEvents(6);
    const anchors = new AuditAnchors(folder);
    await anchor(anchors);
    await tamper(
      `DELETE FROM audit_seals WHERE seq > 4`,
      `DELETE FROM audit_events WHERE id IN ('${ids[4]}', '${ids[5]}')`,
    );
    expect(await findings()).toEqual([`cut ${ids[5]}`]);
  });

  it('names a tail that was cut and has grown again', async () => {
    const ids = await sealedEvents(4);
    await anchor(new AuditAnchors(folder));
    await tamper('DELETE FROM audit_seals WHERE seq = 4', `DELETE FROM audit_events ${place(ids[3])}`);
    await record();
    await record();
    pass(5 * SECOND_MS);
    await new SealChain(db, ring, now).sealDue();
    expect(await findings()).toEqual([`cut ${ids[3]}`]);
  });

  it('calls rows not yet sealed unsealed, not missing (6.4)', async () => {
    await sealedEvents(2);
    await record({ actorId: 'young' });
    const young = await db.rows.findOneByOrFail(AuditEvent, { actorId: 'young' });
    expect(await findings()).toEqual([`unsealed ${young.id}`]);
  });

  it('reads on through many pages', async () => {
    await db.transact(async (tx) => {
      for (let made = 0; made < 1100; made += 1) await new Audit(ring, now).record(tx, entry);
    });
    pass(5 * SECOND_MS);
    await new SealChain(db, ring, now).sealDue();
    const last = await new SealChain(db, ring, now).head();
    await tamper(`UPDATE audit_events SET role = 'ADMIN' ${place(last?.eventId)}`);
    const verdict = await verifyChain(db, ring, []);
    expect(verdict).toMatchObject({ sealed: 1100, more: false, findings: [{ kind: 'changed', seq: 1100 }] });
  });

  it('stops at a thousand findings and says so', async () => {
    await db.transact(async (tx) => {
      for (let made = 0; made < 1600; made += 1) await new Audit(ring, now).record(tx, entry);
    });
    const verdict = await verifyChain(db, ring, []);
    expect(verdict.more).toBe(true);
    expect(verdict.findings.length).toBeLessThan(1600);
  });
});

async function anchor(anchors: AuditAnchors): Promise<boolean> {
  const head = await new SealChain(db, ring, now).head();
  return head ? anchors.append(head, now()) : false;
}

describe('an anchor', () => {
  it('is a line of JSON, written once for each head', async () => {
    const [id] = await sealedEvents(1);
    const anchors = new AuditAnchors(folder);
    expect([await anchor(anchors), await anchor(anchors)]).toEqual([true, false]);
    const lines = readFileSync(join(folder, 'audit-anchors.jsonl'), 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { seq: 1, eventId: id, at: time.toISOString() },
    ]);
  });

  it('starts on a line of its own after a crash tore the last one', async () => {
    await sealedEvents(1);
    appendFileSync(join(folder, 'audit-anchors.jsonl'), '{"at":"2026-11-2');
    await anchor(new AuditAnchors(folder));
    expect(await new AuditAnchors(folder).read()).toMatchObject([{ seq: 1 }]);
    expect(await findings()).toEqual([]);
  });
});
