import { type EntityManager, In } from 'typeorm';

import type { Now } from '../clock.js';
import { forUpdate } from '../database/dialect.js';
import type { Database } from '../database/transact.js';
import { isUniqueViolation } from '../database/unique-violation.js';
import { notTracing, type Tracing } from '../trace/tracing.js';
import { DeliveryReceipt } from './delivery-receipt.entity.js';
import { type DeliveryStatus, OutboxMessage } from './outbox-message.entity.js';

/** A provider's word about a message it took. `eventId` is the same for a repeated callback. */
export interface Receipt {
  readonly eventId: string;
  readonly providerId: string;
  readonly status: 'SENT' | 'DELIVERED' | 'READ' | 'FAILED';
  readonly at: Date;
  readonly reason: string | null;
}

/** Status only climbs: ACCEPTED < FAILED < DELIVERED < READ, so callbacks may come twice and in any order (R92). */
const BELOW: Readonly<Record<'FAILED' | 'DELIVERED' | 'READ', readonly DeliveryStatus[]>> = {
  FAILED: ['ACCEPTED'],
  DELIVERED: ['ACCEPTED', 'FAILED'],
  READ: ['ACCEPTED', 'FAILED', 'DELIVERED'],
};

export class Receipts {
  constructor(
    private readonly db: Database,
    private readonly now: Now,
    private readonly tracing: Tracing = notTracing,
  ) {}

  /** Keeps the receipt and moves its message, if that is known yet. False: told before. */
  async record(receipt: Receipt): Promise<boolean> {
    const { providerId, status } = receipt;
    const message = await this.db.rows.findOneBy(OutboxMessage, { providerId });
    const { requestId = null, traceparent = null } = message ?? {};
    const attributes = { 'akun.receipt': status, ...(message && { 'akun.message_id': message.id }) };
    const start = {
      name: 'receipt',
      kind: 'CONSUMER',
      attributes,
      from: { requestId, traceparent },
    } as const;
    return this.tracing.span(start, () => this.#keep(receipt));
  }

  async #keep({ eventId, ...receipt }: Receipt): Promise<boolean> {
    try {
      await this.db.transact(async (tx) => {
        await tx.insert(DeliveryReceipt, { ...receipt, id: eventId, receivedAt: this.now() });
        await this.apply(tx, receipt.providerId);
      });
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }

  /** Moves a message to the highest state its receipts speak of; called again when the provider's id becomes known. */
  async apply(tx: EntityManager, providerId: string): Promise<void> {
    // Locked: a receipt that another unit wrote and has not committed yet would be missed by both of them.
    const receipts = await tx.find(DeliveryReceipt, { where: { providerId }, lock: forUpdate(tx) });
    for (const status of ['READ', 'DELIVERED', 'FAILED'] as const) {
      const receipt = receipts.find((one) => one.status === status);
      if (!receipt) continue;
      const reason = status === 'FAILED' ? (receipt.reason ?? 'BOUNCED') : null;
      const below = { providerId, status: In([...BELOW[status]]) };
      await tx.update(OutboxMessage, below, { status, reason, updatedAt: this.now() });
      return;
    }
  }
}
