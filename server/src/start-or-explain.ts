import { ConfigRefused } from './config.js';

/** Runs `start`; when it cannot, tells the person at the terminal why, without a setting's value, and ends with 1. */
export async function startOrExplain(start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (error) {
    process.stderr.write(`${explained(error)}\n`);
    process.exit(1);
  }
}

function explained(error: unknown): string {
  if (error instanceof ConfigRefused) return error.message;
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'SQLITE_BUSY')
    return 'The database file is in use by another process. Stop that one, or use MariaDB (DATABASE_URL) for several.';
  if (code === 'EADDRINUSE') return 'The port is in use. Set PORT to another one.';
  return `The service could not start (${code ?? 'no code'}): ${message ?? ''}`;
}
