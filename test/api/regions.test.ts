import { graphql } from 'graphql';
import { buildSchema } from 'type-graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openDatabase } from '../../server/src/platform/database/data-source.js';
import { CreateRegions1795428060000 } from '../../server/src/platform/database/migrations/20261123100100-create-regions.js';
import type { Database } from '../../server/src/platform/database/transact.js';
import { InvalidInput } from '../../server/src/platform/graphql/invalid-input.js';
import { loadRegions } from '../../server/src/platform/regions/load-regions.js';
import { Region } from '../../server/src/platform/regions/region.entity.js';
import { REGION_LIST_VERSION, RegionList } from '../../server/src/platform/regions/region-list.js';
import { RegionsResolver } from '../../server/src/platform/regions/regions.resolver.js';
import { freshDatabase } from '../kit/database.js';

const ALL = 38 + 514 + 7277 + 83_763;

let db: Database;
let remove: () => Promise<void>;
let list: RegionList;
let loaded: { rows: number; ms: number };

beforeAll(async () => {
  const home = await freshDatabase();
  remove = home.remove;
  db = await openDatabase(home.url, { entities: [Region], migrations: [CreateRegions1795428060000] });
  await db.writer.runMigrations();
  const start = performance.now();
  const rows = await loadRegions(db);
  loaded = { rows, ms: performance.now() - start };
  list = new RegionList(db);
}, 60_000);
afterAll(async () => {
  await db.close();
  await remove();
});

describe('loading the regions', () => {
  it('writes the whole list within seconds', async () => {
    expect(loaded.rows).toBe(ALL);
    expect(await db.rows.count(Region)).toBe(ALL);
    expect(loaded.ms).toBeLessThan(15_000);
  });

  it('does nothing the second time', async () => {
    expect(await loadRegions(db)).toBe(0);
  });

  it('leaves no schema drift behind', async () => {
    const { upQueries } = await db.writer.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('writes provinces and regencies in title case and leaves the rest as it is', async () => {
    const names = async (...codes: string[]) => {
      const rows = await Promise.all(codes.map((code) => list.find(code)));
      return rows.map((row) => row?.name);
    };
    expect(await names('31', '31.74', '31.01', '34', '73.10')).toEqual([
      'DKI Jakarta',
      'Kota Administrasi Jakarta Selatan',
      'Kabupaten Administrasi Kepulauan Seribu',
      'Daerah Istimewa Yogyakarta',
      'Kabupaten Pangkajene dan Kepulauan',
    ]);
    const shouting = await db.rows
      .createQueryBuilder(Region, 'region')
      .where('region.level <= 2 AND region.name = UPPER(region.name)')
      .getCount();
    expect(shouting).toBe(0);
    expect(await db.rows.existsBy(Region, { level: 3, name: 'XIII Koto Kampar' })).toBe(true);
    expect(await db.rows.existsBy(Region, { level: 4, name: 'MKCM' })).toBe(true);
  });

  it('that was broken off, or an older list, is made whole by the next start', async () => {
    await db.transact(async (tx) => {
      await tx.update(Region, { level: 1 }, { listVersion: 'older' });
      await tx.delete(Region, { parentCode: '31.74' });
      await tx.update(Region, { code: '31.71' }, { name: 'Another name' });
      await tx.insert(Region, {
        code: '91.01',
        parentCode: '91',
        level: 2,
        name: 'Gone',
        listVersion: 'older',
      });
    });
    expect(await loadRegions(db)).toBe(ALL);
    expect(await db.rows.count(Region)).toBe(ALL);
    expect(await list.exists('91.01')).toBe(false);
    expect((await list.find('31.71'))?.name).toBe('Kota Administrasi Jakarta Pusat');
    expect(await db.rows.countBy(Region, { listVersion: REGION_LIST_VERSION })).toBe(ALL);
  }, 60_000);
});

describe('the list of regions', () => {
  it('names a village with everything above it', async () => {
    expect(await list.find('31.74.03.1001')).toMatchObject({
      level: 4,
      path: expect.stringMatching(/^[^,]+, [^,]+, Kota Administrasi Jakarta Selatan, DKI Jakarta$/),
    });
    expect(await list.find('31')).toMatchObject({ path: 'DKI Jakarta' });
  });

  it.each(['31', '31.74', '31.74.03', '31.74.03.1001', '93.01', '96.71'])('holds %s', async (code) => {
    expect(await list.exists(code)).toBe(true);
    expect(await list.find(code)).toMatchObject({ code });
  });

  it.each(['91.01', '99', '31.74.99', '31.74.03.1999', ''])('does not hold %j', async (code) => {
    expect(await list.exists(code)).toBe(false);
    expect(await list.find(code)).toBeUndefined();
  });

  it('says which edition it is, for those who write an address down', () => {
    expect(list.version).toBe('idn-area-data 3.1.2');
    expect(list.version.length).toBeLessThanOrEqual(40);
  });
});

describe('asking for regions', () => {
  async function ask(parent?: string | null) {
    const source = 'query ($parent: ID) { regions(parent: $parent) { code name level } }';
    return graphql({
      schema: await buildSchema({
        resolvers: [RegionsResolver],
        container: { get: () => new RegionsResolver(list) },
      }),
      source,
      variableValues: { parent },
      contextValue: { language: 'id' },
    });
  }
  const regions = async (parent?: string | null) =>
    (await ask(parent)).data?.regions as { code: string; name: string; level: number }[];

  it('gives the 38 provinces first', async () => {
    expect(await regions()).toHaveLength(38);
    expect(await regions(null)).toHaveLength(38);
    expect((await regions())[0]).toEqual({ code: '11', name: 'Aceh', level: 1 });
  });

  it('then what lies one level below, by code, dotted or not', async () => {
    expect((await regions('31')).map(({ code }) => code)).toEqual([
      '31.01',
      '31.71',
      '31.72',
      '31.73',
      '31.74',
      '31.75',
    ]);
    expect(
      (await regions('3174')).every(({ code, level }) => /^31\.74\.\d\d$/.test(code) && level === 3),
    ).toBe(true);
    expect((await regions('31.74.03')).every(({ level }) => level === 4)).toBe(true);
  });

  it.each(['91.01', '9101', '99', '31.74.99', '31.74.03.1001'])('gives nothing below %s', async (parent) => {
    expect(await regions(parent)).toEqual([]);
  });

  it.each(['31.7', '31-74', '3174030', 'DKI', "31' OR 1=1"])('refuses the malformed %j', async (parent) => {
    const { errors } = await ask(parent);
    const cause = errors?.[0]?.originalError;
    expect(cause).toBeInstanceOf(InvalidInput);
    expect((cause as InvalidInput).fields).toMatchObject([
      { field: 'parent', fault: { code: 'REGION_SHAPE' } },
    ]);
  });
});
