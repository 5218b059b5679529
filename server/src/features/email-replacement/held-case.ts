import { MoreThan } from 'typeorm';

import type { Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import { ReplacementRequest } from './replacement-request.entity.js';
import { readTicketNumber } from './ticket-number.js';

/** The case of this number and its account, while the agent's claim on it lasts; null otherwise, and where no account matched. */
export async function heldCase(
  { db, now }: { readonly db: Database; readonly now: Now },
  ticket: string,
  agentId: string,
): Promise<{ accountId: string; caseId: string } | null> {
  const held = { ticket: readTicketNumber(ticket) ?? '', claimedBy: agentId, claimUntil: MoreThan(now()) };
  const found = await db.rows.findOneBy(ReplacementRequest, held);
  return found?.accountId ? { accountId: found.accountId, caseId: found.id } : null;
}
