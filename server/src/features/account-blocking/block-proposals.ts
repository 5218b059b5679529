import { type EntityManager, IsNull } from 'typeorm';

import { AccountBlock, type BlockAct, type BlockEnd } from '../../account/account-block.entity.js';
import type { SignedInAgent } from '../../office/agent-sessions.js';
import { byAgent } from '../../office/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import { after, type Now } from '../../platform/clock.js';
import { transition } from '../../platform/database/transition.js';
import type { Context } from '../../platform/graphql/context.js';
import { newId } from '../../platform/ids.js';

export interface Decision {
  readonly act: BlockAct;
  readonly decisionNumber: string;
  readonly reason: string;
}

interface Needs {
  readonly audit: Audit;
  readonly now: Now;
}

/** What one supervisor has recorded and another has to send as well. Callers hold the account's row. */
export class BlockProposals {
  constructor(
    private readonly needs: Needs,
    private readonly ttlMs: number,
  ) {}

  /** The proposal of the same act and number; another one, or one that is too old, ends here. */
  async waiting(tx: EntityManager, accountId: string, decision: Decision): Promise<AccountBlock | null> {
    const open = await tx.findOneBy(AccountBlock, { openFor: accountId });
    if (!open) return null;
    const inTime = open.expiresAt > this.needs.now();
    const same = open.act === decision.act && open.decisionNumber === decision.decisionNumber;
    if (inTime && same) return open;
    await this.#end(tx, open, inTime ? 'REPLACED' : 'EXPIRED', null);
    return null;
  }

  async propose(
    tx: EntityManager,
    accountId: string,
    decision: Decision,
    { agent, from }: { agent: SignedInAgent; from: Context },
  ): Promise<void> {
    const proposedAt = this.needs.now();
    const times = { proposedAt, expiresAt: after(proposedAt, this.ttlMs) };
    const by = { proposedBy: agent.agent.id, officeName: agent.office.name };
    const row = { id: newId(proposedAt), accountId, openFor: accountId };
    await tx.insert(AccountBlock, { ...row, ...decision, ...by, ...times });
    const { act, decisionNumber, reason } = decision;
    await this.needs.audit.record(tx, {
      ...byAgent(agent, from),
      ...{ event: 'SETTING_PROPOSED', reasonCode: act, subjectKind: 'ACCOUNT', subjectId: accountId },
      ...{ after: { decisionNumber }, reason },
    });
  }

  /** False: it is no longer there to agree to. */
  confirm(tx: EntityManager, proposal: AccountBlock, { agent }: SignedInAgent): Promise<boolean> {
    return this.#end(tx, proposal, 'APPLIED', agent.id);
  }

  /** Whether this agent was the second person of the very same decision. */
  wasApplied(
    tx: EntityManager,
    accountId: string,
    { act, decisionNumber }: Decision,
    { agent }: SignedInAgent,
  ): Promise<boolean> {
    const applied = { accountId, act, decisionNumber, endReason: 'APPLIED' as const };
    return tx.existsBy(AccountBlock, { ...applied, endedBy: agent.id });
  }

  #end(
    tx: EntityManager,
    { id }: AccountBlock,
    endReason: BlockEnd,
    endedBy: string | null,
  ): Promise<boolean> {
    const ended = { openFor: null, endedAt: this.needs.now(), endReason, endedBy };
    return transition(tx, AccountBlock, { id, endedAt: IsNull() }, ended);
  }
}
