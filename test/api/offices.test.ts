import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { officeFor } from '../../server/src/office/jurisdiction.js';
import { loadOffices } from '../../server/src/office/load-offices.js';
import { Office } from '../../server/src/office/office.entity.js';
import { DAY_MS } from '../../server/src/platform/clock.js';
import { Region } from '../../server/src/platform/regions/region.entity.js';
import { type App, startApp } from '../kit/app.js';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const seats = async () =>
  (await app.db.rows.find(Office, { order: { seat: 'ASC' } })).map(({ seat }) => seat);
const decides = async (actor: string, regionCode: string) =>
  (await officeFor(app.db.rows, { actor, regionCode })).name;

describe('the offices', () => {
  it('are one for the centre, each province, and each regency or city of the list', async () => {
    expect(await seats()).toEqual(['31', '31.74', '32', '32.73', 'CENTRAL']);
  });

  it('may be loaded again, also by many at once, without another one opening', async () => {
    await Promise.all(Array.from({ length: 4 }, () => loadOffices(app.db, app.now)));
    expect(await seats()).toHaveLength(5);
  });

  it('end when their region leaves the list, and open anew under a new code', async () => {
    const { db, now } = app;
    const another = { code: '32.74', parentCode: '32', level: 2, name: 'Kota Contoh', listVersion: 'test' };
    await db.transact((tx) => tx.insert(Region, another));
    expect(await loadOffices(db, now)).toEqual({ opened: 1, ended: 0 });
    await db.transact((tx) => tx.delete(Region, { code: '32.74' }));
    app.passTime(DAY_MS);
    expect(await loadOffices(db, now)).toEqual({ opened: 0, ended: 1 });
    const [ended] = await db.rows.findBy(Office, { regionCode: '32.74' });
    expect([ended?.seat, ended?.validTo]).toEqual([null, now()]);
  });
});

describe('deciding on an account', () => {
  it.each([
    ['the city of its address', 'INDIVIDUAL', '32.73.01.1001', 'DPMPTSP Kota Bandung'],
    ['the province, where the city has no office', 'INDIVIDUAL', '32.99', 'DPMPTSP Provinsi Jawa Barat'],
    ['the province, in Jakarta', 'BUSINESS_ENTITY', '31.74.03.1001', 'DPMPTSP Provinsi DKI Jakarta'],
    ['the centre, for a representative office', 'REPRESENTATIVE_OFFICE', '32.73', 'Lembaga OSS'],
    ['the centre, for a foreign entity', 'FOREIGN_ENTITY', 'USA', 'Lembaga OSS'],
    ['the centre, where the region is unknown', 'INDIVIDUAL', '99.99', 'Lembaga OSS'],
  ])('is the business of %s', async (_who, actor, regionCode, name) => {
    expect(await decides(actor, regionCode)).toBe(name);
  });
});
