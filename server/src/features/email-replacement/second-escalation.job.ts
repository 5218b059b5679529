import { IsNull, LessThanOrEqual } from 'typeorm';

import type { Audit } from '../../platform/audit/audit.js';
import type { Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import { transition } from '../../platform/database/transition.js';
import { ReplacementRequest } from './replacement-request.entity.js';
import { ReplacementStatus } from './replacement-status.js';

interface Needs {
  readonly db: Database;
  readonly audit: Audit;
  readonly now: Now;
}

const AT_ONCE = 50;

/** A second decision that nobody made in time becomes visible as the supervisor's matter. It is never made by lapse of time. */
export class SecondEscalationJob {
  constructor(private readonly needs: Needs) {}

  async run(): Promise<boolean> {
    const { db, audit, now } = this.needs;
    const status = ReplacementStatus.AWAITING_SECOND_DECISION;
    const late = { status, escalatesAt: LessThanOrEqual(now()), escalatedAt: IsNull() };
    const due = await db.rows.find(ReplacementRequest, { select: { id: true }, where: late, take: AT_ONCE });
    for (const { id } of due) {
      await db.transact(async (tx) => {
        if (!(await transition(tx, ReplacementRequest, { id, ...late }, { escalatedAt: now() }))) return;
        const subject = { subjectKind: 'CASE', subjectId: id, caseId: id };
        await audit.record(tx, {
          actorKind: 'SYSTEM',
          ...subject,
          event: 'CASE_ESCALATED',
          reasonCode: 'LATE',
        });
      });
    }
    return due.length === AT_ONCE;
  }
}
