import { In, LessThan } from 'typeorm';

import { after, MINUTE_MS } from '../clock.js';
import type { Database } from '../database/transact.js';
import { isUniqueViolation } from '../database/unique-violation.js';
import { UsedCaptcha } from './used-captcha.entity.js';

/**
 * True for exactly one caller of a `digest`. Apart from any unit of work, so that no rollback makes the answer
 * good again. After a lost COMMIT answer the honest caller may get false too: they solve another.
 */
export async function spendOnce(db: Database, digest: string, expiresAt: Date): Promise<boolean> {
  try {
    await db.transactApart((tx) => tx.insert(UsedCaptcha, { digest, expiresAt }));
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

const BATCH = 1000;
// Another machine's clock may be behind ours and still take the answer.
const GRACE_MS = MINUTE_MS;

/** Removes what has long expired, in short units so that nobody waits behind it. Returns how many. */
export async function forgetExpired(db: Database, now: Date): Promise<number> {
  const expired = { expiresAt: LessThan(after(now, -GRACE_MS)) };
  for (let gone = 0; ; ) {
    const rows = await db.rows.find(UsedCaptcha, { where: expired, select: { digest: true }, take: BATCH });
    const digests = rows.map(({ digest }) => digest);
    if (digests.length > 0) await db.transact((tx) => tx.delete(UsedCaptcha, { digest: In(digests) }));
    gone += digests.length;
    if (digests.length < BATCH) return gone;
  }
}
