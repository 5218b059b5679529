import { originNow, within } from '../trace/origin.js';
import type { Span, Tracing } from '../trace/tracing.js';
import type { OutboxMessage } from './outbox-message.entity.js';

/** Runs a try at a message as what follows from the request that caused it, however long ago and in whatever process. */
export function inItsSpan(
  tracing: Tracing,
  { id, kind, channel, attempts, requestId, traceparent }: OutboxMessage,
  deliver: (span: Span) => Promise<void>,
): Promise<void> {
  const attributes = { 'akun.message_id': id, 'akun.message_kind': kind, 'akun.attempt': attempts };
  const start = { name: `send ${channel}`, kind: 'CONSUMER', attributes } as const;
  return tracing.span({ ...start, from: { requestId, traceparent } }, (span) =>
    within({ ...originNow(), requestId }, () => deliver(span)),
  );
}
