import type { EntityManager } from 'typeorm';

import type { Now } from '../clock.js';
import type { KeyRing } from '../crypto/key-ring.js';
import { keyedDigest } from '../crypto/keyed-digest.js';
import { HotInsert } from '../database/hot-write.js';
import type { Database } from '../database/transact.js';
import { isUniqueViolation } from '../database/unique-violation.js';
import { newId } from '../ids.js';
import { originNow } from '../trace/origin.js';
import { printable } from '../words/printable.js';
import { AuditEvent } from './audit-event.entity.js';
import type { ActorKind, AuditEventName, AuditResult } from './audit-events.js';
import { eventMac } from './event-mac.js';

/** Who acts, and from where. The same for all events of one request. */
export interface AuditActor {
  readonly actorKind: ActorKind;
  /** For someone unknown a keyed digest of what was typed, never the text itself. */
  readonly actorId?: string | null;
  readonly role?: string | null;
  readonly officeId?: string | null;
  /** The session's id, not its token. */
  readonly sessionId?: string | null;
  readonly source?: string | null;
  readonly device?: string | null;
  readonly requestId?: string | null;
}

export type MaskedFacts = Readonly<Record<string, string | number | boolean | null>>;

export interface AuditEntry extends AuditActor {
  readonly event: AuditEventName;
  /** `ok` unless stated. */
  readonly result?: AuditResult;
  readonly reasonCode?: string | null;
  readonly subjectKind?: string | null;
  readonly subjectId?: string | null;
  readonly caseId?: string | null;
  /** As given; only a digest is kept. */
  readonly idempotencyKey?: string | null;
  /** Masked by the caller, as section 4 of security.md masks. */
  readonly before?: MaskedFacts | null;
  readonly after?: MaskedFacts | null;
  /** What a person wrote where a reason is demanded. */
  readonly reason?: string | null;
  /** Names of the data seen, never the data. */
  readonly fields?: readonly string[] | null;
}

const events = new HotInsert(AuditEvent);

/** Writes the trail. Reading it, sealing it and checking it are others' work. */
export class Audit {
  constructor(
    private readonly ring: KeyRing,
    private readonly now: Now,
  ) {}

  /** In the transaction of its cause: both are there, or neither (R05). */
  async record(tx: EntityManager, entry: AuditEntry): Promise<void> {
    await events.into(tx, this.#event(entry));
  }

  /** A unit by itself, for what changes nothing else. Once, also where the answer to its commit is lost and it is sent again. */
  async recordAlone(db: Database, entry: AuditEntry): Promise<void> {
    const event = this.#event(entry);
    try {
      await db.single((rows) => events.into(rows, event));
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }

  #event(entry: AuditEntry) {
    const at = this.now();
    const key = this.ring.newest;
    const facts = { ...this.#who(entry), ...this.#what(entry), id: newId(at), at, keyId: key.id };
    return { ...facts, mac: eventMac(key, facts) };
  }

  #who(entry: AuditEntry) {
    return {
      actorKind: entry.actorKind,
      actorId: fitting(entry.actorId, 80),
      role: fitting(entry.role, 40),
      officeId: fitting(entry.officeId, 36),
      sessionId: fitting(entry.sessionId, 36),
      source: fitting(entry.source, 64),
      device: fitting(entry.device, 200),
      requestId: fitting(entry.requestId ?? originNow().requestId, 64),
    };
  }

  #what(entry: AuditEntry) {
    const { event, result = 'ok', idempotencyKey } = entry;
    return {
      event,
      result,
      reasonCode: fitting(entry.reasonCode, 60),
      subjectKind: fitting(entry.subjectKind, 40),
      subjectId: fitting(entry.subjectId, 80),
      caseId: fitting(entry.caseId, 36),
      idempotencyDigest: idempotencyKey ? keyedDigest(this.ring.newest, 'idempotency', idempotencyKey) : null,
      beforeJson: json(entry.before),
      afterJson: json(entry.after),
      reason: fitting(entry.reason, REASON_LENGTH),
      fields: json(entry.fields),
    };
  }
}

const REASON_LENGTH = 4000;

/** Cut rather than refused: an over-long device label must not undo what it describes. */
function fitting(text: string | null | undefined, length: number): string | null {
  if (text === null || text === undefined) return null;
  return [...printable(text)].slice(0, length).join('');
}

function json(value: MaskedFacts | readonly string[] | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  return JSON.stringify(value, (_name, part) => (typeof part === 'string' ? printable(part) : part));
}
