import type { HelpdeskAccountView } from '../../account/helpdesk-account.type.js';
import type { HelpdeskAccounts } from '../../account/helpdesk-accounts.js';
import type { PersonalData } from '../../account/personal-data.js';
import type { SignedInAgent } from '../../office/agent-sessions.js';
import { withoutIdentifiers } from '../../office/desk-note.js';
import type { DeskReads } from '../../office/desk-reads.js';
import { type FreshProof, FreshProofRequired } from '../../office/fresh-proof.js';
import { accountScope } from '../../office/jurisdiction.js';
import { NotFound } from '../../office/not-found.result.js';
import type { RefusedLooks } from '../../office/refused-looks.js';
import { byAgent } from '../../office/trail.js';
import type { Audit, AuditEntry } from '../../platform/audit/audit.js';
import type { Scope } from '../../platform/database/scope.js';
import type { Database } from '../../platform/database/transact.js';
import type { Context } from '../../platform/graphql/context.js';
import { InvalidInput } from '../../platform/graphql/invalid-input.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import { REVEAL_OF, type RevealInput } from './reveal.input.js';
import { Revealed, RevealRefused, type RevealResult } from './reveal.result.js';
import type { RevealCap } from './reveal-cap.js';
import { valuesOf } from './revealed-values.js';

/** What carries a reveal. */
export interface Basis {
  readonly accountId: string;
  /** The case held by this agent; null: a look-up has to stand behind it. */
  readonly caseId: string | null;
}

interface Needs {
  readonly db: Database;
  readonly deskAccounts: HelpdeskAccounts;
  readonly personal: PersonalData;
  readonly reads: DeskReads;
  readonly refusedLooks: RefusedLooks;
  readonly proof: FreshProof;
  readonly cap: RevealCap;
  readonly audit: Audit;
  /** The account of a case while this agent holds it; another feature knows its cases. */
  readonly heldCase: (ticket: string, agent: SignedInAgent) => Promise<Basis | null>;
  readonly expiresAt: () => Date;
}

/** Personal data in full, a group at a time, for a moment: with a fresh proof, a purpose, a reason, and a count of them (R61). */
export class RevealService {
  constructor(private readonly needs: Needs) {}

  async reveal(input: RevealInput, agent: SignedInAgent, from: Context): Promise<RevealResult> {
    const { deskAccounts, reads, proof, cap } = this.needs;
    if (Boolean(input.accountId) === Boolean(input.ticket))
      throw new InvalidInput([{ field: input.ticket ? 'ticket' : 'accountId', fault: REVEAL_OF }]);
    if (proof.isMissing(agent.session, 'DECIDE')) return new FreshProofRequired();
    const basis = await this.#basisOf(input, agent);
    const [account] = basis ? await deskAccounts.find([basis.accountId], scopeOf(basis, agent)) : [];
    if (!basis || !account) return this.#notFound(input, agent, from);
    const carried = basis.caseId !== null || (await reads.hasLookedUp(agent.agent.id, account.id));
    if (!carried) return this.#refused(account, agent, from);
    const retryAt = await cap.take(agent, from);
    return retryAt ? new TooManyRequests(retryAt) : this.#show({ account, basis, input }, agent, from);
  }

  async #basisOf({ accountId, ticket }: RevealInput, agent: SignedInAgent): Promise<Basis | null> {
    if (ticket) return this.needs.heldCase(ticket, agent);
    return accountId ? { accountId, caseId: null } : null;
  }

  /** Nothing leaves before it is on record: which data, never their values. */
  async #show(
    seen: { account: HelpdeskAccountView; basis: Basis; input: RevealInput },
    agent: SignedInAgent,
    from: Context,
  ): Promise<Revealed> {
    const { account, basis, input } = seen;
    const values = valuesOf(account.row, input.group, this.needs.personal);
    await this.#record(agent, from, {
      ...{ event: 'DATA_REVEALED', subjectKind: 'ACCOUNT', subjectId: account.id, caseId: basis.caseId },
      ...{ reasonCode: input.group, reason: withoutIdentifiers(input.reason) },
      fields: values.map(({ field }) => field),
    });
    return new Revealed(values, this.needs.expiresAt());
  }

  async #refused({ id }: HelpdeskAccountView, agent: SignedInAgent, from: Context): Promise<RevealRefused> {
    const about = { subjectKind: 'ACCOUNT', subjectId: id, result: 'refused' as const };
    await this.#record(agent, from, { event: 'DATA_REVEALED', ...about, reasonCode: 'NO_PURPOSE' });
    return new RevealRefused();
  }

  async #notFound({ accountId }: RevealInput, agent: SignedInAgent, from: Context): Promise<NotFound> {
    const asked = { operation: 'Mutation.reveal', subjectKind: accountId ? 'ACCOUNT' : 'CASE' };
    await this.needs.refusedLooks.record(agent, from, { ...asked, id: accountId ?? '' });
    return new NotFound();
  }

  async #record(agent: SignedInAgent, from: Context, entry: Omit<AuditEntry, 'actorKind'>): Promise<void> {
    const { db, audit } = this.needs;
    await audit.recordAlone(db, { ...byAgent(agent, from), ...entry });
  }
}

// Whoever holds a case got it within the scope of cases, which a transfer may have taken out of the account's region.
const ANY_REGION: Scope = { condition: '1 = 1', parameters: {} };

const scopeOf = ({ caseId }: Basis, agent: SignedInAgent): Scope =>
  caseId === null ? accountScope(agent, 'account') : ANY_REGION;
