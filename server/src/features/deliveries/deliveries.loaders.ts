import DataLoader from 'dataloader';
import { In } from 'typeorm';

import type { Database } from '../../platform/database/transact.js';
import { DeliveryAttempt } from '../../platform/outbox/delivery-attempt.entity.js';

/** The tries of a whole page of messages in one statement, oldest first. */
export class DeliveryLoaders {
  readonly #ofRequest = new WeakMap<object, DataLoader<string, DeliveryAttempt[]>>();

  constructor(private readonly db: Database) {}

  attempts(context: object): DataLoader<string, DeliveryAttempt[]> {
    const known = this.#ofRequest.get(context);
    if (known) return known;
    const fresh = new DataLoader((ids: readonly string[]) => this.#attemptsOf(ids));
    this.#ofRequest.set(context, fresh);
    return fresh;
  }

  async #attemptsOf(messageIds: readonly string[]): Promise<DeliveryAttempt[][]> {
    const rows = await this.db.rows.find(DeliveryAttempt, {
      where: { messageId: In([...messageIds]) },
      order: { at: 'ASC', id: 'ASC' },
    });
    const byMessage = new Map<string, DeliveryAttempt[]>(messageIds.map((id) => [id, []]));
    for (const row of rows) byMessage.get(row.messageId)?.push(row);
    return messageIds.map((id) => byMessage.get(id) ?? []);
  }
}
