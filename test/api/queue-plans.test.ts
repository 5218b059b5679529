import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { branchesOf, orderFor } from '../../server/src/features/email-replacement/queue-branches.js';
import { pageStatement } from '../../server/src/features/email-replacement/queue-statements.js';
import {
  QueueOrder,
  QueueView,
} from '../../server/src/features/email-replacement/replacement-queue.input.js';
import { type App, startApp } from '../kit/app.js';
import { filedCase } from '../kit/cases.js';
import { onSqlite } from '../kit/database.js';

let app: App;
beforeAll(async () => {
  app = await startApp();
  for (let number = 0; number < 3; number += 1) await filedCase(app, { person: null });
  const table = 'replacement_requests';
  await app.db.transact((tx) => tx.query(onSqlite() ? 'ANALYZE' : `ANALYZE TABLE ${table}`));
});
afterAll(() => app.stop());

/** The engine's own words on how it finds a page. */
async function planOf(view: QueueView, by: QueueOrder, offices: 'ALL' | readonly string[]): Promise<string> {
  const { rows } = app.db;
  const order = orderFor(view, by, app.now());
  const seen = { offices, agentId: 'a', now: app.now() };
  const page = pageStatement(branchesOf({ view }, order.phases, seen), order, 26, null);
  const [sql, values] = rows.dataSource.driver.escapeQueryWithParameters(page.condition, {
    ...page.parameters,
  });
  const plan: Record<string, unknown>[] = await rows.query(
    `${onSqlite() ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN'} ${sql}`,
    values,
  );
  const steps = plan.filter((step) =>
    JSON.stringify(step).match(onSqlite() ? /SEARCH r|SCAN r/ : /"table":"r"/),
  );
  return JSON.stringify(steps);
}

const VIEWS = [QueueView.READY, QueueView.AWAITING_SECOND, QueueView.CLOSED, QueueView.MINE];

describe.each(VIEWS)('a page of %s', (view) => {
  it.each(Object.values(QueueOrder))('by %s follows an index for one office', async (by) => {
    const plan = await planOf(view, by, ['an-office']);
    expect(plan).toContain('ix_replacement_');
    expect(plan).not.toMatch(/SCAN r|"type":"ALL"|filesort/);
  });

  it.each(Object.values(QueueOrder))('by %s follows an index for all offices', async (by) => {
    const plan = await planOf(view, by, 'ALL');
    expect(plan).toContain('ix_replacement_');
    expect(plan).not.toMatch(/SCAN r|"type":"ALL"|filesort/);
  });
});
