import { expect, it } from 'vitest';

import { startApp } from '../kit/app.js';

it('migrations leave exactly the tables the entities declare', async () => {
  const app = await startApp();
  const { upQueries } = await app.db.writer.driver.createSchemaBuilder().log();
  await app.stop();
  expect(upQueries.map((one) => one.query)).toEqual([]);
});
