import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

import { systemClock } from '../../server/src/platform/clock.js';
import { freePort } from './mariadbd.js';

const ROOT = resolve(import.meta.dirname, '../..');
const BUILT = join(ROOT, 'dist/server');
const LOCK = join(ROOT, 'dist/.building');
const STARTS_MS = 30_000;

/** Builds `dist/server` unless a build newer than every source is there; files that run in parallel share one build. */
export async function buildServer(): Promise<void> {
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  while (!took(LOCK)) await pause(100);
  try {
    if (changedAt(join(BUILT, 'main.js')) > newest(join(ROOT, 'server'))) return;
    await promisify(execFile)(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'server'], {
      cwd: ROOT,
    });
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

export interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

type Settings = Record<string, string>;

/** What a folder's `dist/server` can do: this program's own, or another version's. */
export const programsIn = (root: string) => ({
  run: (program: string, settings: Settings, ...given: string[]) =>
    outcomeOf(begin({ root, program, settings, given })),
  startServer: (settings: Settings) => startedServer(root, settings),
});

const ours = programsIn(ROOT);

/** Runs one of the built programs to its end, with these settings and no others. */
export const run = ours.run;

/** The built server as a process of its own, ready for requests. */
export const startServer = ours.startServer;

export type Running = Awaited<ReturnType<typeof startServer>>;

async function outcomeOf({ output, ended }: Pick<Begun, 'output' | 'ended'>): Promise<Outcome> {
  return { code: await ended, output: output() };
}

async function startedServer(root: string, settings: Settings) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { child, output, ended } = begin({
    ...{ root, program: 'main.js', settings: { ...settings, PORT: `${port}` } },
  });
  const giveUpAt = performance.now() + STARTS_MS;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || child.signalCode !== null || performance.now() > giveUpAt) {
      child.kill('SIGKILL');
      throw new Error(`The server did not start: ${output()}`);
    }
    await pause(20);
  }
  return {
    url,
    output,
    /** Its exit code; null when it was killed. */
    ended,
    signal: (name: 'SIGKILL' | 'SIGTERM') => child.kill(name),
    /** The type and fields of the one root field; undefined when no answer came. */
    async ask(query: string, input: object): Promise<Record<string, string> | undefined> {
      try {
        const reply = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query, variables: { input } }),
        });
        const { data, errors } = (await reply.json()) as { data?: object; errors?: unknown };
        if (!data || errors) throw new Error(`Unexpected answer: ${JSON.stringify(errors)}`);
        return Object.values(data)[0];
      } catch (error) {
        if ((error as Error).message.startsWith('Unexpected')) throw error;
        return undefined;
      }
    },
  };
}

/** The built worker as a process of its own. */
export function startWorker(settings: Settings) {
  const { child, output, ended } = begin({ root: ROOT, program: 'worker.js', settings });
  return { output, ended, signal: (name: 'SIGKILL' | 'SIGTERM') => child.kill(name) };
}

interface Beginning {
  readonly root: string;
  readonly program: string;
  readonly settings: Settings;
  readonly given?: readonly string[];
}

type Begun = ReturnType<typeof begin>;

function begin({ root, program, settings, given = [] }: Beginning) {
  const env = { PATH: process.env.PATH, ...settings };
  const file = join(root, 'dist/server', program);
  const child: ChildProcess = spawn(process.execPath, [file, ...given], { cwd: root, env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk;
    });
  }
  const ended = new Promise<number | null>((settle) => child.once('close', settle));
  return { child, output: () => output, ended };
}

async function isReady(url: string): Promise<boolean> {
  const reply = await fetch(`${url}/readyz`).catch(() => undefined);
  return reply?.status === 200;
}

function took(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    // Left behind by a run that was killed.
    if (systemClock().getTime() - changedAt(lock) > 2 * STARTS_MS)
      rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

const newest = (folder: string): number =>
  Math.max(...readdirSync(folder, { recursive: true }).map((name) => changedAt(join(folder, `${name}`))));

/** Where a process is to be killed: regular expressions that statements of one connection fit, one after another. */
export interface KillAt {
  readonly steps: readonly string[];
  /** Before the last of them reaches the database, or after it was done and before anybody hears of it. */
  readonly place: 'before' | 'after';
  /** Whichever connections they come by. */
  readonly anywhere?: boolean;
}

/** Settings under which a built program kills itself there; the program itself has no such setting. */
export const killedAt = (point: KillAt): Record<string, string> => ({
  NODE_OPTIONS: `--import ${join(ROOT, 'test/kit/kill-at.mjs')}`,
  KILL_AT: JSON.stringify(point),
});
