import { In, MoreThan } from 'typeorm';

import type { KeyRing } from '../crypto/key-ring.js';
import type { Database } from '../database/transact.js';
import type { Anchor } from './audit-anchors.js';
import { AuditEvent } from './audit-event.entity.js';
import { AuditSeal } from './audit-seal.entity.js';
import { ChainCheck, type Verdict } from './chain-check.js';
import { isGenuine } from './event-mac.js';

const PAGE = 500;

/**
 * Reads the whole trail, page by page, and names what is wrong with it. Rows that other processes write meanwhile
 * do no harm. `anchors` in the order of the chain, read before. Old keys must stay in `ring` as long as their rows.
 */
export async function verifyChain(db: Database, ring: KeyRing, anchors: readonly Anchor[]): Promise<Verdict> {
  const check = new ChainCheck(ring, anchors);
  for await (const seals of pagesOfSeals(db)) {
    const events = await db.rows.findBy(AuditEvent, { id: In(seals.map(({ eventId }) => eventId)) });
    const byId = new Map(events.map((event) => [event.id, event]));
    for (const seal of seals) check.link(seal, byId.get(seal.eventId));
    if (check.isFull) break;
  }
  check.end();
  for await (const events of pagesOfEvents(db)) {
    const ids = events.map(({ id }) => id);
    const seals = await db.rows.find(AuditSeal, { select: { eventId: true }, where: { eventId: In(ids) } });
    const sealed = new Set(seals.map(({ eventId }) => eventId));
    for (const event of events.filter(({ id }) => !sealed.has(id))) {
      check.loose(event.id, isGenuine(ring, event));
    }
    if (check.isFull) break;
  }
  return check.verdict();
}

async function* pagesOfSeals(db: Database): AsyncGenerator<AuditSeal[]> {
  for (let seq = 0; ; ) {
    const page = await db.rows.find(AuditSeal, {
      where: { seq: MoreThan(seq) },
      order: { seq: 'ASC' },
      take: PAGE,
    });
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    seq = last.seq;
  }
}

/** By id: a time that was tampered with cannot hide its row from the page. */
async function* pagesOfEvents(db: Database): AsyncGenerator<AuditEvent[]> {
  for (let id = ''; ; ) {
    const page = await db.rows.find(AuditEvent, {
      where: { id: MoreThan(id) },
      order: { id: 'ASC' },
      take: PAGE,
    });
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    id = last.id;
  }
}
