import type { EntityManager } from 'typeorm';

import { LoginThrottle } from './login-throttle.entity.js';

/** The rows of one attempt, and how many failures each may hold without changing what the attempt is told. */
export interface Calm {
  readonly account: string;
  readonly both: string;
  readonly source: string;
  readonly room: number;
  readonly sourceRoom: number;
}

const OPEN = `closed_until <= :now AND window_ends_at > :now
  AND in_window < CASE throttle_key WHEN :source THEN :sourceRoom ELSE :room END
  AND (throttle_key = :source OR in_a_row < :room)`;
const MINE = 'throttle_key IN (:account, :both, :source)';

/**
 * Reserves an attempt in one statement when nothing is wrong, as nearly always. The count keeps it from touching some of
 * the rows only; the same conditions on the rows themselves hold when racers wait for each other's locks. False: the
 * long way has to decide. A row counted in vain then makes the limits stricter by one, never looser.
 */
export async function reserveCalmly(rows: EntityManager, calm: Calm, now: Date): Promise<boolean> {
  const { affected } = await rows
    .createQueryBuilder()
    .update(LoginThrottle)
    .set({ inARow: () => 'in_a_row + 1', inWindow: () => 'in_window + 1', touchedAt: now })
    .where(`${MINE} AND ${OPEN}`)
    .andWhere(
      `(SELECT n FROM (SELECT COUNT(*) AS n FROM login_throttles WHERE ${MINE} AND ${OPEN}) AS calm) = 3`,
    )
    .setParameters({ ...calm, now })
    .execute();
  return affected === 3;
}
