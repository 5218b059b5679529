import { AuditEvent } from '../../../server/src/platform/audit/audit-event.entity.js';
import { AuditSeal } from '../../../server/src/platform/audit/audit-seal.entity.js';
import { chainLink, eventMac, type UnsignedEvent } from '../../../server/src/platform/audit/event-mac.js';
import { SealChain } from '../../../server/src/platform/audit/seal-chain.js';
import type { Key, KeyRing } from '../../../server/src/platform/crypto/key-ring.js';
import type { Database } from '../../../server/src/platform/database/transact.js';
import { newId } from '../../../server/src/platform/ids.js';
import { type Shapes, TableText, type Written } from './table-text.js';

type Fact = Pick<UnsignedEvent, 'at' | 'event' | 'actorKind'> & Partial<UnsignedEvent>;

/** What the chain has to know of an event. */
export interface Sealable {
  readonly eventId: string;
  readonly mac: string;
  readonly at: Date;
}

/** Events with their MACs. Several threads can make them; their place in the chain is given by one. */
export class MadeEvents {
  readonly #events: TableText<AuditEvent>;
  #sealable: Sealable[] = [];

  constructor(
    shapes: Shapes,
    private readonly key: Key,
  ) {
    this.#events = new TableText(shapes, AuditEvent);
  }

  record(fact: Fact): void {
    // A second spread would take longer than all the rest of this.
    const event = Object.assign({ ...NOTHING, id: newId(fact.at), keyId: this.key.id }, fact);
    const mac = eventMac(this.key, event);
    this.#events.add({ ...event, mac });
    this.#sealable.push({ eventId: event.id, mac, at: fact.at });
  }

  take(): { written: Written | undefined; sealable: readonly Sealable[] } {
    const taken = { written: this.#events.take(), sealable: this.#sealable };
    this.#sealable = [];
    return taken;
  }
}

/** The events, sealed at once: the chain goes on from where the database has it and verifies as any other. */
export class MadeTrail {
  readonly #own: MadeEvents;
  readonly #seals: TableText<AuditSeal>;

  private constructor(
    shapes: Shapes,
    private readonly key: Key,
    private head: { seq: number; chain: string },
  ) {
    this.#own = new MadeEvents(shapes, key);
    this.#seals = new TableText(shapes, AuditSeal);
  }

  static async goOn(
    db: Database,
    { ring, now, shapes }: { ring: KeyRing; now: () => Date; shapes: Shapes },
  ): Promise<MadeTrail> {
    const sealing = new SealChain(db, ring, now);
    while ((await sealing.sealDue()) > 0); // nothing may be left behind the new head
    return new MadeTrail(shapes, ring.newest, (await sealing.head()) ?? { seq: 0, chain: '' });
  }

  record(fact: Fact): void {
    this.#own.record(fact);
  }

  /** Gives events that were made elsewhere their places. */
  seal(events: readonly Sealable[]): void {
    for (const { eventId, mac, at: sealedAt } of events) {
      const seq = this.head.seq + 1;
      this.head = { seq, chain: chainLink(this.key, this.head.chain, mac, seq) };
      this.#seals.add({ ...this.head, eventId, sealedAt });
    }
  }

  /** A last link of this moment: the service's sealing looks for what is younger than the head, not through all of it. */
  end(at: Date): void {
    this.record({ actorKind: 'SYSTEM', event: 'AUDIT_SEALED', at });
  }

  take(): (Written | undefined)[] {
    const { written, sealable } = this.#own.take();
    this.seal(sealable);
    return [written, this.#seals.take()];
  }
}

const NOTHING: Omit<UnsignedEvent, 'id' | 'at' | 'event' | 'actorKind' | 'keyId'> = {
  ...{ result: 'ok', reasonCode: null, actorId: null, role: null, officeId: null, subjectKind: null },
  ...{ subjectId: null, caseId: null, sessionId: null, source: null, device: null, requestId: null },
  ...{ idempotencyDigest: null, beforeJson: null, afterJson: null, reason: null, fields: null },
};
