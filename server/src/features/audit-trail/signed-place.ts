import type { SecretHash } from '../../platform/crypto/secret-hash.js';
import { InvalidInput } from '../../platform/graphql/invalid-input.js';
import { fault } from '../../platform/words/fault.js';

const PURPOSE = 'AUDIT_PLACE';

const OTHER_READING = fault('OTHER_READING', {
  id: 'Halaman ini milik pencarian atau sesi lain. Mulai lagi dari halaman pertama.',
  en: 'This page belongs to another search or session. Begin again at the first page.',
});

/** A place in the trail that only this reading goes on from: without a signature any page could be had without an opening. */
export const signedPlace = (hash: SecretHash, reading: string, place: string): string =>
  `${place}~${hash.of(PURPOSE, `${reading}\n${place}`)}`;

/** Throws `BAD_USER_INPUT` at `after` for a place of another reading, or of none. */
export function placeIn(hash: SecretHash, reading: string, signed: string): string {
  const [place = '', signature = ''] = signed.split('~');
  if (hash.matches(PURPOSE, `${reading}\n${place}`, signature)) return place;
  throw new InvalidInput([{ field: 'after', fault: OTHER_READING }]);
}
