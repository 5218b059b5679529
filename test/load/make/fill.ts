import { Identifier } from '../../../server/src/account/identifier.entity.js';
import type { House } from '../../../server/src/compose.js';
import { after, DAY_MS } from '../../../server/src/platform/clock.js';
import { AccountRows } from './accounts.js';
import { Lanes } from './bulk.js';
import { Places, personAt, usernameOf } from './people.js';
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
 * the trail are made with the service's own keys and code, so that it opens, finds and verifies them.
 */
export async function fillAccounts(house: House, count: number, lanes = LANES): Promise<Filled> {
  const { db, config, now } = house;
  const began = performance.now();
  const first = await madeSoFar(house);
  const places = await Places.read(db);
  const trail = await MadeTrail.goOn(db, config.keys.SECRET_KEYS, now);
  const rows = new AccountRows(house, trail, await house.passwords.hash(PASSWORD), now());
  const writing = await Lanes.open(db, lanes);
  const [oldest, step] = [after(now(), -SINCE_D * DAY_MS), (SINCE_D * DAY_MS) / count];
  for (let done = 0; done < count; ) {
    const end = Math.min(done + BATCH, count);
    for (; done < end; done += 1)
      rows.add(personAt(first + done, places), after(oldest, Math.floor(done * step)));
    const texts = [...rows.take(), ...trail.take()];
    await writing.put(texts.filter((text) => text !== undefined));
  }
  trail.end(now());
  await writing.put(trail.take().filter((text) => text !== undefined));
  await writing.close();
  return { accounts: count, seconds: (performance.now() - began) / 1000 };
}

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
