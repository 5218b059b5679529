import type { Caller } from '../../account/caller.js';
import type { Sessions, SignedIn } from '../../account/sessions.js';
import { byOwner } from '../../account/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { Database } from '../../platform/database/transact.js';

/** Ending sessions: one's own, one of the list, all others. */
export class SessionsService {
  constructor(
    private readonly db: Database,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
  ) {}

  /** False when there was nothing to end. */
  async logout(signedIn: SignedIn | null, caller: Caller): Promise<boolean> {
    return signedIn !== null && this.end(signedIn, signedIn.session.id, caller);
  }

  /** False: not one of this account's live sessions; others' and unknown ones answer alike. */
  end({ account, session }: SignedIn, sessionId: string, caller: Caller): Promise<boolean> {
    return this.db.transact(async (tx) => {
      if (!(await this.sessions.end(tx, account.id, sessionId, 'OWNER'))) return false;
      const who = byOwner(account.id, caller, session.id);
      await this.audit.record(tx, { ...who, event: 'SESSION_ENDED' });
      return true;
    });
  }

  endOthers({ account, session }: SignedIn, caller: Caller): Promise<number> {
    return this.db.transact(async (tx) => {
      const ended = await this.sessions.endAll(tx, account.id, 'OWNER', session.id);
      const who = byOwner(account.id, caller, session.id);
      if (ended > 0) await this.audit.record(tx, { ...who, after: { ended }, event: 'SESSION_ENDED' });
      return ended;
    });
  }
}
