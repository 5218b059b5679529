import { RiskTier } from './risk-tier.js';
import { SIGNALS, type SignalCode } from './signals.js';

export type Weights = ReadonlyMap<string, number>;

export const weightOf = (code: SignalCode, weights: Weights): number =>
  weights.get(code) ?? SIGNALS[code].weight;

/**
 * The tier of security.md 5.1. LOW has to be earned: whatever is not as it should be is a signal, so that none left
 * means an individual, everything the same, the registry's match, and an old channel that confirmed.
 */
export function tierOf(signals: readonly SignalCode[], weights: Weights): RiskTier {
  const sum = signals.reduce((total, code) => total + weightOf(code, weights), 0);
  if (sum >= 2) return RiskTier.HIGH;
  return signals.length > 0 ? RiskTier.MEDIUM : RiskTier.LOW;
}

/** How much earlier than its due time a case is urgent: the riskier, the sooner. At most `EARLIEST_H`. */
export const HOURS_SOONER: Readonly<Record<RiskTier, number>> = { LOW: 0, MEDIUM: 4, HIGH: 8 };
export const EARLIEST_H = HOURS_SOONER.HIGH;
