import type { EntityManager } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import type { BlockAct } from '../../account/account-block.entity.js';
import type { AccountBlocks } from '../../account/account-blocks.js';
import { AccountStatus } from '../../account/account-status.js';
import type { Correspondence } from '../../account/correspondence.js';
import type { CredentialChange } from '../../account/credential-change.js';
import type { HelpdeskAccounts } from '../../account/helpdesk-accounts.js';
import type { SignedInAgent } from '../../office/agent-sessions.js';
import { withoutIdentifiers } from '../../office/desk-note.js';
import { type FreshProof, FreshProofRequired } from '../../office/fresh-proof.js';
import { accountScope } from '../../office/jurisdiction.js';
import { NotFound } from '../../office/not-found.result.js';
import type { RefusedLooks } from '../../office/refused-looks.js';
import { byAgent } from '../../office/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import { forUpdate } from '../../platform/database/dialect.js';
import { type Database, Undo } from '../../platform/database/transact.js';
import type { Context } from '../../platform/graphql/context.js';
import { type BlockAccountInput, decisionNumberIn } from './account-blocking.input.js';
import { accountBlocked, accountUnblocked } from './account-blocking.messages.js';
import { AccountChanged, type ChangeAccountResult, ChangeRefused } from './account-blocking.result.js';
import type { BlockProposals, Decision } from './block-proposals.js';

interface Needs {
  readonly db: Database;
  readonly deskAccounts: HelpdeskAccounts;
  readonly blocks: AccountBlocks;
  readonly proposals: BlockProposals;
  readonly change: CredentialChange;
  readonly letters: Correspondence;
  readonly refusedLooks: RefusedLooks;
  readonly proof: FreshProof;
  readonly audit: Audit;
}

interface By {
  readonly agent: SignedInAgent;
  readonly from: Context;
}

const FROM = { BLOCK: AccountStatus.ACTIVE, UNBLOCK: AccountStatus.BLOCKED } as const;
const TO = { BLOCK: AccountStatus.BLOCKED, UNBLOCK: AccountStatus.ACTIVE } as const;

/** Shuts an account, or opens it again: by decision of an office, and never by one person (security.md 5.2). */
export class AccountBlockingService {
  constructor(private readonly needs: Needs) {}

  async decide(
    act: BlockAct,
    input: BlockAccountInput,
    agent: SignedInAgent,
    from: Context,
  ): Promise<ChangeAccountResult> {
    const { db, proof, refusedLooks } = this.needs;
    if (proof.isMissing(agent.session, 'ACT')) return new FreshProofRequired();
    if (!(await this.#found(input.accountId, agent))) {
      const operation = act === 'BLOCK' ? 'Mutation.blockAccount' : 'Mutation.unblockAccount';
      await refusedLooks.record(agent, from, { operation, subjectKind: 'ACCOUNT', id: input.accountId });
      return new NotFound();
    }
    const reason = withoutIdentifiers(input.reason.normalize('NFC').trim());
    const decision = { act, decisionNumber: decisionNumberIn(input.decisionNumber), reason };
    const refused = await db.transact((tx) => this.#propose(tx, input.accountId, decision, { agent, from }));
    if (refused) return refused;
    const account = await this.#found(input.accountId, agent);
    return account ? new AccountChanged(account) : new NotFound();
  }

  /** Null: it took effect. Proposals about one account take turns on its row, so that block and unblock cannot cross. */
  async #propose(tx: EntityManager, id: string, decision: Decision, by: By): Promise<ChangeRefused | null> {
    const { blocks, proposals } = this.needs;
    const account = await tx.findOneOrFail(Account, { where: { id }, lock: forUpdate(tx) });
    if (account.status !== FROM[decision.act]) {
      // Run again after a COMMIT whose answer was lost, the second person meets the own deed.
      if (await proposals.wasApplied(tx, id, decision, by.agent)) return null;
      return new ChangeRefused(decision.act === 'BLOCK' ? 'NOT_ACTIVE' : 'NOT_BLOCKED');
    }
    const waiting = await proposals.waiting(tx, id, decision);
    if (!waiting || waiting.proposedBy === by.agent.agent.id) {
      if (!waiting) await proposals.propose(tx, id, decision, by);
      return new ChangeRefused('WAITING');
    }
    const block = decision.act === 'UNBLOCK' ? await blocks.last(id) : null;
    if (block && [block.proposedBy, block.endedBy].includes(by.agent.agent.id))
      return new ChangeRefused('BLOCKED_IT');
    if (!(await proposals.confirm(tx, waiting, by.agent))) throw new Undo(new ChangeRefused('CHANGED'));
    await this.#apply(tx, account, { ...decision, office: waiting.officeName }, by);
    return null;
  }

  async #apply(
    tx: EntityManager,
    account: Account,
    { act, decisionNumber, reason, office }: Decision & { office: string },
    { agent, from }: By,
  ): Promise<void> {
    const { change, letters, audit } = this.needs;
    const status = TO[act];
    if (!(await change.apply(tx, account, { reason: `${act}ED`, set: { status } })))
      throw new Undo(new ChangeRefused('CHANGED'));
    const write = act === 'BLOCK' ? accountBlocked : accountUnblocked;
    await letters.inform(tx, write({ decisionNumber, office }, account.locale), account);
    await audit.record(tx, {
      ...byAgent(agent, from),
      event: act === 'BLOCK' ? 'ACCOUNT_BLOCKED' : 'ACCOUNT_UNBLOCKED',
      ...{ subjectKind: 'ACCOUNT', subjectId: account.id, reason },
      ...{ before: { status: account.status }, after: { status, decisionNumber } },
    });
  }

  async #found(id: string, agent: SignedInAgent) {
    const [account] = await this.needs.deskAccounts.find([id], accountScope(agent, 'account'));
    return account;
  }
}
