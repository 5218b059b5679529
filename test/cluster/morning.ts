import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { buildServer, type Running, run, startServer, startWorker } from '../kit/built-server.js';
import type { Galera } from './galera.js';

const START = /* GraphQL */ `
  mutation Start($input: StartRegistrationInput!) {
    startRegistration(input: $input) { __typename ... on RegistrationStarted { registrationToken } }
  }
`;

/** Two servers and two workers of one installation on a cluster, each with the nodes in the same order. */
export async function openInstallation(galera: Galera) {
  await buildServer();
  await galera.nodes[0]?.query('CREATE DATABASE akun');
  const folder = mkdtempSync(join(tmpdir(), 'akun-cluster-'));
  const key = () => `1:${randomBytes(32).toString('base64')}`;
  const settings = {
    DATABASE_URL: galera.urlFor('akun'),
    DATA_DIR: folder,
    ...{ DATA_KEYS: key(), INDEX_KEYS: key(), SECRET_KEYS: key() },
    ...{ CAPTCHA_PROVIDER: 'off', DEMO: 'off', SEND_BUDGET_IP: '1000000/1h', LOG_LEVEL: 'warn' },
  };
  const migrated = await run('commands/migrate.js', settings);
  if (migrated.code !== 0) throw new Error(migrated.output);
  const workers = [startWorker(settings), startWorker(settings)];
  const begin = () => startServer({ ...settings, WORKER: 'off' });
  const servers: Running[] = [await begin(), await begin()];
  return {
    servers,
    workers,
    /** A new process in the place of one that was killed. */
    async replaceServer(place: number): Promise<void> {
      servers[place] = await begin();
    },
    replaceWorker(place: number): void {
      workers[place] = startWorker(settings);
    },
    /** What the program says that re-reads everything, with its exit code in front. */
    async verified(): Promise<string> {
      const { code, output } = await run('commands/verify-data.js', settings);
      return `${code} ${output}`;
    },
    async close(): Promise<void> {
      for (const one of [...servers, ...workers]) one.signal('SIGKILL');
      await Promise.all([...servers, ...workers].map(({ ended }) => ended));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Installation = Awaited<ReturnType<typeof openInstallation>>;

export interface Acknowledged {
  readonly email: string;
  /** Milliseconds since the morning began. */
  readonly at: number;
}

let people = 0;

/** People who register as fast as they are answered, on either server, until told to stop. */
export function beginMorning({ servers }: Installation, hands = 6) {
  const acknowledged: Acknowledged[] = [];
  const began = performance.now();
  let going = true;
  const one = async (hand: number) => {
    while (going) {
      people += 1;
      const email = `pagi${people}@example.com`;
      const answer = await servers[hand % servers.length]
        ?.ask(START, registrationOf(email))
        .catch(() => undefined);
      if (answer?.__typename === 'RegistrationStarted')
        acknowledged.push({ email, at: performance.now() - began });
      else await pause(50); // shed, or nobody there: the next try may find the other
    }
  };
  const running = Promise.all(Array.from({ length: hands }, (_, hand) => one(hand)));
  return {
    async end(): Promise<Acknowledged[]> {
      going = false;
      await running;
      return acknowledged;
    },
    /** Lets people register until so many more have been acknowledged. */
    async until(more: number): Promise<void> {
      const goal = acknowledged.length + more;
      const giveUpAt = performance.now() + 90_000;
      while (acknowledged.length < goal) {
        if (performance.now() > giveUpAt) throw new Error('Nobody is answered any longer.');
        await pause(50);
      }
    },
  };
}

/** A NIK's shape is all that this step looks at; the serial is one that nobody has. */
const registrationOf = (contact: string) => ({
  scale: 'UMK',
  actor: 'INDIVIDUAL',
  identity: { nik: '3174031705809901' },
  channel: 'EMAIL',
  contact,
});

/** The longest time in which nobody at all was answered, ms. */
export function longestSilence(acknowledged: readonly Acknowledged[]): number {
  const times = acknowledged.map(({ at }) => at).sort((a, b) => a - b);
  return Math.max(0, ...times.slice(1).map((at, index) => at - (times[index] ?? at)));
}
