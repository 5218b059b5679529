import type { EntityManager } from 'typeorm';

import { hasRowLocks } from '../platform/database/dialect.js';
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
const WITH_ONE_WRITER = `UPDATE login_throttles SET in_a_row = in_a_row + 1, in_window = in_window + 1, touched_at = ?
  WHERE ${OPEN} AND (SELECT n FROM (SELECT COUNT(*) AS n FROM login_throttles WHERE ${OPEN}) AS calm) = 3`;

const joined = (per: (row: string) => string, between: string) => ['a', 'b', 's'].map(per).join(between);
/**
 * One joined row of the three: it is looked at with all three locked, so whoever waited for a racer's lock counts in
 * all of them or in none. A condition on each row for itself was seen to count in one of them only.
 */
const WITH_ROW_LOCKS = `UPDATE ${joined((row) => `login_throttles AS ${row}`, ' JOIN ')}
  SET ${joined((row) => `${row}.in_a_row = ${row}.in_a_row + 1, ${row}.in_window = ${row}.in_window + 1, ${row}.touched_at = ?`, ', ')}
  WHERE a.throttle_key = ? AND b.throttle_key = ? AND s.throttle_key = ?
  AND a.in_window < ? AND b.in_window < ? AND s.in_window < ? AND a.in_a_row < ? AND b.in_a_row < ?
  AND ${joined((row) => `${row}.closed_until <= ? AND ${row}.window_ends_at > ?`, ' AND ')}`;

/** Reserves an attempt in one statement when nothing is wrong, as nearly always. False: the long way has to decide. */
export async function reserveCalmly(rows: EntityManager, calm: Calm, now: Date): Promise<boolean> {
  const { account, both, source, room, sourceRoom } = calm;
  const keys = [account, both, source];
  if (hasRowLocks(rows)) {
    const within = [room, room, sourceRoom, room, room];
    const times = [now, now, now, now, now, now];
    return (await update(rows, WITH_ROW_LOCKS, [now, now, now, ...keys, ...within, ...times])) === 3;
  }
  const open = [...keys, now, now, source, sourceRoom, room, source, room];
  return (await update(rows, WITH_ONE_WRITER, [now, ...open, ...open])) === 3;
}
