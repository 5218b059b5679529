import { IsNull, LessThanOrEqual, Not } from 'typeorm';

import type { Now } from '../platform/clock.js';
import type { Database } from '../platform/database/transact.js';
import { newId } from '../platform/ids.js';
import { Region } from '../platform/regions/region.entity.js';
import { Office } from './office.entity.js';
import { zoneOf } from './zones.js';

const CENTRAL = 'CENTRAL';
const LEVELS = { 1: 'PROVINCE', 2: 'REGENCY' } as const;
const ROWS_AT_ONCE = 100;

/**
 * One open office for the centre, each province and each regency or city of the loaded region list. May be repeated: what
 * is there stays, what is new opens, and an office whose region left the list ends. Answers how many opened and ended.
 */
export async function loadOffices(db: Database, now: Now): Promise<{ opened: number; ended: number }> {
  const regions = await db.rows.findBy(Region, { level: LessThanOrEqual(2) });
  const open = await db.rows.findBy(Office, { seat: Not(IsNull()) });
  const seats = new Set(open.map(({ seat }) => seat));
  const missing = [null, ...regions].filter((region) => !seats.has(region?.code ?? CENTRAL));
  const listed = new Set([CENTRAL, ...regions.map(({ code }) => code)]);
  const gone = open.filter(({ seat }) => !listed.has(seat ?? ''));
  for (let from = 0; from < missing.length; from += ROWS_AT_ONCE) {
    const rows = missing.slice(from, from + ROWS_AT_ONCE).map((region) => officeOf(region, now()));
    // Two processes that start together: the unique seat lets one of them open each office.
    await db.transact((tx) =>
      tx.createQueryBuilder().insert().into(Office).values(rows).orIgnore().execute(),
    );
  }
  for (const { id, seat } of gone) {
    await db.transact((tx) => tx.update(Office, { id, seat: seat ?? '' }, { seat: null, validTo: now() }));
  }
  return { opened: missing.length, ended: gone.length };
}

function officeOf(region: Region | null, validFrom: Date) {
  const place = region?.level === 1 ? `Provinsi ${region.name}` : region?.name;
  return {
    id: newId(validFrom),
    level: region ? LEVELS[region.level as keyof typeof LEVELS] : (CENTRAL as 'CENTRAL'),
    name: place ? `DPMPTSP ${place}` : 'Lembaga OSS',
    regionCode: region?.code ?? null,
    seat: region?.code ?? CENTRAL,
    zone: zoneOf(region?.code ?? null),
    validFrom,
    validTo: null,
    successorId: null,
  };
}
