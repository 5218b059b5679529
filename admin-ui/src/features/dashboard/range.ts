import { dayOf } from '../../ui/date-field';

/** How many days back, today included; the server takes 92 at most. */
export const RANGES = { hari: 1, '7hari': 7, '30hari': 30, triwulan: 91 } as const;

export type RangeName = keyof typeof RANGES;
export const RANGE_NAMES = Object.keys(RANGES) as readonly RangeName[];

export interface DashboardSearch {
  readonly rentang?: RangeName;
  readonly kantor?: string;
}

const ID = /^[\da-f-]{36}$/;

export const readDashboardSearch = ({ rentang, kantor }: Record<string, unknown>): DashboardSearch => ({
  rentang: RANGE_NAMES.find((name) => name === rentang && name !== 'hari'),
  kantor: typeof kantor === 'string' && ID.test(kantor) ? kantor : undefined,
});

const DAY_MS = 86_400_000;

/** Days as the office counts them, first and last. */
export function daysOf(range: RangeName, now: number, zone: string): { from: string; to: string } {
  return { from: dayOf(now - (RANGES[range] - 1) * DAY_MS, zone), to: dayOf(now, zone) };
}
