import type { HelpdeskAccounts } from '../../account/helpdesk-accounts.js';
import type { Sessions } from '../../account/sessions.js';
import type { SignedInAgent } from '../../office/agent-sessions.js';
import { accountScope } from '../../office/jurisdiction.js';
import type { RefusedLooks } from '../../office/refused-looks.js';
import { byAgent } from '../../office/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { Database } from '../../platform/database/transact.js';
import type { Context } from '../../platform/graphql/context.js';

interface Needs {
  readonly db: Database;
  readonly deskAccounts: HelpdeskAccounts;
  readonly sessions: Sessions;
  readonly refusedLooks: RefusedLooks;
  readonly audit: Audit;
}

/** For an owner who calls about a stolen phone: password and contacts stay, whoever is logged in is out (R66). */
export class EndedSessionsService {
  constructor(private readonly needs: Needs) {}

  /** How many ended; none also where there is no such account within the scope. */
  async endAll(accountId: string, agent: SignedInAgent, from: Context): Promise<number> {
    const { db, deskAccounts, sessions, refusedLooks, audit } = this.needs;
    const [account] = await deskAccounts.find([accountId], accountScope(agent, 'account'));
    if (!account) {
      const asked = { operation: 'Mutation.endAccountSessions', subjectKind: 'ACCOUNT', id: accountId };
      await refusedLooks.record(agent, from, asked);
      return 0;
    }
    return db.transact(async (tx) => {
      const ended = await sessions.endAll(tx, accountId, 'SUPERVISOR');
      const what = { event: 'SESSION_ENDED', reasonCode: 'SUPERVISOR', after: { ended } } as const;
      const subject = { subjectKind: 'ACCOUNT', subjectId: accountId };
      await audit.record(tx, { ...byAgent(agent, from), ...what, ...subject });
      return ended;
    });
  }
}
