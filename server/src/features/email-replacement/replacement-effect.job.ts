import { LessThanOrEqual } from 'typeorm';

import type { Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import type { ReplacementEffectService } from './replacement-effect.service.js';
import { ReplacementRequest } from './replacement-request.entity.js';
import { ReplacementStatus } from './replacement-status.js';

const AT_ONCE = 50;

/** Looks for waiting periods that are over. Each case is a unit of its own: one that fails holds up no other. */
export class ReplacementEffectJob {
  constructor(
    private readonly needs: { readonly db: Database; readonly now: Now },
    private readonly effect: ReplacementEffectService,
    private readonly failed: (caseId: string, error: unknown) => void,
  ) {}

  /** True while there may be more. */
  async run(): Promise<boolean> {
    const { db, now } = this.needs;
    const due = await db.rows.find(ReplacementRequest, {
      select: { id: true },
      where: { status: ReplacementStatus.WAITING_PERIOD, effectiveAt: LessThanOrEqual(now()) },
      order: { effectiveAt: 'ASC' },
      take: AT_ONCE,
    });
    let failures = 0;
    for (const { id } of due) {
      try {
        await this.effect.apply(id);
      } catch (error) {
        failures += 1;
        this.failed(id, error);
      }
    }
    // Those that fail stay due: looking again at once would only fail again.
    return due.length === AT_ONCE && failures === 0;
  }
}
