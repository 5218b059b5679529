import mysql from 'mysql2/promise';

import startMariadb, { mariadbPath } from '../kit/mariadbd.js';
import { hammer, type Measured } from './load.js';
import { PASSWORD, somebody } from './person.js';
import { printed, type Service, service } from './processes.js';

/** Prints ratios against floors measured in the same run, never a verdict on the machine (design.md 6). */
const ROUNDS = 3;
const rows: string[][] = [];

const ME = JSON.stringify({
  query: '{ me { id username status fullName email { value verifiedAt } whatsapp { value verifiedAt } } }',
});

async function main(): Promise<void> {
  if (!mariadbPath) throw new Error('The bench needs a MariaDB server (package mariadb-server).');
  let url = '';
  const stopMariadb = await startMariadb({
    provide: (_name: string, given: string) => (url = given),
  } as never);
  try {
    const database = `${url}/akun_bench`;
    const connection = await mysql.createConnection(url);
    await connection.query('CREATE DATABASE akun_bench');
    await connection.end();
    const ours = await service({ DATABASE_URL: database });
    await me(ours, database);
    await login(ours);
    rows.push(['memory after it', `${ours.memory().toFixed(0)} MB`, '≤ 200 MB', '']);
    await ours.stop();
    await start({ DATABASE_URL: database }, 'MariaDB');
  } finally {
    await stopMariadb();
  }
  print();
}

async function me(ours: Service, database: string): Promise<void> {
  const { token } = await somebody(ours.base, 1);
  const raw = await printed('dist/bench/bench/raw-handler.js', [], { DATABASE_URL: database });
  const load = { bodies: [ME], token, connections: 16, seconds: 4 };
  const ratios: number[] = [];
  let [floor, mine] = [undefined, undefined] as [Measured | undefined, Measured | undefined];
  for (let round = 0; round < ROUNDS; round += 1) {
    floor = await hammer({ ...load, url: `http://127.0.0.1:${raw.line}/` });
    mine = await hammer({ ...load, url: `${ours.base}/graphql` });
    if (floor.errors + mine.errors > 0) throw new Error('A request of the bench failed.');
    ratios.push(mine.perSecond / floor.perSecond);
  }
  await raw.stop();
  const detail = `${mine?.perSecond.toFixed(0)}/s (p95 ${mine?.p95.toFixed(1)} ms) against ${floor?.perSecond.toFixed(0)}/s`;
  rows.push(['me / raw handler', median(ratios).toFixed(2), '≥ 0.33', detail]);
}

async function login(ours: Service): Promise<void> {
  const people = [];
  for (let number = 2; number < 42; number += 1) people.push(await somebody(ours.base, number));
  const query =
    'mutation($input: LoginInput!) { login(input: $input) { __typename ... on LoggedIn { token } ... on Problem { message } } }';
  const bodies = people.map(({ username }) =>
    JSON.stringify({ query, variables: { input: { identifier: username, password: PASSWORD } } }),
  );
  const ratios: number[] = [];
  let [floor, mine] = [0, undefined] as [number, Measured | undefined];
  for (let round = 0; round < ROUNDS; round += 1) {
    const hashing = await printed('dist/bench/bench/hashing.js', ['4']);
    floor = Number(hashing.line);
    await hashing.stop();
    mine = await hammer({ url: `${ours.base}/graphql`, bodies, connections: 16, seconds: 4 });
    if (mine.errors > 0) throw new Error(`${mine.errors} logins of the bench failed: ${mine.lastError}`);
    ratios.push(mine.perSecond / floor);
  }
  const detail = `${mine?.perSecond.toFixed(0)}/s (p95 ${mine?.p95.toFixed(0)} ms) against ${floor.toFixed(0)} hashes/s`;
  rows.push(['login / argon2id', median(ratios).toFixed(2), '≥ 0.95', detail]);
}

async function start(env: Record<string, string>, name: string): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = await service(env);
    times.push(started.startedIn / 1000);
    await started.stop();
  }
  rows.push([`start, ${name}`, `${median(times).toFixed(2)} s`, '≤ 2 s', 'existing database, to ready']);
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function print(): void {
  const all = [['what', 'measured', 'bar', 'detail'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  for (const row of all) {
    process.stdout.write(`${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`);
  }
}

await main();
