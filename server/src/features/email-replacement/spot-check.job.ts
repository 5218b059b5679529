import type { Database } from '../../platform/database/transact.js';
import { SpotCheck } from './spot-check.entity.js';

/** A decision that was taken back or voided, a case that was stopped, documents that are gone. */
const NOTHING_LEFT = `(EXISTS (SELECT 1 FROM replacement_decisions d WHERE d.id = spot_checks.decision_id AND d.voided_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM replacement_requests r WHERE r.id = spot_checks.request_id
    AND (r.status IN ('CANCELLED', 'EXPIRED') OR r.evidence_erased_at IS NOT NULL)))`;

/** Closes the checks nobody can make any more, so that those waiting are those that can be made. */
export class SpotCheckJob {
  constructor(private readonly db: Database) {}

  async run(): Promise<void> {
    await this.db.transact((tx) =>
      tx
        .createQueryBuilder()
        .update(SpotCheck)
        .set({ waitingSince: null, outcome: 'MOOT', comparison: null })
        .where(`waiting_since IS NOT NULL AND ${NOTHING_LEFT}`)
        .execute(),
    );
  }
}
