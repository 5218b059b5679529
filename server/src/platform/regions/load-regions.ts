import { setImmediate as breathe } from 'node:timers/promises';

import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data';
import { IsNull, Not } from 'typeorm';

import type { Database } from '../database/transact.js';
import { Region } from './region.entity.js';
import { REGION_LIST_VERSION } from './region-list.js';

const ROWS_AT_ONCE = 1000;

/**
 * Brings the table to the list this program ships with and answers how many rows it wrote: 0 when it was there already.
 * May be repeated, and broken off: provinces come last, so until then the list does not count as loaded.
 */
export async function loadRegions(db: Database): Promise<number> {
  if (await db.rows.existsBy(Region, { parentCode: IsNull(), listVersion: REGION_LIST_VERSION })) return 0;
  const provinces = (await getProvinces()).map(rowOf);
  const lower = [...(await getVillages()), ...(await getDistricts()), ...(await getRegencies())].map(rowOf);
  // Many short units of work: one long one would hold up every other writer, and a cluster may refuse it.
  for (let from = 0; from < lower.length; from += ROWS_AT_ONCE) {
    await db.transact((tx) => tx.upsert(Region, lower.slice(from, from + ROWS_AT_ONCE), ['code']));
    await breathe(); // SQLite answers without ever letting go of the thread
  }
  await db.transact(async (tx) => {
    await tx.upsert(Region, provinces, ['code']);
    await tx.delete(Region, { listVersion: Not(REGION_LIST_VERSION) });
  });
  return lower.length + provinces.length;
}

function rowOf({ code, name }: { code: string; name: string }) {
  const parts = code.split('.');
  const level = parts.length;
  const parentCode = parts.slice(0, -1).join('.') || null;
  return { code, parentCode, level, name: readable(name, level), listVersion: REGION_LIST_VERSION };
}

const KEPT = new Map([
  ['DKI', 'DKI'],
  ['DAN', 'dan'],
]);

/** Provinces and regencies come in capitals. Districts and villages do not ("Sukajadi II"): there, capitals are short forms. */
function readable(name: string, level: number): string {
  if (level > 2 || name !== name.toUpperCase()) return name;
  return name
    .split(' ')
    .map((word) => KEPT.get(word) ?? word.slice(0, 1) + word.slice(1).toLowerCase())
    .join(' ');
}
