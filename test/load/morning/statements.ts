import mysql from 'mysql2/promise';

import { ACTS, type Morning } from './acts.js';
import { quantiles } from './figures.js';
import { statements } from './watch.js';

const TIMES = 7;

/**
 * Statements of each operation: every act some times, one call after the other, and the middle, since the worker beside them
 * asks a little too. Empty on SQLite, where nobody else can ask.
 */
export async function statementsByOperation(
  morning: Morning,
  databaseUrl: string | undefined,
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number[]>();
  if (!databaseUrl) return new Map();
  const db = await mysql.createConnection(databaseUrl);
  const { calls } = morning;
  const begun = calls.all.length;
  calls.count = () => statements(db);
  for (let time = 0; time < TIMES; time += 1)
    for (const act of ACTS) await act.play(morning).catch(() => undefined); // its fault is remembered
  calls.count = undefined;
  await db.end();
  for (const { operation, statements: counted } of calls.all.slice(begun))
    if (counted !== undefined) found.set(operation, [...(found.get(operation) ?? []), counted]);
  return new Map([...found].map(([operation, counts]) => [operation, quantiles(counts)(0.5)]));
}
