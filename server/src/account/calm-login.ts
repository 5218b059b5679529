import type { EntityManager } from 'typeorm';

import { update } from '../platform/database/hot-write.js';

/** The rows of one attempt, and how many failures each may hold without changing what the attempt is told. */
export interface Calm {
  readonly account: string;
  readonly both: string;
  readonly source: string;
  readonly room: number;
  readonly sourceRoom: number;
}

const OPEN = `throttle_key IN (?, ?, ?) AND closed_until <= ? AND window_ends_at > ?
  AND in_window < CASE throttle_key WHEN ? THEN ? ELSE ? END AND (throttle_key = ? OR in_a_row < ?)`;
const RESERVE = `UPDATE login_throttles SET in_a_row = in_a_row + 1, in_window = in_window + 1, touched_at = ?
  WHERE ${OPEN} AND (SELECT n FROM (SELECT COUNT(*) AS n FROM login_throttles WHERE ${OPEN}) AS calm) = 3`;

/**
 * Reserves an attempt in one statement when nothing is wrong, as nearly always. The count keeps it from touching some of
 * the rows only; the same conditions on the rows themselves hold when racers wait for each other's locks. False: the
 * long way has to decide. A row counted in vain then makes the limits stricter by one, never looser.
 */
export async function reserveCalmly(rows: EntityManager, calm: Calm, now: Date): Promise<boolean> {
  const { account, both, source, room, sourceRoom } = calm;
  const open = [account, both, source, now, now, source, sourceRoom, room, source, room];
  return (await update(rows, RESERVE, [now, ...open, ...open])) === 3;
}
