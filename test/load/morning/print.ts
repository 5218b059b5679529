import type { OperationFigures } from './figures.js';
import type { Played } from './play.js';
import type { Watched } from './watch.js';

interface About {
  readonly name: string;
  readonly accounts: number;
  readonly share: number;
  readonly played: Played;
  readonly watched: Watched;
  /** Statements of each operation, where they could be counted. */
  readonly sql: ReadonlyMap<string, number>;
  /** Of the machine in the last minute: what else runs on it decides the times. */
  readonly load: number;
}

export function printFigures(
  { name, accounts, share, played, watched, sql: statements, load }: About,
  rows: OperationFigures[],
): void {
  const seconds = (played.to - played.from) / 1000;
  const all = rows.at(-1);
  const answered = all ? all.calls - all.shed - all.failed : 0;
  const sql =
    watched.statements === null
      ? ''
      : `, ${(watched.statements / Math.max(1, answered)).toFixed(1)} statements a call`;
  const cpu = `${(watched.cpuMs / Math.max(1, answered)).toFixed(1)} ms of the service’s processor time a call`;
  const lines = [
    `\n${name}: ${(share * 100).toFixed(0)} % of the national peak on ${accounts} accounts for ${seconds.toFixed(0)} s, machine load ${load.toFixed(1)}`,
    `${(answered / seconds).toFixed(0)} calls a second answered, ${played.begun} people came, ${played.heldBack} held back by the load itself`,
    `memory at most ${watched.memory.toFixed(0)} MB, oldest message ${watched.outboxLag.toFixed(1)} s${sql}, ${cpu}`,
    row(['operation', 'calls', 'p50 ms', 'p95 ms', 'p99 ms', 'shed', 'failed', 'SQL']),
    ...rows.map((one) =>
      row([
        one.operation,
        one.calls,
        ...[one.p50, one.p95, one.p99].map((ms) => ms.toFixed(0)),
        one.shed,
        one.failed,
        statements.get(one.operation) ?? '',
      ]),
    ),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

const row = ([first, ...others]: readonly (string | number)[]): string =>
  `${first}`.padEnd(24) + others.map((cell) => `${cell}`.padStart(9)).join('');
