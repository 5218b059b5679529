import {
  type DataSource,
  MigrationExecutor,
  QueryFailedError,
  type QueryRunner,
  TypeORMError,
} from 'typeorm';

/**
 * MySQL and MariaDB commit at every statement that changes a table: a process that dies in a migration leaves part of it.
 * So each is noted before it begins, and one that was begun and not finished is taken back, as far as it came, and run again.
 * What it had made holds nothing yet: no version that uses it has started.
 */
export async function runMigrations(writer: DataSource): Promise<void> {
  await writer.query(
    'CREATE TABLE IF NOT EXISTS migration_begun (name varchar(190) PRIMARY KEY) ENGINE=InnoDB',
  );
  const executor = new MigrationExecutor(writer);
  for (const migration of await executor.getPendingMigrations()) {
    const { name, instance } = migration;
    const begun: unknown[] = await writer.query('SELECT name FROM migration_begun WHERE name = ?', [name]);
    if (begun.length > 0) await takeBack(writer, (runner) => instance?.down(runner));
    await writer.query('INSERT IGNORE INTO migration_begun (name) VALUES (?)', [name]);
    await executor.executeMigration(migration);
    await writer.query('DELETE FROM migration_begun WHERE name = ?', [name]);
  }
}

async function takeBack(
  writer: DataSource,
  down: (runner: QueryRunner) => Promise<unknown> | undefined,
): Promise<void> {
  const runner = writer.createQueryRunner();
  try {
    await down(forgiving(runner));
  } finally {
    await runner.release();
  }
}

/** The same, for which a thing that is not there has been dropped already. */
const forgiving = (runner: QueryRunner): QueryRunner =>
  new Proxy(runner, {
    get: (target, name: keyof QueryRunner) => {
      const member: unknown = target[name];
      if (typeof member !== 'function') return member;
      if (!String(name).startsWith('drop')) return member.bind(target);
      return (...given: unknown[]) => member.apply(target, given).catch(unlessMissing);
    },
  });

/** No such table, no such column or index, no such table to drop. */
const MISSING = new Set([1146, 1091, 1051]);

function unlessMissing(error: unknown): void {
  const failed = error instanceof QueryFailedError;
  const { errno = 0 } = failed ? (error.driverError as { errno?: number }) : {};
  // TypeORM looks before it drops, and says so by an error of its own.
  const missing = failed ? MISSING.has(errno) : error instanceof TypeORMError;
  if (!missing) throw error;
}
