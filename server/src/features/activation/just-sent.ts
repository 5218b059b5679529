import { In, Like, MoreThan, MoreThanOrEqual } from 'typeorm';

import type { Channel } from '../../account/contact.js';
import type { Agents } from '../../office/agents.js';
import { AuditEvent } from '../../platform/audit/audit-event.entity.js';
import type { Database } from '../../platform/database/transact.js';
import { OutboxMessage } from '../../platform/outbox/outbox-message.entity.js';

export interface JustSent {
  readonly message: OutboxMessage;
  /** The agent's name; null: whoever registered asked for it. */
  readonly by: string | null;
}

interface Needs {
  readonly db: Database;
  readonly agents: Agents;
}

/** The activation that went to this account by this channel after `since`, and who had it sent; null where none did. */
export async function justSent(
  { db, agents }: Needs,
  asked: { readonly accountId: string; readonly channel: Channel; readonly since: Date },
): Promise<JustSent | null> {
  const { accountId, channel, since } = asked;
  const kind = In(['ACTIVATION_LINK', 'ACTIVATION_CODE']);
  const message = await db.rows.findOne(OutboxMessage, {
    where: { accountId, channel, kind, createdAt: MoreThan(since) },
    order: { createdAt: 'DESC', id: 'DESC' },
  });
  if (!message) return null;
  const event = await db.rows.findOneBy(AuditEvent, {
    ...{ subjectId: accountId, at: MoreThanOrEqual(message.createdAt), event: 'MESSAGE_QUEUED' as const },
    ...{ result: 'ok' as const, afterJson: Like(`%${message.id}%`) },
  });
  const sender = event?.actorId ? await agents.find(event.actorId) : null;
  return { message, by: sender?.agent.fullName ?? null };
}
