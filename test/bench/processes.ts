import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { freePort } from '../kit/mariadbd.js';

export interface Service {
  readonly base: string;
  readonly pid: number;
  /** Milliseconds from the start of the process to its first ready answer. */
  readonly startedIn: number;
  /** Resident memory now, MB. */
  readonly memory: () => number;
  readonly stop: () => Promise<void>;
}

const children = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** Those of `npm start`. */
const FLAGS = ['--max-semi-space-size=4', '--heap-growing-percent=15'];

/** The built service as `npm start` runs it. */
export async function service(
  env: Record<string, string>,
  folder = mkdtempSync(join(tmpdir(), 'akun-bench-')),
): Promise<Service> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const begin = performance.now();
  const child = spawn('node', [...FLAGS, 'dist/server/main.js'], {
    env: { ...process.env, ...relaxed, ...env, DATA_DIR: folder, PORT: `${port}` },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  children.add(child);
  while (!(await isReady(base))) {
    if (child.exitCode !== null) throw new Error('The service did not start.');
    await pause(10);
  }
  const startedIn = performance.now() - begin;
  return { base, pid: child.pid ?? 0, startedIn, memory: () => residentMb(child), stop: () => ended(child) };
}

/** On a database that has been there before: the first start alone fills it and draws the demo's documents, whose memory it keeps. */
export async function serviceOnceMore(env: Record<string, string>): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'akun-bench-'));
  await (await service(env, folder)).stop();
  return service(env, folder);
}

/** Budgets would end a load test after a minute; everything else is as it ships. */
const relaxed = {
  CAPTCHA_PROVIDER: 'off',
  LOG_LEVEL: 'warn',
  SEND_BUDGET_IP: '1000000/1h',
  LOGIN_BUDGET_IP: '1000000/10min',
  AGENT_LOOKUP_BUDGET: '1000000/10min',
};

async function isReady(base: string): Promise<boolean> {
  return fetch(`${base}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  );
}

/** Runs a program and answers what it printed first. */
export async function printed(program: string, args: string[], env: Record<string, string> = {}) {
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  const line = await new Promise<string>((resolve) =>
    child.stdout.once('data', (text: Buffer) => resolve(text.toString())),
  );
  return { line: line.trim(), stop: () => ended(child) };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

function residentMb(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
