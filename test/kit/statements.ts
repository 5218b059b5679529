import type { App } from './app.js';

interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** The SQL that `act` had the database run, in order; beginning and ending units left out. */
export async function statementsOf(app: App, act: () => Promise<unknown>): Promise<string[]> {
  return (await statementsWithValues(app, act)).map(({ sql }) => sql.replace(/\s+/g, ' '));
}

/** …word for word, with what it was asked with: to have it explained. */
export async function statementsWithValues(app: App, act: () => Promise<unknown>): Promise<Statement[]> {
  const seen: Statement[] = [];
  const sources = [...new Set([app.db.reader, app.db.writer])];
  const loggers = sources.map(({ logger }) => logger);
  const note = (sql: string, values: readonly unknown[] = []) => {
    if (!/^(START TRANSACTION|BEGIN|COMMIT|ROLLBACK)/i.test(sql)) seen.push({ sql, values });
  };
  for (const source of sources) source.logger = listening(note);
  try {
    await act();
  } finally {
    sources.forEach((source, place) => {
      source.logger = loggers[place] as typeof source.logger;
    });
  }
  return seen;
}

const nothing = () => undefined;
const listening = (logQuery: (sql: string, values?: readonly unknown[]) => void) => ({
  logQuery,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
});
