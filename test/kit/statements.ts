import type { App } from './app.js';

/** The SQL that `act` had the database run, in order; beginning and ending units left out. */
export async function statementsOf(app: App, act: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const sources = [...new Set([app.db.reader, app.db.writer])];
  const loggers = sources.map(({ logger }) => logger);
  const note = (query: string) => {
    if (!/^(START TRANSACTION|BEGIN|COMMIT|ROLLBACK)/i.test(query)) seen.push(query.replace(/\s+/g, ' '));
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
const listening = (logQuery: (query: string) => void) => ({
  logQuery,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
});
