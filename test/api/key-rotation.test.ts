import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Account } from '../../server/src/account/account.entity.js';
import { EvidenceFile } from '../../server/src/features/email-replacement/evidence-file.entity.js';
import { EvidenceVault } from '../../server/src/features/email-replacement/evidence-vault.js';
import { invariants } from '../../server/src/invariants.js';
import { keyedColumns } from '../../server/src/keyed-columns.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { HOUR_MS } from '../../server/src/platform/clock.js';
import { checkInvariants } from '../../server/src/platform/invariants/check-invariants.js';
import { keyUsage, type Use } from '../../server/src/platform/keys/key-usage.js';
import { rewrite } from '../../server/src/platform/keys/rewriting.js';
import { COMPLETE, LOGIN } from '../kit/account-operations.js';
import { type AtDesk, atDesk } from '../kit/agents.js';
import { type App, startAppAt } from '../kit/app.js';
import { freshDatabase, type Home } from '../kit/database.js';
import { accountIdOf } from '../kit/desk.js';
import {
  active,
  loggedIn,
  newPerson,
  profileInput,
  proven,
  type Registered,
  registered,
  said,
} from '../kit/people.js';
import { askReset, find, reset, resetToken } from '../kit/recovery.js';
import { handedIn, replacementStatus } from '../kit/replacements.js';
import { dump } from '../kit/tables.js';

const key = () => randomBytes(32).toString('base64');
const [data, index, secret] = [
  [key(), key()],
  [key(), key()],
  [key(), key()],
] as const;
const ring = (keys: readonly string[], ...ids: string[]) =>
  ids.map((id) => `${id}:${keys[Number.parseInt(id, 10) - 1]}`).join(',');
const under = (...ids: string[]) => ({
  DATA_KEYS: ring(data, ...ids),
  INDEX_KEYS: ring(index, ...ids),
  SECRET_KEYS: ring(secret, ...ids),
});

let home: Home;
let app: App;
let at = new Date('2026-11-23T02:00:00.000Z');

/** The service again, on the same database, with these keys. */
async function restarted(keys: Record<string, string>): Promise<void> {
  if (app) {
    at = app.now();
    await app.stop();
  }
  app = await startAppAt(home, at, keys);
}

const columns = () => keyedColumns(app.house);
async function usedKeys(setting: string, only: (use: Use) => boolean = () => true): Promise<number[]> {
  const used = new Set<number>();
  const counted = columns().filter((one) => one.setting === setting);
  for await (const use of keyUsage(app.db, counted)) if (only(use)) used.add(use.keyId);
  return [...used].sort();
}
/** Columns that somebody can write anew; the others go with their rows. */
const anew = (use: Use) =>
  columns().some((one) => one.anew && one.table === use.table && one.column === use.column);

let owner: Registered;
let forgetful: Registered;
let link: string;
let agent: AtDesk;
let ticket: { ticket: string };

beforeAll(async () => {
  home = await freshDatabase();
  await restarted(under('1'));
  owner = await active(app);
  forgetful = await active(app);
  agent = await atDesk(app, 'AGENT', '31');
  const nik = app.house.niks.columnsFor(agent.id, newPerson().nik);
  await app.db.transact((tx) => tx.update('agents', { id: agent.id }, nik));
  ticket = await handedIn(app, owner);
  await askReset(app, forgetful.email);
  link = await resetToken(app, forgetful);
});
afterAll(async () => {
  await app.stop();
  await home.remove();
});

describe('the list of columns under a key', () => {
  it('names every column that holds such a value', async () => {
    const listed = new Set(columns().map(({ table, column }) => `${table}.${column}`));
    const keyed = /^\d{1,4}\.([0-9a-f]{64}|[\w-]{16}\.[\w-]{22}\.[\w-]*)/;
    const found = [...(await dump(app))].flatMap(([table, rows]) =>
      rows.flatMap((row) =>
        Object.entries(row)
          .filter(([, value]) => keyed.test(`${value}`))
          .map(([column]) => `${table}.${column}`),
      ),
    );
    // The chain names the key beside each link; `audit:verify` wants every key it was made with.
    const missing = new Set(found.filter((one) => !listed.has(one)));
    expect([...missing].sort()).toEqual(
      ['audit_events.idempotency_digest', 'audit_seals.chain'].filter((one) => missing.has(one)),
    );
  });
});

describe('a key that only reads for now', () => {
  it('makes nothing, and what others made with it already is understood', async () => {
    await restarted(under('1', '2r'));
    await registered(app);
    await app.work();
    expect(await usedKeys('DATA_KEYS')).toEqual([1]);
    expect(await usedKeys('INDEX_KEYS')).toEqual([1]);
  });
});

describe('a newer key', () => {
  it('takes over while people work: nobody loses a login, a lookup, an open link or the own NIK', async () => {
    await restarted(under('1', '2'));
    const busy = async () => {
      const person = await active(app);
      await loggedIn(app, person);
      expect(await find(app, owner.nik)).toMatchObject({ data: { findAccounts: expect.anything() } });
      return person;
    };
    const [, ...people] = await Promise.all([app.work(), busy(), busy(), busy()]);
    expect(said(await reset(app, link))).toBe('PasswordReset');
    app.passTime(25 * HOUR_MS); // what was written with the old key meanwhile is caught up with a day later
    await app.work();
    expect(people).toHaveLength(3);
    expect(await usedKeys('DATA_KEYS')).toEqual([2]);
    expect(await usedKeys('INDEX_KEYS', anew)).toEqual([2]);
    const entries = await app.db.rows.findBy(AuditEvent, { event: 'KEY_ROTATED' });
    expect(entries.map(({ subjectId }) => subjectId).sort()).toContain('DATA_KEYS');
  });

  it('finds the holder of an NIK that was written with the former one', async () => {
    await restarted(under('1', '2'));
    const twin = { ...newPerson(), nik: owner.nik };
    const input = profileInput(twin, await proven(app, twin));
    expect(said(await app.ask(COMPLETE, { input }))).toBe('IdentityAlreadyRegistered');
  });

  it('is enough by itself once nothing is under the former one', async () => {
    await restarted({ ...under('2'), SECRET_KEYS: under('1', '2').SECRET_KEYS });
    const identifier = owner.username;
    expect(said(await app.ask(LOGIN, { input: { identifier, password: owner.password } }))).toBe('LoggedIn');
    expect((await replacementStatus(app, ticket.ticket, owner.nik)).data).toBeTruthy();
    const account = await app.db.rows.findOneByOrFail(Account, {
      id: await accountIdOf(app, owner.username),
    });
    expect(app.house.personal.open(account.id, 'nik', account.nikSealed)).toBe(owner.nik);
    const [file] = await app.db.rows.findBy(EvidenceFile, { status: 'STORED' });
    const vault = new EvidenceVault(app.house.files, app.house.sealedFiles);
    expect((await vault.readWhole(file?.id ?? '')).length).toBeGreaterThan(0);
    const broken: string[] = [];
    const reading = { db: app.db, now: app.now(), thorough: true };
    for await (const { invariant, found } of checkInvariants(
      invariants(app.config, app.house.files),
      reading,
    ))
      if (found > 0) broken.push(invariant.name);
    expect(broken).toEqual([]);
  });
});

describe('writing a value anew', () => {
  it('gives way to whoever changes the row meanwhile', async () => {
    const id = await accountIdOf(app, owner.username);
    const newer = app.house.personal.close(id, 'npwp', '0123456789012345');
    const meanwhile = async () => {
      await app.db.transact((tx) => tx.update(Account, { id }, { npwpSealed: newer }));
      return { npwp_sealed: 'overwritten' };
    };
    await app.db.transact((tx) => tx.update(Account, { id }, { npwpSealed: `1.${newer}` }));
    const column = {
      setting: 'DATA_KEYS',
      table: 'accounts',
      column: 'npwp_sealed',
      anew: meanwhile,
    } as const;
    await rewrite(app.db, column, 2);
    expect((await app.db.rows.findOneByOrFail(Account, { id })).npwpSealed).toBe(newer);
  });

  it('names what does not open and goes on with the others', async () => {
    const id = await accountIdOf(app, owner.username);
    await app.db.transact((tx) => tx.update(Account, { id }, { npwpSealed: '1.damaged' }));
    const [column] = columns().filter((one) => one.table === 'accounts' && one.column === 'npwp_sealed');
    if (!column) throw new Error('The column is listed.');
    expect(await rewrite(app.db, column, 2)).toEqual({ rewritten: 0, left: [id] });
  });
});
