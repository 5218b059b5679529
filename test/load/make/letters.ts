import { type Contact, maskContact } from '../../../server/src/account/contact.js';
import { after, DAY_MS } from '../../../server/src/platform/clock.js';
import { newId } from '../../../server/src/platform/ids.js';
import { DeliveryAttempt } from '../../../server/src/platform/outbox/delivery-attempt.entity.js';
import { OutboxMessage } from '../../../server/src/platform/outbox/outbox-message.entity.js';
import type { Making } from './making.js';
import { TableText, type Written } from './table-text.js';

export interface MadeLetter {
  readonly kind: string;
  readonly accountId: string;
  readonly regionCode: string;
  readonly channel: Contact['channel'];
  readonly to: string;
  readonly at: Date;
}

/** What is left of messages that arrived long ago: a row without its text, and the one try that a provider took. */
export class MadeLetters {
  readonly #messages;
  readonly #attempts;

  constructor(private readonly making: Making) {
    this.#messages = new TableText(making.shapes, OutboxMessage);
    this.#attempts = new TableText(making.shapes, DeliveryAttempt);
  }

  /** Nothing for those that the service would have forgotten by now (RETAIN_TRACE_D). */
  add({ kind, accountId, regionCode, channel, to, at }: MadeLetter): void {
    const { retainTraceD, index, now } = this.making;
    if (after(at, retainTraceD * DAY_MS) < now) return;
    const id = newId(at);
    this.#messages.add({
      ...{ id, kind, channel, accountId, status: 'ACCEPTED', attempts: 1 },
      recipientDigest: index.of('recipient', to),
      recipientMask: maskContact({ channel, value: to }),
      ...{ provinceCode: regionCode.slice(0, 2), regencyCode: regionCode.slice(0, 5) },
      ...{ createdAt: at, updatedAt: at, acceptedAt: at, expiresAt: after(at, 3 * DAY_MS) },
    });
    const tried = { messageId: id, number: 1, outcome: 'ACCEPTED', reason: null, at } as const;
    this.#attempts.add({ id: newId(at), ...tried });
  }

  take(): (Written | undefined)[] {
    return [this.#messages.take(), this.#attempts.take()];
  }
}
