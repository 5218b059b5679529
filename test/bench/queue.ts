import mysql from 'mysql2/promise';

import { askDesk, atDesk } from './at-desk.js';
import type { Service } from './processes.js';
import { median, p95, type Report } from './report.js';

const QUEUE = `{ replacementQueue(filter: {}) { totalCount endCursor hasNextPage items {
  ticket status tier applicant newEmail dueAt overdue submittedAt actor requester office { name }
  signals { code text } account { username fullName entityName email { value } } claim { mine agent { fullName } } } } }`;
const COUNTS = '{ queueCounts { ready mine awaitingSecond returned waitingPeriod overdue } }';
const TIMES = 150;
const ROUNDS = 3;

/** The queue of a demo agent with a thousand cases in the table, then with a hundred thousand: a page has to cost the same. */
export async function queue(ours: Service, database: string, report: Report): Promise<void> {
  const cookie = await atDesk(ours.base, 'petugas');
  const connection = await mysql.createConnection(database);
  const page = () => queuePage(ours, cookie);
  const counts = () => answerTime(ours.base, cookie, COUNTS);
  await grow(connection, 55);
  const [few, fewCounts] = [await page(), await counts()];
  await grow(connection, 5500);
  const [many, manyCounts] = [await page(), await counts()];
  const [counted] = await connection.query('SELECT COUNT(*) AS n FROM replacement_requests');
  const [{ n } = { n: 0 }] = counted as { n: number }[];
  await connection.end();
  const detail = (a: number, b: number) => `p95 ${a.toFixed(1)} ms, with ${n} cases ${b.toFixed(1)} ms`;
  report(['queue page, 1k to 100k cases', (many / few).toFixed(2), '≤ 1.5', detail(few, many)]);
  report([
    'queue counts, 1k to 100k cases',
    (manyCounts / fewCounts).toFixed(2),
    '',
    detail(fewCounts, manyCounts),
  ]);
}

/** Milliseconds; the middle of three rounds. */
export const queuePage = (ours: Service, cookie: string): Promise<number> =>
  answerTime(ours.base, cookie, QUEUE);

async function answerTime(base: string, cookie: string, query: string): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const times: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const begin = performance.now();
      const { errors } = await askDesk(base, cookie, query);
      if (errors) throw new Error(JSON.stringify(errors));
      times.push(performance.now() - begin);
    }
    rounds.push(p95(times));
  }
  return median(rounds);
}

/** Each demo case so many times over: a quarter stays with its office, the rest goes round; one in five is still open. */
async function grow(connection: mysql.Connection, times: number): Promise<void> {
  const [described] = await connection.query('SHOW COLUMNS FROM replacement_requests');
  const columns = (described as { Field: string }[]).map(({ Field }) => Field);
  const instead: Record<string, string> = {
    id: 'UUID()',
    ticket: `CONCAT('EML-', ${times}, '-', s.seq, '-', RIGHT(r.ticket, 3))`,
    token_hash: 'UUID()',
    open_key: 'NULL',
    status: "IF(MOD(s.seq, 5) = 0, 'SUBMITTED', 'APPLIED')",
    office_id: 'IF(MOD(s.seq, 4) = 0, r.office_id, o.id)',
    due_at: 'r.due_at + INTERVAL MOD(s.seq, 9000) MINUTE',
    urgent_at: 'r.urgent_at + INTERVAL MOD(s.seq, 9000) MINUTE',
    claimed_by: 'NULL',
    claim_until: 'NULL',
  };
  const values = columns.map((column) => instead[column] ?? `r.${column}`).join(', ');
  await connection.query(`INSERT INTO replacement_requests (${columns.join(', ')})
    SELECT ${values} FROM (SELECT * FROM replacement_requests WHERE ticket LIKE 'EML-____-9____') r
    JOIN seq_1_to_${times} s
    JOIN (SELECT id, ROW_NUMBER() OVER (ORDER BY id) AS n FROM offices) o ON o.n = 1 + MOD(s.seq, 500)`);
  await connection.query('ANALYZE TABLE replacement_requests');
}
