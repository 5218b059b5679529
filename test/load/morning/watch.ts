import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise';

import type { Service } from '../../bench/processes.js';
import { cpuMs } from '../../bench/processor-time.js';

export interface Watched {
  /** Highest resident memory, MB. */
  readonly memory: number;
  /** Longest that the oldest message waited, seconds. */
  readonly outboxLag: number;
  /** Processor time of the service's process, all threads, ms; a busy machine changes it little. */
  readonly cpuMs: number;
  /** Statements that read or write, of the whole server; null on SQLite, where nobody else can ask. */
  readonly statements: number | null;
}

const EVERY_MS = 1000;

/** Looks at the service from outside once a second: its memory, its queue of messages, the work of its database. */
export class Watch {
  readonly #timer: NodeJS.Timeout;
  #memory = 0;
  #outboxLag = 0;

  private constructor(
    private readonly service: Service,
    private readonly db: Connection | null,
    private readonly before: { readonly statements: number; readonly cpuMs: number },
  ) {
    this.#timer = setInterval(() => void this.#look(), EVERY_MS);
  }

  static async begin(service: Service, databaseUrl: string | undefined): Promise<Watch> {
    const db = databaseUrl ? await mysql.createConnection(databaseUrl) : null;
    const before = { statements: db ? await statements(db) : 0, cpuMs: cpuMs(service.pid) };
    return new Watch(service, db, before);
  }

  async end(): Promise<Watched> {
    clearInterval(this.#timer);
    await this.#look();
    const cpu = cpuMs(this.service.pid) - this.before.cpuMs;
    const done = this.db ? (await statements(this.db)) - this.before.statements : null;
    await this.db?.end();
    return { memory: this.#memory, outboxLag: this.#outboxLag, cpuMs: cpu, statements: done };
  }

  async #look(): Promise<void> {
    this.#memory = Math.max(this.#memory, this.service.memory());
    const text = await fetch(`${this.service.base}/metrics`).then(
      (answer) => answer.text(),
      () => '',
    );
    for (const [, seconds] of text.matchAll(/^akun_outbox_oldest_seconds\{[^}]*\} (\S+)$/gm))
      this.#outboxLag = Math.max(this.#outboxLag, Number(seconds));
  }
}

/** Those that read or write, of the whole server, since it began. */
export async function statements(db: Connection): Promise<number> {
  const [rows] = await db.query<RowDataPacket[]>(
    "SHOW GLOBAL STATUS WHERE Variable_name IN ('Com_select', 'Com_insert', 'Com_update', 'Com_delete')",
  );
  return rows.reduce((sum, { Value }) => sum + Number(Value), 0);
}
