import type { EntityManager } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import type { SignedInAgent } from '../../office/agent-sessions.js';
import { accountScope } from '../../office/jurisdiction.js';
import { OutboxMessage } from '../../platform/outbox/outbox-message.entity.js';

/** Messages to people of the agent's region that finally failed. */
export function failedDeliveries(
  rows: EntityManager,
  caller: SignedInAgent,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<number> {
  const { condition, parameters } = accountScope(caller, 'account');
  return rows
    .createQueryBuilder(OutboxMessage, 'message')
    .innerJoin(Account, 'account', 'account.id = message.accountId')
    .where('message.status = :status AND message.createdAt >= :from AND message.createdAt < :to', {
      ...{ status: 'FAILED', from, to },
    })
    .andWhere(condition, parameters)
    .getCount();
}
