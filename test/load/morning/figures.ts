import type { Call } from './calls.js';
import type { Played } from './play.js';

export interface OperationFigures {
  readonly operation: string;
  readonly calls: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly shed: number;
  readonly failed: number;
}

/** Calls that were begun in a phase; those of people who were turned away say how long that took, and nothing else. */
export function figuresOf(
  calls: readonly Call[],
  { from, to }: Pick<Played, 'from' | 'to'>,
): OperationFigures[] {
  const within = calls.filter(({ at }) => at >= from && at < to);
  const names = [...new Set(within.map(({ operation }) => operation))].sort();
  const each = names.map((name) =>
    summed(
      name,
      within.filter(({ operation }) => operation === name),
    ),
  );
  return [...each, summed('all', within)];
}

function summed(operation: string, calls: readonly Call[]): OperationFigures {
  const times = calls.filter(({ outcome }) => outcome === 'ok').map(({ ms }) => ms);
  const at = quantiles(times);
  const count = (wanted: Call['outcome']) => calls.filter(({ outcome }) => outcome === wanted).length;
  return {
    ...{ operation, calls: calls.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) },
    ...{ shed: count('shed'), failed: count('failed') },
  };
}

export function quantiles(values: readonly number[]): (share: number) => number {
  const sorted = [...values].sort((a, b) => a - b);
  return (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Calm enough to call it normal service again. */
const CALM_P99_MS = 1000;
const CALM_S = 3;

/**
 * Seconds from the end of the overload until three seconds began in which nothing was shed or failed and p99 kept its
 * bar; null when that never came.
 */
export function recoveredAfter(calls: readonly Call[], from: number, to: number): number | null {
  const isCalm = (second: number) => {
    const [begin, end] = [from + second * 1000, from + (second + 1) * 1000];
    const within = calls.filter(({ at }) => at >= begin && at < end);
    const { p99, shed, failed } = summed('', within);
    return shed === 0 && failed === 0 && p99 <= CALM_P99_MS;
  };
  const seconds = Math.floor((to - from) / 1000);
  for (let second = 0; second + CALM_S <= seconds; second += 1)
    if (Array.from({ length: CALM_S }, (_, more) => isCalm(second + more)).every(Boolean)) return second;
  return null;
}
