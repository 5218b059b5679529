import type { HelpdeskAccountView } from '../../account/helpdesk-account.type.js';
import type { HelpdeskAccounts } from '../../account/helpdesk-accounts.js';
import type { PersonalData } from '../../account/personal-data.js';
import type { SignedInAgent } from '../../office/agent-sessions.js';
import { withoutIdentifiers } from '../../office/desk-note.js';
import { accountScope } from '../../office/jurisdiction.js';
import { byAgent } from '../../office/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { AttemptBudgets } from '../../platform/budget/attempt-budgets.js';
import type { Budget } from '../../platform/budget/budget.js';
import type { Database } from '../../platform/database/transact.js';
import type { Context } from '../../platform/graphql/context.js';
import { InvalidInput } from '../../platform/graphql/invalid-input.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import { type LookUpAccountInput, LookupPurpose, NOTE_MISSING } from './account-search.input.js';
import { AccountsLookedUp, HINT_AT, type LookUpAccountResult } from './account-search.result.js';
import { type LookupKind, recognise, type Tickets } from './lookup-candidates.js';

interface Needs {
  readonly db: Database;
  readonly deskAccounts: HelpdeskAccounts;
  readonly personal: PersonalData;
  readonly budgets: AttemptBudgets;
  readonly audit: Audit;
  readonly tickets: Tickets;
}

const SHORTEST_NOTE = 5;

/**
 * One exact look-up, counted before anything is looked at and on record whatever it finds. What is not there, what
 * another office serves and what was mistyped cost the same statements and answer alike.
 */
export class AccountSearchService {
  constructor(
    private readonly needs: Needs,
    private readonly perAgent: Budget,
  ) {}

  async lookUp(input: LookUpAccountInput, agent: SignedInAgent, from: Context): Promise<LookUpAccountResult> {
    const { db, budgets, deskAccounts, personal, tickets } = this.needs;
    if (input.purpose === LookupPurpose.OTHER && (input.note?.trim().length ?? 0) < SHORTEST_NOTE)
      throw new InvalidInput([{ field: 'note', fault: NOTE_MISSING }]);
    const counted = { name: 'AGENT_LOOKUP', subject: agent.agent.id, budgets: [this.perAgent] };
    const retryAt = await budgets.take(counted);
    if (retryAt) return this.#tooMany(retryAt, agent, from);
    const { kind, among } = recognise(input.identifier, personal, tickets, input.kind);
    const accounts = await deskAccounts.findAmong(among, accountScope(agent, 'account'));
    await this.#record({ input, kind, accounts }, agent, from);
    const used = await budgets.used(db.rows, counted);
    return new AccountsLookedUp(accounts, kind, used >= HINT_AT ? this.perAgent.count - used : null);
  }

  /** What for and what was found, never what was asked. Nothing is answered that is not on record. */
  async #record(
    done: { input: LookUpAccountInput; kind: LookupKind; accounts: HelpdeskAccountView[] },
    agent: SignedInAgent,
    from: Context,
  ): Promise<void> {
    const { db, audit } = this.needs;
    const { input, kind, accounts } = done;
    const ids = accounts.map(({ id }) => id);
    const subject = ids.length === 1 ? { subjectKind: 'ACCOUNT', subjectId: ids[0] } : {};
    const lookup = {
      event: 'AGENT_LOOKUP' as const,
      reasonCode: input.purpose,
      reason: input.note ? withoutIdentifiers(input.note) : null,
      after: { by: kind, found: ids.length, accounts: ids.join(' ') },
    };
    await audit.recordAlone(db, { ...byAgent(agent, from), ...subject, ...lookup });
  }

  async #tooMany(retryAt: Date, agent: SignedInAgent, from: Context): Promise<TooManyRequests> {
    const { db, audit } = this.needs;
    const limit = {
      event: 'LIMIT_EXCEEDED',
      result: 'refused',
      reasonCode: 'AGENT_LOOKUP_BUDGET',
    } as const;
    await audit.recordAlone(db, { ...byAgent(agent, from), ...limit });
    return new TooManyRequests(retryAt);
  }
}
