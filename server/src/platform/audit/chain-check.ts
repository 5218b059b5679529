import type { KeyRing } from '../crypto/key-ring.js';
import type { Anchor } from './audit-anchors.js';
import type { AuditEvent } from './audit-event.entity.js';
import type { AuditSeal } from './audit-seal.entity.js';
import { chainLink, isGenuine } from './event-mac.js';

/**
 * `changed`: not as it was written. `missing`: sealed, and gone. `moved`: genuine, in another's place. `cut`: an anchor
 * knew a later or another chain. `unsealed`: not yet linked; harmless while the row is young.
 */
export type FindingKind = 'changed' | 'missing' | 'moved' | 'cut' | 'unsealed';

export interface Finding {
  readonly kind: FindingKind;
  /** The row of `audit_events`; null where only the place is known. */
  readonly eventId: string | null;
  /** Place in the chain, and the last place where a whole stretch is meant. */
  readonly seq: number | null;
  readonly upTo: number | null;
}

export interface Verdict {
  readonly sealed: number;
  readonly findings: readonly Finding[];
  /** True when there were more findings than are listed, and reading stopped there. */
  readonly more: boolean;
}

/** A link that does not hold; who is to blame shows only when all such places are known. */
interface Suspect {
  readonly seal: AuditSeal;
  readonly event: AuditEvent;
  /** Links that may stand before: the stored one and the one that ought to be there. */
  readonly before: readonly string[];
}

const MOST = 1000;

/** Takes the links one after another and keeps no more of them than it has complaints. */
export class ChainCheck {
  readonly #findings: Finding[] = [];
  readonly #suspects: Suspect[] = [];
  readonly #anchors: readonly Anchor[];
  #nextAnchor = 0;
  #seq = 0;
  #sealed = 0;
  #before: readonly string[] = [''];

  constructor(
    private readonly ring: KeyRing,
    anchors: readonly Anchor[],
  ) {
    this.#anchors = anchors;
  }

  get isFull(): boolean {
    return this.#findings.length + this.#suspects.length >= MOST;
  }

  link(seal: AuditSeal, event: AuditEvent | undefined): void {
    if (seal.seq > this.#seq + 1) {
      this.#add('missing', null, this.#seq + 1, seal.seq - 1);
      this.#before = [];
    }
    this.#compareAnchors(seal);
    if (event) this.#judge({ seal, event, before: this.#before });
    else this.#add('missing', seal.eventId, seal.seq);
    // A damaged link must not condemn the one behind it: that one may also follow what ought to stand here.
    const due = event ? this.#before.map((link) => this.#linkAt(link, event.mac, seal)) : [];
    this.#before = [
      seal.chain,
      ...due.filter((link) => link !== undefined && link !== seal.chain),
    ] as string[];
    this.#seq = seal.seq;
    this.#sealed += 1;
  }

  /** After the last link: what the anchors still expect is cut off. */
  end(): void {
    const last = this.#anchors.at(-1);
    if (last && last.seq > this.#seq && !this.isFull) this.#add('cut', last.eventId, this.#seq + 1, last.seq);
    for (const suspect of this.#suspects) {
      this.#add(this.#isMoved(suspect) ? 'moved' : 'changed', suspect.event.id, suspect.seal.seq);
    }
    this.#suspects.length = 0;
  }

  /** An event without a seal. */
  loose(eventId: string, genuine: boolean): void {
    this.#add(genuine ? 'unsealed' : 'changed', eventId, null);
  }

  verdict(): Verdict {
    return { sealed: this.#sealed, findings: this.#findings, more: this.isFull };
  }

  #judge(suspect: Suspect): void {
    // Behind a gap nothing tells what stood before; the row's own MAC still speaks.
    const holds = suspect.before.length === 0 || this.#fits(suspect.event.mac, suspect);
    if (!holds) this.#suspects.push(suspect);
    else if (!isGenuine(this.ring, suspect.event)) this.#add('changed', suspect.event.id, suspect.seal.seq);
  }

  /** Untouched in itself, or fitting another doubtful place: so it only stands in the wrong one. */
  #isMoved({ event }: Suspect): boolean {
    return isGenuine(this.ring, event) || this.#suspects.some((other) => this.#fits(event.mac, other));
  }

  #fits(mac: string, { seal, before }: Suspect): boolean {
    return before.some((link) => this.#linkAt(link, mac, seal) === seal.chain);
  }

  #linkAt(before: string, mac: string, { seq, chain }: AuditSeal): string | undefined {
    const key = this.ring.get(Number.parseInt(chain, 10));
    return key && chainLink(key, before, mac, seq);
  }

  #compareAnchors({ seq, chain, eventId }: AuditSeal): void {
    for (let anchor = this.#anchors[this.#nextAnchor]; anchor && anchor.seq <= seq; ) {
      if (anchor.seq === seq && anchor.chain !== chain) this.#add('cut', anchor.eventId ?? eventId, seq);
      this.#nextAnchor += 1;
      anchor = this.#anchors[this.#nextAnchor];
    }
  }

  #add(kind: FindingKind, eventId: string | null, seq: number | null, upTo: number | null = null): void {
    this.#findings.push({ kind, eventId, seq, upTo });
  }
}
