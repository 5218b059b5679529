/** Nine digits and more, however they are grouped: an identity number, a phone, an account at a bank. */
const LONG_NUMBER = /\+?\d(?:[\s.\-/]?\d){8,}/g;
const ADDRESS = /[^\s@]+@[^\s@]+\.[^\s@]+/g;

/**
 * What an agent wrote down as a purpose or reason, as it may be kept: the trail holds no identifiers in full, and a
 * warning on the screen keeps nobody from pasting one (security.md 7).
 */
export const withoutIdentifiers = (note: string): string =>
  note.replace(ADDRESS, '•••@•••').replace(LONG_NUMBER, (number) => `${number.slice(0, 4)}••••`);
