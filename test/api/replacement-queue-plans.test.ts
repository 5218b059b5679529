import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { branchesOf, orderFor } from '../../server/src/features/email-replacement/queue-branches.js';
import { pageStatement } from '../../server/src/features/email-replacement/queue-statements.js';
import {
  QueueOrder,
  QueueView,
} from '../../server/src/features/email-replacement/replacement-queue.input.js';
import { ReplacementRequest } from '../../server/src/features/email-replacement/replacement-request.entity.js';
import { ReplacementStatus } from '../../server/src/features/email-replacement/replacement-status.js';
import { newId } from '../../server/src/platform/ids.js';
import { type App, startApp } from '../kit/app.js';
import { filedCase } from '../kit/cases.js';
import { onSqlite } from '../kit/database.js';

let app: App;
beforeAll(async () => {
  app = await startApp();
  const { id } = await filedCase(app, { person: null });
  await multiply(await app.db.rows.findOneByOrFail(ReplacementRequest, { id }));
  const table = 'replacement_requests';
  await app.db.transact((tx) => tx.query(onSqlite() ? 'ANALYZE' : `ANALYZE TABLE ${table}`));
});
afterAll(() => app.stop());

/** Of three rows every engine reads all; from a few hundred on an index is worth its while. */
async function multiply(row: ReplacementRequest): Promise<void> {
  const statuses = Object.values(ReplacementStatus);
  const copies = Array.from({ length: 600 }, (_, number) => {
    const id = newId(app.now());
    const at = new Date(app.now().getTime() + number * 60_000);
    const times = { urgentAt: at, dueAt: at, submittedAt: at };
    const status = statuses[number % statuses.length] ?? row.status;
    return { ...row, ...times, id, status, ticket: `EML-${number}`, tokenHash: id, officeId: newId(at) };
  });
  for (let from = 0; from < copies.length; from += 100)
    await app.db.transact((tx) => tx.insert(ReplacementRequest, copies.slice(from, from + 100)));
}

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

const WHOLE_TABLE = /SCAN r|"type":"ALL"/;
/** What grows is never sorted; one agent's claims and the second decisions that came up from below are a handful. */
const FORBIDDEN: Partial<Record<QueueView, RegExp>> = {
  READY: /SCAN r|"type":"ALL"|filesort/,
  CLOSED: /SCAN r|"type":"ALL"|filesort/,
};
const VIEWS = [QueueView.READY, QueueView.AWAITING_SECOND, QueueView.CLOSED, QueueView.MINE];

describe.each(VIEWS)('a page of %s', (view) => {
  it.each(Object.values(QueueOrder))('by %s follows an index for one office', async (by) => {
    const plan = await planOf(view, by, ['an-office']);
    expect(plan).toContain('ix_replacement_');
    expect(plan).not.toMatch(FORBIDDEN[view] ?? WHOLE_TABLE);
  });

  it.each(Object.values(QueueOrder))('by %s follows an index for all offices', async (by) => {
    const plan = await planOf(view, by, 'ALL');
    expect(plan).toContain('ix_replacement_');
    expect(plan).not.toMatch(FORBIDDEN[view] ?? WHOLE_TABLE);
  });
});
