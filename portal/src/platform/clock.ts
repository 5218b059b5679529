/** How far the server's clock is ahead of this device's, in milliseconds. Cheap phones are often hours off. */
let ahead = 0;

/** `date` is the header of an answer; cut to seconds and some time old, so what it counts down to never comes too early. */
export function learnServerTime(date: string | null): void {
  const at = Date.parse(date ?? '');
  if (!Number.isNaN(at)) ahead = at - deviceNow();
}

export const serverNow = (): number => deviceNow() + ahead;

export const clockAhead = (): number => ahead;

/** For a page that was loaded again and has asked nothing yet. */
export function assumeClockAhead(ms: number): void {
  ahead = ms;
}

function deviceNow(): number {
  // biome-ignore lint/plugin: the device's clock, and the only place that reads it.
  return Date.now();
}
