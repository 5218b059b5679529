import { cpus } from 'node:os';
import { hammer, type Load } from './load.js';
import { PASSWORD, somebody } from './person.js';
import { printed, type Service } from './processes.js';
import { cpuMs, cpuMsOfEverything } from './processor-time.js';
import { median, type Report } from './report.js';

const SECONDS = 4;

interface Round {
  readonly perSecond: number;
  readonly p95: number;
  /** Processor time of one login: in the service, and with database and load. */
  readonly serviceMs: number;
  readonly allMs: number;
  /** The floor: `cores` is the part of all cores that the machine let it have. */
  readonly hashes: { readonly perSecond: number; readonly cpuMs: number; readonly cores: number };
}

export interface Trial {
  readonly engine: string;
  /** Hashes at a time, in the service as in the floor. */
  readonly threads: number;
  /** The numbers of the people who log in begin here. */
  readonly people: number;
}

/**
 * Logins a second against hashes a second at the same parameters and as many at a time. With as many as there are cores
 * the floor has all of them to itself, while a login shares them with the service's main thread, its database and the
 * load; with one core fewer it shows whether the service keeps its hashing threads at work. The same is also said in
 * processor time, which names what is whose and does not change much on a machine that is busy with other things.
 */
export async function login(ours: Service, trial: Trial, report: Report): Promise<void> {
  const bodies = await bodiesFor(ours, trial.people, 40);
  const load = { url: `${ours.base}/graphql`, bodies, connections: 16, seconds: SECONDS };
  await hammer(load); // until the compiler has seen it all
  const rounds: Round[] = [];
  for (let count = 0; count < 3; count += 1) rounds.push(await round(ours, load, trial.threads));
  const middle = (figure: (round: Round) => number, digits = 0) => median(rounds.map(figure)).toFixed(digits);
  const ratio = middle(({ perSecond, hashes }) => perSecond / hashes.perSecond, 2);
  const detail = [
    `${middle(({ perSecond }) => perSecond)}/s (p95 ${middle(({ p95 }) => p95)} ms)`,
    `against ${middle(({ hashes }) => hashes.perSecond)} hashes/s,`,
    `which had ${middle(({ hashes }) => hashes.cores * 100)} % of ${cpus().length} cores`,
  ];
  const what = `login / argon2id, ${trial.engine}, ${trial.threads} of ${cpus().length} cores hash`;
  report([what, ratio, '≥ 0.95', detail.join(' ')]);
  const hash = middle(({ hashes }) => hashes.cpuMs, 1);
  const all = middle(({ hashes, allMs }) => hashes.cpuMs / allMs, 2);
  const allMs = middle((one) => one.allMs, 1);
  report([
    '  processor time, with database and load',
    all,
    '',
    `${hash} ms of hashing in ${allMs} ms a login`,
  ]);
  const own = middle(({ hashes, serviceMs }) => hashes.cpuMs / serviceMs, 2);
  const ownMs = middle((one) => one.serviceMs, 1);
  report(['  processor time, the service’s own', own, '', `${hash} ms of hashing in ${ownMs} ms a login`]);
}

async function round(ours: Service, load: Load, threads: number): Promise<Round> {
  const hashing = await printed('node', ['dist/bench/bench/hashing.js', `${SECONDS}`, `${threads}`]);
  await hashing.stop();
  const hashes = JSON.parse(hashing.line) as { perSecond: number; cpuMs: number };
  const [service, everything] = [cpuMs(ours.pid), cpuMsOfEverything()];
  const { answered, errors, lastError, perSecond, p95 } = await hammer(load);
  if (errors > 0) throw new Error(`${errors} logins of the bench failed: ${lastError}`);
  const serviceMs = (cpuMs(ours.pid) - service) / answered;
  const allMs = (cpuMsOfEverything() - everything) / answered;
  const cores = (hashes.perSecond * hashes.cpuMs) / 1000 / cpus().length;
  return { perSecond, p95, serviceMs, allMs, hashes: { ...hashes, cores } };
}

async function bodiesFor(ours: Service, from: number, count: number): Promise<string[]> {
  const query =
    'mutation($input: LoginInput!) { login(input: $input) { __typename ... on LoggedIn { token } ... on Problem { message } } }';
  const bodies: string[] = [];
  for (let number = from; number < from + count; number += 1) {
    const { username } = await somebody(ours.base, number);
    bodies.push(
      JSON.stringify({ query, variables: { input: { identifier: username, password: PASSWORD } } }),
    );
  }
  return bodies;
}
