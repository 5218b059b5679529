/** The one place that reads the machine's clock; everything else is handed a `Now`. */
export type Now = () => Date;

// biome-ignore lint/plugin: the one place that reads it.
export const systemClock: Now = () => new Date();

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export const after = (from: Date, ms: number): Date => new Date(from.getTime() + ms);
