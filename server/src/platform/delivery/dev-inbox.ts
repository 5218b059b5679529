import { Equal, type FindOptionsWhere, Raw } from 'typeorm';

import type { Now } from '../clock.js';
import type { Database } from '../database/transact.js';
import { isUniqueViolation } from '../database/unique-violation.js';
import type { Channel, Send } from '../outbox/message.js';
import { DevInboxMessage } from './dev-inbox.entity.js';
import { renderMail } from './render-mail.js';

const LONGEST_SUBJECT = 200;

/** Takes messages in place of both providers. A message sent twice is one row, as it is one message to a reader. */
export function devInbox(db: Database, now: Now): Send {
  return async (message) => {
    const { id, channel, kind, to: recipient, code = null, button } = message;
    const { subject, text } = renderMail(message, '');
    const shown = { subject: subject.slice(0, LONGEST_SUBJECT), text, code, link: button?.url ?? null };
    try {
      await db.transact((tx) =>
        tx.insert(DevInboxMessage, { id, channel, recipient, kind, ...shown, at: now() }),
      );
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
    return { providerId: `dev:${id}` };
  };
}

export interface InboxFilter {
  readonly channel?: Channel;
  /** The whole address or number. */
  readonly to?: string;
  /** A part of it, in any case. */
  readonly search?: string;
  readonly limit: number;
}

/** Newest first. */
export function newestMessages(
  db: Database,
  { channel, to, search, limit }: InboxFilter,
): Promise<DevInboxMessage[]> {
  const where: FindOptionsWhere<DevInboxMessage>[] = [
    {
      ...(channel ? { channel } : {}),
      ...(to ? { recipient: Equal(to) } : search ? { recipient: contains(search) } : {}),
    },
  ];
  return db.rows.find(DevInboxMessage, { where, order: { at: 'DESC', id: 'DESC' }, take: limit });
}

// Not LIKE: people look for `a_b@…`, and the two engines escape differently.
const contains = (part: string) =>
  Raw((column) => `INSTR(LOWER(${column}), :part) > 0`, { part: part.toLowerCase() });
