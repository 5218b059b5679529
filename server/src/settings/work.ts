import { clockTime, whole } from './kinds.js';

/** The worker: messages, audit trail, deletions. */
export const workSettings = {
  OUTBOX_LEASE_S: whole(60, 15).describe('seconds a worker holds a message'),
  OUTBOX_SEND_TIMEOUT_S: whole(10, 1, 55).describe('seconds a provider may take'),
  OUTBOX_ATTEMPTS: whole(8, 1).describe('tries per message'),
  RECEIPT_WAIT_S: whole(60, 10).describe(
    'seconds a WhatsApp message waits for its receipt before email is used',
  ),
  OUTBOX_CAP: whole(20_000, 1).describe('waiting messages beyond which new work is turned away'),
  AUDIT_SEAL_LAG_S: whole(5, 2).describe('seconds within which an event joins the chain'),
  AUDIT_ANCHOR_MIN: whole(60, 1).describe('minutes between two exports of the chain’s head'),
  RECONCILE_AT: clockTime('02:00').describe(
    'time of day in WIB at which the whole database is checked for broken invariants',
  ),
  IDEMPOTENCY_TTL_H: whole(24, 1).describe('hours a repeated command gets its first answer again'),
  RETAIN_SECRET_H: whole(24, 1).describe('hours an ended secret is kept'),
  RETAIN_SESSION_D: whole(90, 1).describe('days an ended session is kept'),
  RETAIN_COUNTER_D: whole(30, 1).describe('days a counter is kept'),
  RETAIN_TRACE_D: whole(365, 1).describe('days a delivery trace is kept'),
};
