import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise';

import { atDesk } from './at-desk.js';
import { type Filled, fill } from './fill.js';
import { hammer, type Measured } from './load.js';
import type { Service } from './processes.js';
import { queuePage } from './queue.js';
import { median, type Report } from './report.js';

const FEW = 10_000;
const ROUNDS = 3;
const SAMPLE = 200;

const LOOK_UP = `mutation($input: LookUpAccountInput!) { lookUpAccount(input: $input) { __typename
  ... on AccountsLookedUp { accounts { id username fullName status actor nik email { value } whatsapp { value } } } } }`;
const OPEN = `query($id: ID!) { account(id: $id) { username fullName status nik nib birthDate regionName
  email { value verifiedAt } whatsapp { value verifiedAt } allowedActions { action allowed } } }`;
const HISTORY = `query($id: ID!) { account(id: $id) { username fullName status nik email { value } timeline(first: 50) {
  items { id sequence at event description actor subject ticket reason changes { field before after } ip } endCursor } } }`;
const DELIVERIES = `query($filter: DeliveryFilter!) { deliveries(filter: $filter) {
  items { id kind status destination nextStep attempts { at outcome } } } }`;

/**
 * What the desk does all day, at ten thousand accounts and at so many. Rows and statements are the
 * database's own counts, the sealing of the trail among them, which moves them by up to a hundred a request; anything that
 * grows with the number of accounts would read it whole. Times depend on what else the machine does.
 */
export async function desk(
  ours: Service,
  database: string,
  { accounts, report }: { accounts: number; report: Report },
): Promise<void> {
  const db = await mysql.createConnection(database);
  const cookie = await atDesk(ours.base, 'petugas');
  const few = await measured(ours, db, cookie, await fill(db, 0, FEW));
  const fewPage = await queuePage(ours, cookie);
  const many = await measured(ours, db, cookie, await fill(db, FEW, accounts));
  const manyPage = await queuePage(ours, cookie);
  await db.end();
  const pages = `p95 ${fewPage.toFixed(1)} ms, with ${accounts} accounts ${manyPage.toFixed(1)} ms`;
  report([`queue page, ${FEW} to ${accounts} accounts`, (manyPage / fewPage).toFixed(2), '≤ 1.5', pages]);
  for (const [name, before] of few) {
    const after = many.get(name);
    if (!after) continue;
    const detail = `${before.rows.toFixed(0)} and ${after.rows.toFixed(0)}; p50 ${before.p50.toFixed(1)} and ${after.p50.toFixed(1)} ms`;
    const times = `p95 ${before.p95.toFixed(1)} and ${after.p95.toFixed(1)} ms`;
    report([`${name}, ${FEW} to ${accounts} accounts`, (after.p95 / before.p95).toFixed(2), '', times]);
    report([`${name}, rows read more`, (after.rows - before.rows).toFixed(0), '≤ 300', detail]);
    report([`${name}, statements`, after.statements.toFixed(1), '≤ 6', 'with the check of the session']);
  }
}

interface Figures extends Counted {
  readonly p50: number;
  readonly p95: number;
}

async function measured(
  ours: Service,
  db: Connection,
  cookie: string,
  { usernames, ids }: Filled,
): Promise<Map<string, Figures>> {
  const lookUps = usernames.map((identifier) => ({ input: { identifier, purpose: 'PHONE_CALL' } }));
  const kinds: [string, string[]][] = [
    ['look-up', lookUps.map((variables) => JSON.stringify({ query: LOOK_UP, variables }))],
    ['account page', ids.map((id) => JSON.stringify({ query: OPEN, variables: { id } }))],
    ['account page with timeline', ids.map((id) => JSON.stringify({ query: HISTORY, variables: { id } }))],
    ['messages of an office', [JSON.stringify({ query: DELIVERIES, variables: { filter: {} } })]],
  ];
  const figures = new Map<string, Figures>();
  for (const [name, bodies] of kinds) {
    const load = { url: `${ours.base}/helpdesk/graphql`, bodies, cookie, connections: 2, seconds: 1 };
    const rounds: Measured[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const measured = await hammer(load);
      if (measured.errors > 0) throw new Error(`${name}: ${measured.errors} failed: ${measured.lastError}`);
      rounds.push(measured);
    }
    const middle = (of: 'p50' | 'p95') => median(rounds.map((round) => round[of]));
    const times = { p50: middle('p50'), p95: middle('p95') };
    figures.set(name, { ...times, ...(await workOf(ours, db, cookie, bodies)) });
  }
  return figures;
}

/** Of one request, what the worker does meanwhile taken off, as it is when nothing else happens. */
async function workOf(ours: Service, db: Connection, cookie: string, bodies: string[]): Promise<Counted> {
  const idle = await whenQuiet(db);
  const [begin, before] = [performance.now(), await counted(db)];
  for (let count = 0; count < SAMPLE; count += 1)
    await post(ours, bodies[count % bodies.length] ?? '', cookie);
  const [after, seconds] = [await counted(db), (performance.now() - begin) / 1000];
  const each = (of: keyof Counted) => (after[of] - before[of] - idle[of] * seconds) / SAMPLE;
  return { statements: each('statements'), rows: each('rows') };
}

/** What happens in a second, once the worker has sealed and sent what the load before left to it. */
async function whenQuiet(db: Connection): Promise<Counted> {
  let [last, calm] = [await aSecond(db), 0];
  while (calm < 2) {
    const now = await aSecond(db);
    calm = Math.abs(now.statements - last.statements) < 10 ? calm + 1 : 0;
    last = now;
  }
  return last;
}

async function aSecond(db: Connection): Promise<Counted> {
  const before = await counted(db);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const after = await counted(db);
  return { statements: after.statements - before.statements, rows: after.rows - before.rows };
}

interface Counted {
  readonly statements: number;
  readonly rows: number;
}

/** Statements that read or write, and rows and keys the engine touched for reading; of the whole server. */
async function counted(db: Connection): Promise<Counted> {
  const [found] = await db.query<RowDataPacket[]>(
    `SHOW GLOBAL STATUS WHERE Variable_name IN ('Com_select', 'Com_insert', 'Com_update', 'Com_delete')
      OR Variable_name LIKE 'Handler_read%'`,
  );
  const sum = (begin: string) =>
    found
      .filter(({ Variable_name }) => `${Variable_name}`.startsWith(begin))
      .reduce((total, { Value }) => total + Number(Value), 0);
  return { statements: sum('Com_'), rows: sum('Handler_read') };
}

async function post(ours: Service, body: string, cookie?: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) };
  return fetch(`${ours.base}/helpdesk/graphql`, { method: 'POST', headers, body });
}
