import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { systemClock } from '../../server/src/platform/clock.js';
import { type App, startApp, startAppAt } from '../kit/app.js';
import { freshDatabase, type Home, onSqlite } from '../kit/database.js';
import { dump } from '../kit/tables.js';

let home: Home;
let migrated: App;
beforeAll(async () => {
  home = await freshDatabase();
  migrated = await startAppAt(home, systemClock());
});
afterAll(async () => {
  await migrated.stop();
  await home.remove();
});

describe('migrations', () => {
  it('leave exactly the tables the entities declare', async () => {
    const { upQueries } = await migrated.db.writer.driver.createSchemaBuilder().log();
    expect(upQueries.map((one) => one.query)).toEqual([]);
  });

  it('leave what the databases of the other tests are copies of: tables, keys, indexes and triggers', async () => {
    const copy = await startApp();
    const copied = await definitionsIn(copy);
    await copy.stop();
    expect(copied).toEqual(await definitionsIn(migrated));
  });
});

/** As the database itself writes them down. */
async function definitionsIn(app: App): Promise<unknown[]> {
  const ask = (sql: string): Promise<Record<string, unknown>[]> => app.db.rows.query(sql);
  if (onSqlite()) return ask('SELECT name, sql FROM sqlite_master ORDER BY name');
  const names = [...(await dump(app)).keys()].sort();
  const tables = await Promise.all(names.map((name) => ask(`SHOW CREATE TABLE ${name}`)));
  const triggers = (await ask('SHOW TRIGGERS')).map(({ Created, ...trigger }) => trigger);
  return [...tables, ...triggers];
}
