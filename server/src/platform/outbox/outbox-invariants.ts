import { after, DAY_MS } from '../clock.js';
import { type Invariant, rowsOf } from '../invariants/invariant.js';

/** A message is made some days before its last try. */
const LONGEST_TRIED_D = 7;

/** What holds of messages and their traces; `traceD` is RETAIN_TRACE_D. */
export function outboxInvariants(traceD: number): Invariant[] {
  return [...textsAndStates, ...traces(traceD)];
}

const textsAndStates: readonly Invariant[] = [
  {
    name: 'finished-message-keeps-no-text',
    holds: 'A message with nothing left to do has lost its text, because that may hold a secret.',
    breaches: rowsOf({ table: 'outbox_messages', against: 'it.due_at IS NULL AND it.sealed IS NOT NULL' }),
  },
  {
    name: 'waiting-message-has-its-text',
    holds: 'A message that is still to be sent can be sent.',
    breaches: rowsOf({ table: 'outbox_messages', against: 'it.due_at IS NOT NULL AND it.sealed IS NULL' }),
  },
  {
    name: 'message-waits-or-has-ended',
    holds: 'A message is due again, or in a state that ends its work, and never both or neither.',
    breaches: rowsOf({
      table: 'outbox_messages',
      against: `(it.due_at IS NULL) <>
        (it.status IN ('ACCEPTED', 'DELIVERED', 'READ', 'FAILED', 'EXPIRED', 'SUPPRESSED'))`,
    }),
  },
  {
    name: 'message-in-hand-is-claimed',
    holds: 'A message on its way is held by a claim, whose lease returns it.',
    breaches: rowsOf({ table: 'outbox_messages', against: "it.status = 'SENDING' AND it.claim IS NULL" }),
  },
];

const traces = (traceD: number): Invariant[] => [
  {
    name: 'accepted-message-has-its-try',
    holds: 'A message that a provider took has the try in its trace.',
    breaches: rowsOf({
      table: 'outbox_messages',
      against: `it.status IN ('ACCEPTED', 'DELIVERED', 'READ') AND NOT EXISTS
        (SELECT 1 FROM delivery_attempts a WHERE a.message_id = it.id AND a.outcome = 'ACCEPTED')`,
    }),
  },
  {
    name: 'delivered-message-has-its-receipt',
    holds: 'A message is delivered or read only by a receipt that says so.',
    breaches: rowsOf({
      table: 'outbox_messages',
      against: `it.status IN ('DELIVERED', 'READ') AND NOT EXISTS
        (SELECT 1 FROM delivery_receipts r WHERE r.provider_id = it.provider_id AND r.status = it.status)`,
    }),
  },
  {
    name: 'try-has-its-message',
    holds: 'Every message that was sent has its row.',
    breaches: rowsOf({
      table: 'delivery_attempts',
      against: 'it.at > :kept AND NOT EXISTS (SELECT 1 FROM outbox_messages m WHERE m.id = it.message_id)',
      values: (now) => ({ kept: after(now, -(traceD - LONGEST_TRIED_D) * DAY_MS) }),
    }),
  },
];
