import DataLoader from 'dataloader';

import type { AccountBlock } from '../../account/account-block.entity.js';
import type { AccountBlocks } from '../../account/account-blocks.js';
import { AccountStatus } from '../../account/account-status.js';
import type { HelpdeskAccountView } from '../../account/helpdesk-account.type.js';
import {
  AccountBlockAct,
  type AccountBlockView,
  type PendingAccountBlock,
} from './account-blocking.result.js';

type Waiting = DataLoader<string, AccountBlock | null>;

/** The account page's part: what is in force, and what waits for a second person. */
export class BlockViews {
  readonly #ofRequest = new WeakMap<object, Waiting>();

  constructor(private readonly blocks: AccountBlocks) {}

  async pending(request: object, accountId: string, readerId: string): Promise<PendingAccountBlock | null> {
    const found = await this.#waiting(request).load(accountId);
    if (!found) return null;
    const { act, decisionNumber, reason, officeName: office, proposedBy, proposedAt, expiresAt } = found;
    const mine = proposedBy === readerId;
    return { act: AccountBlockAct[act], decisionNumber, reason, office, mine, proposedAt, expiresAt };
  }

  async inForce({ id, status }: HelpdeskAccountView): Promise<AccountBlockView | null> {
    const found = status === AccountStatus.BLOCKED ? await this.blocks.last(id) : null;
    if (!found?.endedAt) return null;
    const { decisionNumber, reason, officeName: office, endedAt: since } = found;
    return { decisionNumber, reason, office, since };
  }

  #waiting(request: object): Waiting {
    const known = this.#ofRequest.get(request);
    if (known) return known;
    const fresh: Waiting = new DataLoader(async (ids) => {
      const waiting = await this.blocks.waiting(ids);
      return ids.map((id) => waiting.get(id) ?? null);
    });
    this.#ofRequest.set(request, fresh);
    return fresh;
  }
}
