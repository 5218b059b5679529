import { DAY_MS, HOUR_MS, MINUTE_MS } from '../platform/clock.js';

/** When an office works: Monday to Friday between two times of its own zone, days off excepted. */
export interface OfficeHours {
  /** Minutes after midnight. */
  readonly opens: number;
  readonly closes: number;
  /** `YYYY-MM-DD` */
  readonly daysOff: ReadonlySet<string>;
}

/** None of the zones has daylight saving (domain.md 4.12). */
const HOURS_EAST: Readonly<Record<string, number>> = {
  'Asia/Jakarta': 7,
  'Asia/Makassar': 8,
  'Asia/Jayapura': 9,
};

/** Service times run in these hours and stand still outside them. */
export class WorkingDays {
  constructor(private readonly hours: OfficeHours) {}

  get minutesADay(): number {
    return this.hours.closes - this.hours.opens;
  }

  /** The moment by which so many working minutes have passed; the last of a day ends at closing time, not next morning. */
  after(from: Date, minutes: number, zone: string): Date {
    let left = minutes;
    for (let day = dayOf(from, zone); ; day += 1) {
      const [opens, closes] = this.#span(day, zone);
      const begin = Math.max(opens, from.getTime());
      const there = this.#isWorkday(day) ? Math.max(0, closes - begin) / MINUTE_MS : 0;
      if (there > 0 && left <= there) return new Date(begin + left * MINUTE_MS);
      left -= there;
    }
  }

  /** The moment since which so many working minutes have passed. */
  before(to: Date, minutes: number, zone: string): Date {
    let left = minutes;
    for (let day = dayOf(to, zone); ; day -= 1) {
      const [opens, closes] = this.#span(day, zone);
      const end = Math.min(closes, to.getTime());
      const there = this.#isWorkday(day) ? Math.max(0, end - opens) / MINUTE_MS : 0;
      if (there > 0 && left <= there) return new Date(end - left * MINUTE_MS);
      left -= there;
    }
  }

  /** Working minutes from one moment to a later one; 0 when it is not later. */
  minutesBetween(from: Date, to: Date, zone: string): number {
    let minutes = 0;
    for (let day = dayOf(from, zone); day <= dayOf(to, zone); day += 1) {
      const [opens, closes] = this.#span(day, zone);
      const span = Math.min(closes, to.getTime()) - Math.max(opens, from.getTime());
      if (this.#isWorkday(day) && span > 0) minutes += span / MINUTE_MS;
    }
    return Math.round(minutes);
  }

  #isWorkday(day: number): boolean {
    const weekday = (day + 4) % 7; // day 0 was a Thursday
    return weekday >= 1 && weekday <= 5 && !this.hours.daysOff.has(dateOf(day));
  }

  #span(day: number, zone: string): [number, number] {
    const midnight = day * DAY_MS - eastOf(zone);
    return [midnight + this.hours.opens * MINUTE_MS, midnight + this.hours.closes * MINUTE_MS];
  }
}

/** The calendar day in that zone, counted from 1 January 1970. */
export const dayOf = (at: Date, zone: string): number => Math.floor((at.getTime() + eastOf(zone)) / DAY_MS);

/** `YYYY-MM-DD` of a counted day. */
export const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** When a calendar day begins in that zone. */
export const startOf = (date: string, zone: string): Date =>
  new Date(new Date(`${date}T00:00:00.000Z`).getTime() - eastOf(zone));

function eastOf(zone: string): number {
  const hours = HOURS_EAST[zone];
  if (hours === undefined) throw new Error(`No office keeps the time of ${zone}.`);
  return hours * HOUR_MS;
}
