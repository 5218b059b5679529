import type { Now } from '../clock.js';
import { after, DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../clock.js';
import type { KeyRing } from '../crypto/key-ring.js';
import type { Database } from '../database/transact.js';
import { isUniqueViolation } from '../database/unique-violation.js';
import { timeOf } from '../ids.js';
import { AuditEvent } from './audit-event.entity.js';
import { AuditSeal } from './audit-seal.entity.js';
import { chainLink } from './event-mac.js';

/** Lets transactions that began earlier commit first, so that the chain mostly follows the clock. */
const SETTLE_MS = SECOND_MS;
/** A row may commit this much after its own time and still be found. */
const LATE_MS = 5 * MINUTE_MS;
/** …and this much where a clock was wrong: looked for at first, every hour, and whenever the own clock has jumped. */
const ASTRAY_MS = DAY_MS;
const BATCH = 500;
const BATCHES = 40;

/** Links events into the keyed chain, behind the business transactions instead of in front of them. */
export class SealChain {
  /** When nothing was found far back. */
  #lookedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly db: Database,
    private readonly ring: KeyRing,
    private readonly now: Now,
  ) {}

  /** The newest link; null while nothing is sealed. */
  head(): Promise<AuditSeal | null> {
    return this.db.rows.findOne(AuditSeal, { where: {}, order: { seq: 'DESC' } });
  }

  /** How many events it sealed. Safe beside another sealer: the unique `seq` lets one win, the other starts over. */
  async sealDue(): Promise<number> {
    let sealed = 0;
    const now = this.now().getTime();
    const far = Math.abs(now - this.#lookedAt) >= HOUR_MS;
    for (let batch = 0; batch < BATCHES; batch += 1) {
      const links = await this.#nextLinks(far ? ASTRAY_MS : LATE_MS);
      if (links.length === 0) {
        if (far) this.#lookedAt = now;
        break;
      }
      if (await this.#inserted(links)) sealed += links.length;
    }
    return sealed;
  }

  async #nextLinks(lateMs: number): Promise<AuditSeal[]> {
    const head = await this.head();
    let { seq, chain } = head ?? { seq: 0, chain: '' };
    const events = await this.#unsealed(head, lateMs);
    return events.map(({ id: eventId, mac }) => {
      seq += 1;
      chain = chainLink(this.ring.newest, chain, mac, seq);
      return { seq, eventId, chain, sealedAt: this.now() };
    });
  }

  #unsealed(head: AuditSeal | null, lateMs: number): Promise<Pick<AuditEvent, 'id' | 'mac'>[]> {
    const rows = this.db.rows
      .createQueryBuilder(AuditEvent, 'event')
      .select(['event.id', 'event.mac'])
      .leftJoin(AuditSeal, 'seal', 'seal.event_id = event.id')
      .where('seal.seq IS NULL AND event.at < :before', { before: after(this.now(), -SETTLE_MS) });
    // The trail grows for years; only its end can hold unsealed rows. Where it ends is the clock's word too: set back, it
    // writes new events before those that are sealed already.
    const end = head && Math.min(timeOf(head.eventId).getTime(), this.now().getTime());
    if (end !== null) rows.andWhere('event.at >= :from', { from: after(new Date(end), -lateMs) });
    return rows.orderBy('event.at').addOrderBy('event.id').limit(BATCH).getMany();
  }

  async #inserted(links: AuditSeal[]): Promise<boolean> {
    try {
      await this.db.transact((tx) => tx.insert(AuditSeal, links));
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }
}
