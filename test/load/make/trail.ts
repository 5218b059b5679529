import { AuditEvent } from '../../../server/src/platform/audit/audit-event.entity.js';
import { AuditSeal } from '../../../server/src/platform/audit/audit-seal.entity.js';
import { chainLink, eventMac, type UnsignedEvent } from '../../../server/src/platform/audit/event-mac.js';
import { SealChain } from '../../../server/src/platform/audit/seal-chain.js';
import type { KeyRing } from '../../../server/src/platform/crypto/key-ring.js';
import type { Database } from '../../../server/src/platform/database/transact.js';
import { newId } from '../../../server/src/platform/ids.js';
import { TableText } from './bulk.js';

type Fact = Pick<UnsignedEvent, 'at' | 'event' | 'actorKind'> & Partial<UnsignedEvent>;

/** Events with their MACs, sealed at once: the chain goes on from where the database has it and verifies as any other. */
export class MadeTrail {
  readonly #events: TableText<AuditEvent>;
  readonly #seals: TableText<AuditSeal>;

  private constructor(
    db: Database,
    private readonly ring: KeyRing,
    private head: { seq: number; chain: string },
  ) {
    this.#events = new TableText(db, AuditEvent);
    this.#seals = new TableText(db, AuditSeal);
  }

  static async goOn(db: Database, ring: KeyRing, now: () => Date): Promise<MadeTrail> {
    const sealing = new SealChain(db, ring, now);
    while ((await sealing.sealDue()) > 0); // nothing may be left behind the new head
    return new MadeTrail(db, ring, (await sealing.head()) ?? { seq: 0, chain: '' });
  }

  record(fact: Fact): void {
    const key = this.ring.newest;
    const event: UnsignedEvent = { ...NOTHING, ...fact, id: newId(fact.at), keyId: key.id };
    const mac = eventMac(key, event);
    this.#events.add({ ...event, mac });
    const seq = this.head.seq + 1;
    this.head = { seq, chain: chainLink(key, this.head.chain, mac, seq) };
    this.#seals.add({ ...this.head, eventId: event.id, sealedAt: fact.at });
  }

  /** A last link of this moment: the service's sealing looks for what is younger than the head, not through all of it. */
  end(at: Date): void {
    this.record({ actorKind: 'SYSTEM', event: 'AUDIT_SEALED', at });
  }

  take(): (string | undefined)[] {
    return [this.#events.take(), this.#seals.take()];
  }
}

const NOTHING: Omit<UnsignedEvent, 'id' | 'at' | 'event' | 'actorKind' | 'keyId'> = {
  ...{ result: 'ok', reasonCode: null, actorId: null, role: null, officeId: null, subjectKind: null },
  ...{ subjectId: null, caseId: null, sessionId: null, source: null, device: null, requestId: null },
  ...{ idempotencyDigest: null, beforeJson: null, afterJson: null, reason: null, fields: null },
};
