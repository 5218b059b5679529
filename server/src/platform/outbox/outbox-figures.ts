import { Between, IsNull, MoreThanOrEqual, Not } from 'typeorm';

import { after, HOUR_MS, type Now } from '../clock.js';
import type { Database } from '../database/transact.js';
import { firstIdAt } from '../ids.js';
import type { Figure, Reading } from '../metrics/metrics.js';
import { OutboxMessage } from './outbox-message.entity.js';

/** Ids follow the time of writing: the table is a year long, and these look at its end only. */
const LONGEST_WAY_MS = 24 * HOUR_MS;

interface Counted {
  readonly channel: string;
  readonly status: string;
  readonly n: string | number;
  /** Milliseconds; as text on one engine, as a date on the other. */
  readonly oldest: string | Date;
}

/** What waits in the outbox, how long already, and what was taken and never heard of again. */
export function outboxFigures(db: Database, now: Now, unheardOf: () => Date): Figure[] {
  const waiting = () =>
    db.rows
      .createQueryBuilder(OutboxMessage, 'message')
      .select(['message.channel AS channel', 'message.status AS status'])
      .addSelect('COUNT(*)', 'n')
      .addSelect('MIN(message.created_at)', 'oldest')
      .where('message.due_at IS NOT NULL')
      .groupBy('message.channel')
      .addGroupBy('message.status')
      .getRawMany<Counted>();
  return [
    {
      name: 'outbox_messages',
      help: 'Messages that have not ended, by channel and state.',
      labels: ['channel', 'status'],
      read: async () =>
        (await waiting()).map(({ channel, status, n }) => ({
          labels: { channel, status },
          value: Number(n),
        })),
    },
    {
      name: 'outbox_oldest_seconds',
      help: 'Age of the oldest message that has not ended, by channel; above OUTBOX_AGE_ALARM_S something is wrong.',
      labels: ['channel'],
      read: async () => oldest(await waiting(), now()),
    },
    ...receiptFigures(db, now, unheardOf),
  ];
}

/** What became of those that left. */
function receiptFigures(db: Database, now: Now, unheardOf: () => Date): Figure[] {
  return [
    {
      name: 'messages_of_last_hour',
      help: 'Messages written within the last hour, by channel and how far they came: taken, delivered, read, failed.',
      labels: ['channel', 'status'],
      read: async () => {
        const rows = await db.rows
          .createQueryBuilder(OutboxMessage, 'message')
          .select(['message.channel AS channel', 'message.status AS status'])
          .addSelect('COUNT(*)', 'n')
          .where('message.id >= :first', { first: firstIdAt(after(now(), -HOUR_MS)) })
          .groupBy('message.channel')
          .addGroupBy('message.status')
          .getRawMany<Omit<Counted, 'oldest'>>();
        return rows.map(({ channel, status, n }) => ({ labels: { channel, status }, value: Number(n) }));
      },
    },
    {
      name: 'messages_without_receipt',
      help: 'WhatsApp messages taken within the last hour, of which nothing was heard within RECEIPT_WAIT_S.',
      read: async () => {
        const unheard = { channel: 'WHATSAPP' as const, status: 'ACCEPTED' as const, dueAt: IsNull() };
        const acceptedAt = Between(after(now(), -HOUR_MS), unheardOf());
        const id = MoreThanOrEqual(firstIdAt(after(now(), -LONGEST_WAY_MS)));
        return [
          {
            value: await db.rows.countBy(OutboxMessage, {
              ...unheard,
              ...{ id, acceptedAt },
              providerId: Not(IsNull()),
            }),
          },
        ];
      },
    },
  ];
}

function oldest(counted: readonly Counted[], now: Date): Reading[] {
  const since = new Map<string, number>();
  for (const { channel, oldest: at } of counted) {
    // SQLite answers its own text, which has no zone in it: it is UTC, as everything stored.
    const time = new Date(typeof at === 'string' ? `${at.replace(' ', 'T')}Z` : at).getTime();
    since.set(channel, Math.min(since.get(channel) ?? time, time));
  }
  return [...since].map(([channel, at]) => ({ labels: { channel }, value: (now.getTime() - at) / 1000 }));
}
