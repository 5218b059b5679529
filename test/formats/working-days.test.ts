import { describe, expect, it } from 'vitest';

import { WorkingDays } from '../../server/src/office/working-days.js';

const WIB = 'Asia/Jakarta';
const days = new WorkingDays({ opens: 8 * 60, closes: 16 * 60, daysOff: new Set(['2026-12-25']) });
const at = (local: string, east = 7) => new Date(`${local}:00.000+0${east}:00`);

describe('service times', () => {
  it('begin when the office next opens and end at closing time', () => {
    expect(days.after(at('2026-11-27T16:30'), 5 * 480, WIB)).toEqual(at('2026-12-04T16:00'));
  });

  it('stand still over the weekend', () => {
    expect(days.after(at('2026-11-27T15:00'), 120, WIB)).toEqual(at('2026-11-30T09:00'));
  });

  it('run in the hours of the office’s own zone', () => {
    expect(days.after(at('2026-11-25T08:00'), 480, 'Asia/Jayapura')).toEqual(at('2026-11-26T10:00', 9));
  });

  it('skip days off', () => {
    expect(days.after(at('2026-12-24T15:00'), 120, WIB)).toEqual(at('2026-12-28T09:00'));
  });

  it('count the working minutes between two moments', () => {
    expect(days.minutesBetween(at('2026-11-27T15:00'), at('2026-11-30T09:30'), WIB)).toBe(150);
    expect(days.minutesBetween(at('2026-11-28T10:00'), at('2026-11-29T10:00'), WIB)).toBe(0);
    expect(days.minutesBetween(at('2026-11-30T09:30'), at('2026-11-27T15:00'), WIB)).toBe(0);
  });
});
