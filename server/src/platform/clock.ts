/** The one place that reads the machine's clock; everything else is handed a `Now`. */
export type Now = () => Date;

// biome-ignore lint/plugin: the one place that reads it.
export const systemClock: Now = () => new Date();

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export const after = (from: Date, ms: number): Date => new Date(from.getTime() + ms);

const WIB_MS = 7 * HOUR_MS;

/** The moment at or before `now` when clocks in Jakarta last showed so many minutes after midnight. */
export function lastTimeOfDay(now: Date, minutes: number): Date {
  const shift = WIB_MS - minutes * MINUTE_MS;
  return new Date(Math.floor((now.getTime() + shift) / DAY_MS) * DAY_MS - shift);
}
