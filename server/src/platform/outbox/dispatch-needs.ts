import type { Now } from '../clock.js';
import type { Seal } from '../crypto/seal.js';
import type { Database } from '../database/transact.js';
import type { Tracing } from '../trace/tracing.js';
import type { Channel, Send } from './message.js';
import type { OutboxMessage } from './outbox-message.entity.js';
import type { Receipts } from './receipts.js';

export interface DispatchLimits {
  readonly leaseMs: number;
  readonly attempts: number;
  readonly backoffMs: readonly [first: number, longest: number];
  /** Messages on their way at once. */
  readonly hands: number;
  /** How long a receipt is waited for before another channel is used. */
  readonly receiptWaitMs: number;
  /** A turn waits so long for what it took; whatever takes longer goes on beside the next turns. */
  readonly patienceMs: number;
}

export interface DispatchNeeds {
  readonly db: Database;
  readonly seal: Seal;
  readonly receipts: Receipts;
  /** Only the channels named here are served: a provider that hangs keeps its own messages waiting, no others. */
  readonly send: Readonly<Partial<Record<Channel, Send>>>;
  readonly now: Now;
  readonly tracing?: Tracing;
  /** Called with codes only; the error's own text may name an address. */
  readonly report: (message: OutboxMessage, reason: string) => void;
}
