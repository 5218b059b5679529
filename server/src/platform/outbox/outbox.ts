import { type EntityManager, In, IsNull, MoreThan, Not } from 'typeorm';

import { type Now, SECOND_MS } from '../clock.js';
import type { BlindIndex } from '../crypto/blind-index.js';
import type { Seal } from '../crypto/seal.js';
import type { Database } from '../database/transact.js';
import { Overloaded } from '../graphql/overloaded.js';
import { newId } from '../ids.js';
import { originNow } from '../trace/origin.js';
import type { Message } from './message.js';
import { OutboxMessage } from './outbox-message.entity.js';

/** Where the account lives that a message belongs to. */
export interface Place {
  readonly provinceCode: string | null;
  readonly regencyCode: string | null;
}

export interface Posting {
  /** Made before the unit of work by whoever has to know it afterwards. */
  readonly id?: string;
  readonly message: Message;
  /** The address as strangers may see it. */
  readonly mask: string;
  readonly accountId?: string;
  readonly place?: Place;
  readonly secretId?: string;
  /** After this moment it is worthless and no longer sent. */
  readonly expiresAt: Date;
  /** Not sent earlier; until then `takeBack` undoes it. */
  readonly notBefore?: Date;
  readonly causeId?: string;
}

interface Needs {
  readonly db: Database;
  readonly seal: Seal;
  readonly index: BlindIndex;
  readonly now: Now;
  /** Told after the commit that there is work; the dispatcher would find it anyway within its beat. */
  readonly nudge: () => void;
}

export class Outbox {
  constructor(
    private readonly needs: Needs,
    /** Waiting messages beyond which new ones that strangers ask for are turned away (OUTBOX_CAP). */
    private readonly cap: number,
  ) {}

  #room = { checkedAt: Number.NEGATIVE_INFINITY, full: false };

  /** Throws `Overloaded` while the queue is over its cap; looked up at most once a second. */
  async assertRoom(): Promise<void> {
    const now = performance.now();
    if (now - this.#room.checkedAt > SECOND_MS) {
      this.#room.checkedAt = now;
      const waiting = await this.needs.db.rows.countBy(OutboxMessage, { dueAt: Not(IsNull()) });
      this.#room.full = waiting >= this.cap;
    }
    if (this.#room.full) throw new Overloaded(30);
  }

  /** Takes the caller's transaction on purpose: the message exists if, and only if, the change does. Answers the row's id. */
  async enqueue(tx: EntityManager, posting: Posting): Promise<string> {
    const now = this.needs.now();
    const id = posting.id ?? newId(now);
    const sealed = this.needs.seal.close(JSON.stringify(posting.message), `outbox:${id}`);
    await tx.insert(OutboxMessage, {
      ...this.#trace(posting),
      id,
      sealed,
      status: 'QUEUED',
      dueAt: posting.notBefore ?? now,
      createdAt: now,
      updatedAt: now,
    });
    this.needs.db.afterCommit(this.needs.nudge);
    return id;
  }

  /** A message that a budget forbade: on record, never sent. */
  async suppress(tx: EntityManager, posting: Posting, reason: string): Promise<void> {
    const now = this.needs.now();
    const row = {
      ...this.#trace(posting),
      id: newId(now),
      status: 'SUPPRESSED' as const,
      reason,
      createdAt: now,
      updatedAt: now,
    };
    await tx.insert(OutboxMessage, row);
  }

  /** Takes back what still waits and carries one of these secrets; what a worker holds may still leave, but is not tried again. */
  async cancel(tx: EntityManager, secretIds: readonly string[], reason: string): Promise<void> {
    if (secretIds.length === 0) return;
    const waiting = { secretId: In(secretIds), status: In(['QUEUED', 'RETRYING']) };
    await tx.update(OutboxMessage, waiting, {
      ...{ status: 'EXPIRED', reason, dueAt: null, sealed: null },
      updatedAt: this.needs.now(),
    });
    const held = { secretId: In(secretIds), status: 'SENDING' as const };
    await tx.update(OutboxMessage, held, { expiresAt: this.needs.now() });
  }

  /** Takes back all that a cause posted, or, when one of them is past holding back, none of it: then false. */
  async takeBack(tx: EntityManager, causeId: string): Promise<boolean> {
    const held = { causeId, status: 'QUEUED' as const, dueAt: MoreThan(this.needs.now()) };
    const gone = { status: 'EXPIRED' as const, reason: 'TAKEN_BACK', dueAt: null, sealed: null };
    const updatedAt = this.needs.now();
    const { affected } = await tx.update(OutboxMessage, held, { ...gone, updatedAt });
    return affected === (await tx.countBy(OutboxMessage, { causeId }));
  }

  #trace({ message, mask, accountId, place, secretId, causeId, expiresAt }: Posting) {
    const { kind, channel, to } = message;
    return {
      kind,
      channel,
      recipientDigest: this.needs.index.of('recipient', to),
      recipientMask: mask,
      accountId: accountId ?? null,
      provinceCode: place?.provinceCode ?? null,
      regencyCode: place?.regencyCode ?? null,
      secretId: secretId ?? null,
      causeId: causeId ?? null,
      ...originNow(),
      expiresAt,
    };
  }
}
