import { isId } from '../ids.js';
import { fault } from '../words/fault.js';
import { InvalidInput } from './invalid-input.js';

const PLACE_UNKNOWN = fault('PLACE_UNKNOWN', {
  id: 'Penanda halaman ini tidak dikenal. Muat ulang dari halaman pertama.',
  en: 'This page marker is unknown. Load again from the first page.',
});

/**
 * Where a page begins, as the page before it ended: the id of a row. Ids rise with time, so the id alone says it.
 * Throws `BAD_USER_INPUT` at `after` for anything else.
 */
export function placeIn(after: string | null | undefined): string | null {
  if (!after) return null;
  if (!isId(after)) throw new InvalidInput([{ field: 'after', fault: PLACE_UNKNOWN }]);
  return after;
}
