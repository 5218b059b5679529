import { randomInt } from 'node:crypto';

const FEWEST_DIGITS = 5;
const TRIES = 12;

/**
 * Numbers to try for one case, for instance `EML-2611-00421`: year and month in Jakarta, then digits in no order. The
 * unique key decides whether one is free; a crowded month is left behind by longer numbers.
 */
export function ticketNumbers(now: Date): string[] {
  const [year = '', month = ''] = jakarta.format(now).split('-');
  return Array.from({ length: TRIES }, (_, tried) => {
    const digits = FEWEST_DIGITS + Math.floor(tried / 3);
    return `EML-${year.slice(2)}${month}-${String(randomInt(10 ** digits)).padStart(digits, '0')}`;
  });
}

/** As people copy it: any case, with or without hyphens and spaces. Null when it cannot be one. */
export function readTicketNumber(raw: string): string | null {
  const text = raw.normalize('NFKC').toUpperCase();
  const [, month, digits] = /^\s*EML[\s-]*(\d{4})[\s-]*(\d{5,9})\s*$/.exec(text) ?? [];
  return month && digits ? `EML-${month}-${digits}` : null;
}

const jakarta = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta', dateStyle: 'short' });
