import type { Audit } from '../platform/audit/audit.js';
import type { Database } from '../platform/database/transact.js';
import type { Context } from '../platform/graphql/context.js';
import { isId } from '../platform/ids.js';
import type { SignedInAgent } from './agent-sessions.js';
import { byAgent } from './trail.js';

/** An agent asked for something by its id and there is no such thing for them: guessed, foreign, or mistyped. */
export class RefusedLooks {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
  ) {}

  /** `operation` as in the matrix. An id that is none of ours is left out: it may be anything, somebody's NIK too. */
  async record(
    agent: SignedInAgent,
    from: Context,
    asked: { readonly operation: string; readonly subjectKind: string; readonly id: string },
  ): Promise<void> {
    const { operation, subjectKind, id } = asked;
    const subject = isId(id) ? { subjectKind, subjectId: id } : { subjectKind };
    const denied = {
      event: 'AUTHZ_DENIED',
      result: 'refused',
      reasonCode: `NOT_FOUND ${operation}`,
    } as const;
    await this.audit.recordAlone(this.db, { ...byAgent(agent, from), ...denied, ...subject });
  }
}
