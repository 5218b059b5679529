// A lost, refused or silent connection, as mysql2 and the operating system name it.
const LOST = new Set([
  ...[
    'PROTOCOL_CONNECTION_LOST',
    'ECONNREFUSED',
    'ECONNRESET',
    'ETIMEDOUT',
    'EPIPE',
    'ENOTFOUND',
    'EHOSTUNREACH',
  ],
  ...['ER_CON_COUNT_ERROR', 'ER_SERVER_SHUTDOWN', 'ER_CONNECTION_KILLED', 'POOL_CLOSED', 'SQLITE_BUSY'],
]);
/** Room that somebody has to make: what had begun was undone, and may be asked for again. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'ER_DISK_FULL']);
/** Conflicts and moved nodes that outlived their retries (security.md 6.1). */
const OUTLIVED = new Set([1213, 1205, 1047, 1180, 1053, 1927]);
const DEEPEST = 4;

/** Something outside that the answer needs cannot be asked now; nothing was done. */
export class Unavailable extends Error {
  constructor(what: string) {
    super(`${what} cannot be reached.`);
  }
}

/** True for a database that cannot be reached or does not get through, and for a full disk; whether a write to the database happened is then unknown. */
export function isUnavailable(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > DEEPEST) return false;
  if (error instanceof Unavailable) return true;
  const { fatal, code, errno, driverError, cause } = error as Record<string, unknown>;
  return (
    fatal === true ||
    (typeof code === 'string' && (LOST.has(code) || FULL.has(code))) ||
    (typeof errno === 'number' && OUTLIVED.has(errno)) ||
    isUnavailable(driverError, depth + 1) ||
    isUnavailable(cause, depth + 1)
  );
}
