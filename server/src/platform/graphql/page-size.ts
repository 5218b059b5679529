import { fault } from '../words/fault.js';
import { InvalidInput } from './invalid-input.js';

/** Most rows a page may ask for (`GQL_PAGE`). */
export const PAGE_LIMIT = 100;

const PAGE_SIZE = fault('PAGE_SIZE', {
  id: `Minta 1 sampai ${PAGE_LIMIT} baris sekali waktu.`,
  en: `Ask for 1 to ${PAGE_LIMIT} rows at a time.`,
});

/** Throws `BAD_USER_INPUT` at `first`. */
export function assertPageSize(first: number): void {
  if (first < 1 || first > PAGE_LIMIT) throw new InvalidInput([{ field: 'first', fault: PAGE_SIZE }]);
}
