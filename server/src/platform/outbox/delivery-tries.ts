import { after } from '../clock.js';
import type { Span } from '../trace/tracing.js';
import { backOffMs } from './back-off.js';
import type { AttemptOutcome } from './delivery-attempt.entity.js';
import type { DispatchLimits, DispatchNeeds } from './dispatch-needs.js';
import {
  type Accepted,
  type Channel,
  type Message,
  type OutgoingMessage,
  SendPostponed,
  SendRefused,
} from './message.js';
import type { OutboxMessage } from './outbox-message.entity.js';

/** How one try ended: what its row becomes, and the line of its trace; none where nothing was tried. */
export interface Ending {
  readonly becomes: Partial<OutboxMessage> & Pick<OutboxMessage, 'status'>;
  readonly outcome?: AttemptOutcome;
  readonly reason: string | null;
}

/** Tries a message once, over its provider, and writes nothing: that a mark failed must never read as if the sending had. */
export class DeliveryTries {
  constructor(
    private readonly needs: DispatchNeeds,
    private readonly limits: DispatchLimits,
  ) {}

  async of(row: OutboxMessage, span: Span): Promise<Ending> {
    if (row.expiresAt <= this.needs.now() || !row.sealed) {
      return { becomes: { status: 'EXPIRED', reason: 'TOO_OLD' }, reason: null };
    }
    // Its earlier claims all ended in a crash: perhaps because of it.
    if (row.attempts > this.limits.attempts) {
      this.needs.report(row, 'OUT_OF_TRIES');
      return { becomes: { status: 'FAILED', reason: 'OUT_OF_TRIES' }, reason: null };
    }
    try {
      const message: Message = JSON.parse(this.needs.seal.open(row.sealed, `outbox:${row.id}`));
      const { id, requestId } = row;
      const accepted = await this.#send(row.channel, { ...message, id, requestId });
      span.note({ 'akun.outcome': 'ACCEPTED' });
      return this.#accepted(message, accepted);
    } catch (error) {
      span.note({ 'akun.outcome': error instanceof SendRefused ? 'REFUSED' : 'POSTPONED' });
      return this.#failed(row, error);
    }
  }

  #send(channel: Channel, message: OutgoingMessage): Promise<Accepted> {
    const send = this.needs.send[channel];
    if (!send) throw new Error('Only served channels are claimed.');
    return send(message);
  }

  #accepted({ fallsBack }: Message, { providerId, receipts }: Accepted): Ending {
    const acceptedAt = this.needs.now();
    const fallBackAt = receipts && fallsBack ? after(acceptedAt, this.limits.receiptWaitMs) : null;
    const becomes = { status: 'ACCEPTED' as const, providerId, acceptedAt, fallBackAt };
    return { becomes, outcome: 'ACCEPTED', reason: null };
  }

  #failed(row: OutboxMessage, error: unknown): Ending {
    const refused = error instanceof SendRefused;
    const reason = refused || error instanceof SendPostponed ? error.reason : 'UNKNOWN';
    this.needs.report(row, reason);
    if (refused || row.attempts >= this.limits.attempts) {
      const becomes = { status: 'FAILED' as const, reason: refused ? reason : 'OUT_OF_TRIES' };
      return { becomes, outcome: 'REFUSED', reason };
    }
    const named = error instanceof SendPostponed ? error.retryAt : undefined;
    const backOff = after(this.needs.now(), backOffMs(row.attempts, this.limits.backoffMs));
    const dueAt = new Date(Math.max(backOff.getTime(), named?.getTime() ?? 0));
    const becomes = { status: 'RETRYING' as const, reason, dueAt, sealed: row.sealed };
    return { becomes, outcome: 'POSTPONED', reason };
  }
}
