import { setImmediate as breathe } from 'node:timers/promises';

import { type EntityManager, Like } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openDatabase } from '../../server/src/platform/database/data-source.js';
import { Database, Undo } from '../../server/src/platform/database/transact.js';
import { Overloaded } from '../../server/src/platform/graphql/overloaded.js';
import { Lease } from '../../server/src/platform/jobs/lease.entity.js';
import { tables } from '../../server/src/tables.js';
import { type App, startApp } from '../kit/app.js';
import { onSqlite } from '../kit/database.js';

let app: App;
let db: Database;
beforeAll(async () => {
  app = await startApp();
  db = app.db;
});
afterAll(() => app.stop());

/** Any row will do; a lease has no more to it than a name. */
const note = (tx: EntityManager, name: string) => tx.insert(Lease, { name, holder: null, until: app.now() });
const isNoted = (name: string) => db.rows.existsBy(Lease, { name });

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe('two units of work at the same time', () => {
  it('lose nothing that one of them was told is saved when the other is undone', async () => {
    const units = Array.from({ length: 40 }, (_, i) =>
      db.transact(async (tx) => {
        await note(tx, `overlap-${i}`);
        await breathe();
        if (i % 2) throw new Error('on purpose');
        return `overlap-${i}`;
      }),
    );
    const told = (await Promise.allSettled(units)).flatMap((one) =>
      one.status === 'fulfilled' ? [one.value] : [],
    );
    const kept = await Promise.all(Array.from({ length: 40 }, (_, i) => isNoted(`overlap-${i}`)));
    expect(told).toHaveLength(20);
    expect(kept.map((stands, i) => (stands ? i : -1)).filter((i) => i >= 0)).toEqual(
      told.map((name) => Number(name.split('-')[1])),
    );
  });

  it('show no reader what may still be undone, and each sees its own', async () => {
    const [written, seen] = [gate(), gate()];
    const unit = db.transact(async (tx) => {
      await note(tx, 'half-done');
      const own = await isNoted('half-done');
      written.open();
      await seen.opened;
      throw new Undo(own);
    });
    await written.opened;
    const byOthers = await isNoted('half-done');
    seen.open();
    expect(await unit).toBe(true);
    expect(byOthers).toBe(false);
    expect(await isNoted('half-done')).toBe(false);
  });

  it('count every one of many relative updates', async () => {
    const counted = { name: 'unit-of-work', subject: 'all', budgets: [{ count: 30, windowMs: 60_000 }] };
    const taken = await Promise.all(Array.from({ length: 45 }, () => app.house.budgets.take(counted)));
    expect(taken.filter((retryAt) => retryAt === null)).toHaveLength(30);
  });
});

describe('a unit of work inside another', () => {
  it('joins it, and is undone with it', async () => {
    const outer = db.transact(async (tx) => {
      await note(tx, 'outer');
      await db.transact((inner) => note(inner, 'inner'));
      expect(await isNoted('inner')).toBe(true);
      throw new Error('on purpose');
    });
    await expect(outer).rejects.toThrow('on purpose');
    expect([await isNoted('outer'), await isNoted('inner')]).toEqual([false, false]);
  });

  it('may undo the whole and say what to answer', async () => {
    const answer = await db.transact(async (tx) => {
      await note(tx, 'undone');
      await db.transact(async () => {
        throw new Undo('somebody was first');
      });
      return 'done';
    });
    expect(answer).toBe('somebody was first');
    expect(await isNoted('undone')).toBe(false);
  });

  it('is refused to a counter, whose count no later rollback may undo', async () => {
    const counted = { name: 'apart', subject: 'x', budgets: [{ count: 1, windowMs: 60_000 }] };
    const refused = /^(Count the attempt before|A statement that stands alone cannot be part of)/;
    await expect(db.transact(() => app.house.budgets.take(counted))).rejects.toThrow(refused);
    await expect(db.transact(() => db.transactApart((tx) => note(tx, 'apart')))).rejects.toThrow();
    expect(await isNoted('apart')).toBe(false);
  });

  it('gives its hints only after the commit, and none when nothing was committed', async () => {
    const heard: string[] = [];
    const failing = db.transact(async () => {
      db.afterCommit(() => heard.push('never'));
      throw new Error('on purpose');
    });
    await failing.catch(() => undefined);
    await db.transact(async () => {
      await db.transact(async () => db.afterCommit(() => heard.push('committed')));
      heard.push('still inside');
    });
    expect(heard).toEqual(['still inside', 'committed']);
  });
});

/** On SQLite they share one COMMIT, and with it one wait for the disk. */
describe.runIf(onSqlite())('units that wait for the one writing connection together', () => {
  /** The statements of a kind that reached the writing connection meanwhile. */
  async function counting(kind: RegExp, work: () => Promise<unknown>): Promise<number> {
    const { logger } = db.writer;
    let count = 0;
    const listening = Object.create(logger);
    listening.logQuery = (text: string) => {
      if (kind.test(text)) count += 1;
    };
    db.writer.logger = listening;
    await work().finally(() => {
      db.writer.logger = logger;
    });
    return count;
  }

  it('share one commit, and it waits for the disk', async () => {
    const twenty = () =>
      Promise.all(Array.from({ length: 20 }, (_, i) => db.transact((tx) => note(tx, `d-${i}`))));
    expect(await counting(/^COMMIT/, twenty)).toBe(1);
    expect(await db.writer.query('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]); // FULL
  });

  it('are told nothing, and show no reader anything, before that commit', async () => {
    const [running, hold] = [gate(), gate()];
    const heard: string[] = [];
    const first = db.transact(async (tx) => {
      db.afterCommit(() => heard.push('hint of the first'));
      await note(tx, 'first');
    });
    const told = first.then(() => heard.push('first told'));
    const second = db.transact(async (tx) => {
      await note(tx, 'second');
      running.open();
      await hold.opened;
    });
    await running.opened;
    await breathe();
    expect([heard, await isNoted('first'), await isNoted('second')]).toEqual([[], false, false]);
    hold.open();
    await Promise.all([told, second]);
    expect(heard).toEqual(['hint of the first', 'first told']);
    expect([await isNoted('first'), await isNoted('second')]).toEqual([true, true]);
  });

  it('run in the order of their calls, and see those before but not what one of them undid', async () => {
    const seen: string[][] = [];
    const units = ['a', 'b', 'c', 'd'].map((name) =>
      db.transact(async (tx) => {
        const before = await tx.find(Lease, { where: { name: Like('turn-%') }, order: { name: 'ASC' } });
        seen.push(before.map((row) => row.name));
        await note(tx, `turn-${name}`);
        if (name === 'b') throw new Undo('b was undone');
        return name;
      }),
    );
    expect(await Promise.all(units)).toEqual(['a', 'b was undone', 'c', 'd']);
    expect(seen).toEqual([[], ['turn-a'], ['turn-a'], ['turn-a', 'turn-c']]);
  });

  it('fail alone by a broken rule of the database', async () => {
    const names = ['rule-1', 'rule-1', 'rule-2'];
    const units = await Promise.allSettled(names.map((name) => db.transact((tx) => note(tx, name))));
    expect(units.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect([await isNoted('rule-1'), await isNoted('rule-2')]).toEqual([true, true]);
  });

  it('fail alone even when the disk is full and SQLite gives up the whole transaction', async () => {
    const [{ page_count: pages }] = await db.writer.query('PRAGMA page_count');
    await db.writer.query(`PRAGMA max_page_count = ${pages + 5}`);
    const runs: string[] = [];
    const units = ['small-1', 'x'.repeat(1_000_000), 'small-2'].map((name) =>
      db.transact(async (tx) => {
        runs.push(name.slice(0, 7));
        await note(tx, name);
      }),
    );
    const ends = (await Promise.allSettled(units)).map(({ status }) => status);
    await db.writer.query('PRAGMA max_page_count = 1073741823');
    expect(ends).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(runs).toEqual(['small-1', 'xxxxxxx', 'small-1', 'xxxxxxx', 'small-2']); // together, then each by itself
    expect([await isNoted('small-1'), await isNoted('small-2')]).toEqual([true, true]);
    await db.transact(() => Promise.reject(new Error('on purpose'))).catch(() => undefined);
    await db.transact((tx) => note(tx, 'afterwards'));
    expect(await isNoted('afterwards')).toBe(true); // read by the other connection: it was committed
  });
});

describe('a queue that is full', () => {
  /** Two may wait: for the one writing connection of SQLite, for a pool of one elsewhere. */
  const narrow = async () =>
    onSqlite()
      ? new Database(db.writer, db.reader, { queue: 3, retries: 5 })
      : openDatabase(app.config.databaseUrl, tables, {
          connections: 1,
          queue: 2,
          connectTimeoutMs: 3000,
          silenceMs: 2500,
        });

  it('turns callers away at once, keeps those it took, and takes others afterwards', async () => {
    const small = await narrow();
    const hold = gate();
    const units = Array.from({ length: 8 }, (_, i) =>
      small.transact(async (tx) => {
        await note(tx, `queued-${i}`);
        await hold.opened;
      }),
    );
    const refused = await Promise.all(units.slice(3).map((unit) => unit.catch((error: unknown) => error)));
    hold.open();
    await Promise.all(units.slice(0, 3));
    await small.transact((tx) => note(tx, 'queued-later'));
    expect(refused.every((error) => error instanceof Overloaded)).toBe(true);
    expect(await Promise.all([0, 1, 2, 3].map((i) => isNoted(`queued-${i}`)))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    if (small.writer !== db.writer) await small.close();
  });

  it.skipIf(onSqlite())('tells readers the same', async () => {
    const small = await narrow();
    const reads = Array.from({ length: 8 }, () => small.rows.count(Lease).catch((error: unknown) => error));
    const refused = (await Promise.all(reads)).filter((one) => one instanceof Error);
    await small.close();
    expect(refused).toHaveLength(5);
    expect(refused.every((error) => error instanceof Overloaded)).toBe(true);
  });
});
