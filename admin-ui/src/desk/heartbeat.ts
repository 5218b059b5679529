import { now } from '../ui/clock';

export const HEARTBEAT_MS = 60_000;

/** As little is left as a page leaves that goes: this one was loaded again, and makes it whole at once. */
export const isLingering = (until: string): boolean => Date.parse(until) - now() < 2 * HEARTBEAT_MS;
