import { createHash } from 'node:crypto';

import { SECOND_MS } from '../clock.js';
import type { Receipt } from '../outbox/receipts.js';
import { verdictOn } from './whatsapp-errors.js';

/** The part of a Cloud API callback that is read; all of it may be missing or of another type. */
export interface Callback {
  readonly entry?: unknown;
}

const STATUSES: ReadonlyMap<unknown, Receipt['status']> = new Map([
  ['sent', 'SENT'],
  ['delivered', 'DELIVERED'],
  ['read', 'READ'],
  ['failed', 'FAILED'],
]);

// As the receipts table holds it; anything longer is no id of a message of ours.
const LONGEST_ID = 190;

/** Every status a callback reports, in its order. Messages from people, and statuses not known here, are left out. */
export function receiptsIn({ entry }: Callback): Receipt[] {
  return list(entry)
    .flatMap(({ changes }) => list(changes))
    .flatMap(({ value }) => list(fields(value).statuses))
    .flatMap((status) => receiptOf(status));
}

function receiptOf({ id, status: word, timestamp, errors }: Fields): Receipt[] {
  const status = STATUSES.get(word);
  const at = new Date(Number(timestamp) * SECOND_MS);
  const named = typeof id === 'string' && id.length > 0 && id.length <= LONGEST_ID;
  if (!status || !named || Number.isNaN(at.getTime())) return [];
  const eventId = createHash('sha256').update(`${id}\n${status}\n${at.getTime()}`).digest('hex');
  return [
    { eventId, providerId: id, status, at, reason: status === 'FAILED' ? failureReason(errors) : null },
  ];
}

function failureReason(errors: unknown): string {
  const code = list(errors)[0]?.code;
  return verdictOn(typeof code === 'number' ? code : undefined).reason;
}

type Fields = Readonly<Record<string, unknown>>;

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function list(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fields) : [];
}
