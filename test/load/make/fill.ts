import { Identifier } from '../../../server/src/account/identifier.entity.js';
import type { House } from '../../../server/src/compose.js';
import { after, DAY_MS } from '../../../server/src/platform/clock.js';
import type { Part } from './batch.js';
import { Lanes } from './lanes.js';
import { inWords, type Order } from './making.js';
import { Places, usernameOf } from './people.js';
import { type Shapes, shapesOf } from './table-text.js';
import { batchesOf } from './threads.js';
import { MadeTrail } from './trail.js';

/** In years to come people register faster; these did so evenly over three. */
const SINCE_D = 3 * 365;
const BATCH = 500;
const LANES = 3;

/** Everybody's, whom this program makes. */
export const PASSWORD = 'Kopi-Tubruk-88-pagi';

export interface Filled {
  readonly accounts: number;
  readonly seconds: number;
}

/**
 * Adds `count` invented accounts with all that belongs to them, behind those that are there. Sealed fields, indexes and
 * the trail are made with the service's own keys and code, so that it opens, finds and verifies them. `threads` make
 * them (none: this one does), while this one gives the events their places in the trail and hands all to the database.
 */
export async function fillAccounts(house: House, count: number, threads = 0): Promise<Filled> {
  const { db, config, now } = house;
  const began = performance.now();
  const writing = await Lanes.open(db, LANES);
  const shapes = shapesOf(db, writing.form);
  const trail = await MadeTrail.goOn(db, { ring: config.keys.SECRET_KEYS, now, shapes });
  const order = await orderOf(house, shapes, count);
  for await (const { tables, sealable } of batchesOf(order, partsOf(count), threads)) {
    trail.seal(sealable);
    await writing.put([...tables, ...trail.take()]);
  }
  trail.end(now());
  await writing.put(trail.take());
  await writing.close();
  return { accounts: count, seconds: (performance.now() - began) / 1000 };
}

async function orderOf(house: House, shapes: Shapes, count: number): Promise<Order> {
  const { DATA_KEYS, INDEX_KEYS, SECRET_KEYS } = house.config.keys;
  const now = house.now();
  return {
    ...{ shapes, now, regionListVersion: house.regions.version },
    retainTraceD: house.config.RETAIN_TRACE_D,
    places: (await Places.read(house.db)).all,
    keys: {
      DATA_KEYS: inWords(DATA_KEYS),
      INDEX_KEYS: inWords(INDEX_KEYS),
      SECRET_KEYS: inWords(SECRET_KEYS),
    },
    passwordHash: await house.passwords.hash(PASSWORD),
    first: await madeSoFar(house),
    since: after(now, -SINCE_D * DAY_MS),
    everyMs: (SINCE_D * DAY_MS) / count,
  };
}

const partsOf = (count: number): Part[] =>
  Array.from({ length: Math.ceil(count / BATCH) }, (_, place) => ({
    from: place * BATCH,
    to: Math.min((place + 1) * BATCH, count),
  }));

/** How many accounts were made here before; their numbers begin at 0. */
export async function madeSoFar({ db }: House): Promise<number> {
  const found = await db.rows
    .createQueryBuilder(Identifier, 'identifier')
    .select('MAX(identifier.identifier_key)', 'last')
    .where('identifier.identifier_key >= :low AND identifier.identifier_key <= :high', {
      low: usernameOf(0),
      high: usernameOf(99_999_999),
    })
    .getRawOne<{ last: string | null }>();
  return found?.last ? Number(found.last.slice('beban'.length)) + 1 : 0;
}
