import { createRequire } from 'node:module';

import { In, IsNull } from 'typeorm';

import type { Database } from '../database/transact.js';
import { Region } from './region.entity.js';

const { version } = createRequire(import.meta.url)('idn-area-data/package.json') as { version: string };

/** Kept with every address: codes and names change, an address written down does not. */
export const REGION_LIST_VERSION = `idn-area-data ${version}`;

export interface FoundRegion {
  readonly code: string;
  readonly name: string;
  readonly level: number;
  /** The whole way up: "Kelurahan, Kecamatan, Kota, Provinsi". */
  readonly path: string;
}

/** Home Affairs' regions as they are now. Codes are dotted, as `readRegionCode` gives them. */
export class RegionList {
  readonly version = REGION_LIST_VERSION;

  constructor(private readonly db: Database) {}

  /** The regions one level below; provinces without `parent`; none for a parent the list does not hold. */
  children(parent?: string): Promise<Region[]> {
    return this.db.rows.find(Region, { where: { parentCode: parent ?? IsNull() }, order: { code: 'ASC' } });
  }

  async find(code: string): Promise<FoundRegion | undefined> {
    const parts = code.split('.');
    const upwards = parts.map((_, depth) => parts.slice(0, depth + 1).join('.'));
    const rows = await this.db.rows.find(Region, { where: { code: In(upwards) }, order: { level: 'DESC' } });
    const [found] = rows;
    if (found?.code !== code) return undefined;
    return { code, name: found.name, level: found.level, path: rows.map(({ name }) => name).join(', ') };
  }

  exists(code: string): Promise<boolean> {
    return this.db.rows.existsBy(Region, { code });
  }
}
