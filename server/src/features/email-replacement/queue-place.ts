import { InvalidInput } from '../../platform/graphql/invalid-input.js';
import { fault } from '../../platform/words/fault.js';
import type { Place } from './queue-statements.js';

const QUEUE_PLACE = fault('QUEUE_PLACE', {
  id: 'Penanda halaman antrean tidak dikenal. Muat ulang antrean dari awal.',
  en: 'This page marker of the queue is unknown. Load the queue from its beginning.',
});

const ID = /^[0-9a-f-]{36}$/;

/** What a cursor of the queue holds; its bearer may read it, there is nothing personal in it. */
export const writePlace = ({ phase, at, id }: Place, asOf: Date): string =>
  Buffer.from([asOf.getTime(), phase, at.getTime(), id].join(' ')).toString('base64url');

/** Where to go on, and the clock of the first page; throws `InvalidInput` for what is no cursor of ours. */
export function readPlace(after: string | null, now: Date): { asOf: Date; place: Place | null } {
  if (after === null) return { asOf: now, place: null };
  const [asOf, phase, at, id, ...more] = Buffer.from(after, 'base64url').toString('utf8').split(' ');
  const numbers = [asOf, phase, at].map(Number);
  const [asOfMs = 0, inPhase = 0, atMs = 0] = numbers;
  if (!numbers.every(Number.isSafeInteger) || !ID.test(id ?? '') || id === undefined || more.length > 0)
    throw new InvalidInput([{ field: 'after', fault: QUEUE_PLACE }]);
  return { asOf: new Date(asOfMs), place: { phase: inPhase, at: new Date(atMs), id } };
}
