import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../clock.js';

/** At most `count` in a window of `windowMs`. */
export interface Budget {
  readonly count: number;
  readonly windowMs: number;
}

const UNITS: Readonly<Record<string, number>> = { s: SECOND_MS, min: MINUTE_MS, h: HOUR_MS, d: DAY_MS };

/** Reads `1/60s, 5/1h, 10/24h`; null when it is not written so. */
export function readBudgets(text: string): readonly Budget[] | null {
  const budgets = text.split(',').map((part) => {
    const [, count = '', length = '', unit = ''] = /^(\d+)\/(\d+)(s|min|h|d)$/.exec(part.trim()) ?? [];
    return { count: Number(count), windowMs: Number(length) * (UNITS[unit] ?? Number.NaN) };
  });
  return budgets.every(({ count, windowMs }) => count > 0 && windowMs > 0) ? budgets : null;
}
