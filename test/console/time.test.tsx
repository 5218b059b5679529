import { describe, expect, it } from 'vitest';

import { readDay, startOf } from '../../admin-ui/src/ui/date-field';
import { minutesLeft } from '../../admin-ui/src/ui/time';

describe('a typed day', () => {
  it.each([
    ['23/11/2026', '2026-11-23'],
    ['3.1.2026', '2026-01-03'],
    ['03-01-2026', '2026-01-03'],
    ['29/02/2024', '2024-02-29'],
  ])('%s is %s', (typed, day) => expect(readDay(typed)).toBe(day));

  it.each(['29/02/2026', '31/04/2026', '00/01/2026', '23/13/2026', '23/11/26', 'besok', ''])(
    '%s is none',
    (typed) => expect(readDay(typed)).toBeNull(),
  );

  it.each([
    ['Asia/Jakarta', '2026-11-22T17:00:00.000Z'],
    ['Asia/Makassar', '2026-11-22T16:00:00.000Z'],
    ['Asia/Jayapura', '2026-11-22T15:00:00.000Z'],
  ])('begins at midnight of %s', (zone, at) => expect(startOf('2026-11-23', zone)).toBe(at));

  it('ends where the next one begins', () =>
    expect(startOf('2026-11-23', 'Asia/Jakarta', 1)).toBe('2026-11-23T17:00:00.000Z'));
});

describe('what is left of a time', () => {
  it.each([
    [120_000, '2.00'],
    [61_001, '1.02'],
    [999, '0.01'],
    [-5, '0.00'],
  ])('%i ms is %s', (ms, text) => expect(minutesLeft(ms)).toBe(text));
});
