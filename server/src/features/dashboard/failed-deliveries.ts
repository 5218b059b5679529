import type { EntityManager } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import type { SignedInAgent } from '../../office/agent-sessions.js';
import { accountScope, regionScope } from '../../office/jurisdiction.js';
import type { Office } from '../../office/office.entity.js';
import { OutboxMessage } from '../../platform/outbox/outbox-message.entity.js';

/** Messages that finally failed, to people whom the caller may find, or of the region of one office; none of no office. */
export async function failedDeliveries(
  rows: EntityManager,
  whose: SignedInAgent | Office | null,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<number> {
  if (!whose) return 0;
  const scope = 'agent' in whose ? accountScope(whose, 'account') : regionScope(whose, 'account');
  return rows
    .createQueryBuilder(OutboxMessage, 'message')
    .innerJoin(Account, 'account', 'account.id = message.accountId')
    .where('message.status = :status AND message.createdAt >= :from AND message.createdAt < :to', {
      ...{ status: 'FAILED', from, to },
    })
    .andWhere(scope.condition, scope.parameters)
    .getCount();
}
