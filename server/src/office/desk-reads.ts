import { In, IsNull, Like, MoreThan, MoreThanOrEqual } from 'typeorm';

import { AuditEvent } from '../platform/audit/audit-event.entity.js';
import { after, DAY_MS, HOUR_MS, type Now } from '../platform/clock.js';
import type { Database } from '../platform/database/transact.js';
import { isId } from '../platform/ids.js';
import type { SignedInAgent } from './agent-sessions.js';

export interface ReadLimits {
  /** Hours for which a look-up with its purpose carries a reveal. */
  readonly lookupH: number;
  /** Days for which whoever revealed an account outside a case decides nothing about it (R54). */
  readonly conflictD: number;
}

/** What agents looked at lately. The trail itself is asked, along its indexes: there is no second record that could differ. */
export class DeskReads {
  constructor(
    private readonly db: Database,
    private readonly limits: ReadLimits,
    private readonly now: Now,
  ) {}

  /** Whether this agent found the account by one of its identifiers and said what for. */
  async hasLookedUp(agentId: string, accountId: string): Promise<boolean> {
    if (!isId(accountId)) return false; // a sign of LIKE would find anybody's
    const since = after(this.now(), -this.limits.lookupH * HOUR_MS);
    const lookup = { actorId: agentId, at: MoreThan(since), event: 'AGENT_LOOKUP' as const };
    return this.db.rows.existsBy(AuditEvent, { ...lookup, afterJson: Like(`%${accountId}%`) });
  }

  /** Whether this session has the opening of this account or case on record. */
  hasViewed({ agent, session }: SignedInAgent, subjectId: string): Promise<boolean> {
    return this.db.rows.existsBy(AuditEvent, {
      ...{ subjectId, at: MoreThanOrEqual(session.createdAt), event: 'RECORD_VIEWED' as const },
      ...{ actorId: agent.id, sessionId: session.id },
    });
  }

  /** Whether this agent ever opened or held this case: whoever did cannot look at it as a stranger. */
  hasHadInHand(agentId: string, caseId: string): Promise<boolean> {
    const event = In(['RECORD_VIEWED', 'CASE_CLAIMED', 'CASE_TAKEN_OVER'] as const);
    return this.db.rows.existsBy(AuditEvent, { caseId, actorId: agentId, event });
  }

  /** Whether this agent saw personal data of the account in full without holding a case about it: a conflict of interest. */
  hasRevealedOutsideCase(agentId: string, accountId: string): Promise<boolean> {
    const since = after(this.now(), -this.limits.conflictD * DAY_MS);
    return this.db.rows.existsBy(AuditEvent, {
      ...{ subjectId: accountId, at: MoreThan(since), event: 'DATA_REVEALED' as const },
      ...{ actorId: agentId, caseId: IsNull() },
    });
  }
}
