import type { Key, KeyRing } from '../crypto/key-ring.js';
import { hmac, keyedDigest } from '../crypto/keyed-digest.js';
import type { AuditEvent } from './audit-event.entity.js';

export type UnsignedEvent = Omit<AuditEvent, 'mac'>;

// Names and order are part of every MAC ever made: a new column gets a new version, never a new place here.
const SIGNED = [
  'id',
  'at',
  'event',
  'result',
  'reasonCode',
  'actorKind',
  'actorId',
  'role',
  'officeId',
  'subjectKind',
  'subjectId',
  'caseId',
  'sessionId',
  'source',
  'device',
  'requestId',
  'idempotencyDigest',
  'beforeJson',
  'afterJson',
  'reason',
  'fields',
  'keyId',
] as const satisfies readonly (keyof UnsignedEvent)[];

/** JSON of a list: every value keeps its own place and quotes, so no two different events read alike. */
export function eventMac(key: Key, event: UnsignedEvent): string {
  return hmac(key, 'audit-event:1', JSON.stringify(SIGNED.map((name) => event[name])));
}

export function isGenuine(ring: KeyRing, event: AuditEvent): boolean {
  const key = ring.get(event.keyId);
  return key !== undefined && eventMac(key, event) === event.mac;
}

/** The link that `mac` at place `seq` adds after `previous` (empty before the first). */
export function chainLink(key: Key, previous: string, mac: string, seq: number): string {
  return keyedDigest(key, 'audit-chain:1', JSON.stringify([previous, mac, seq]));
}
