import { t } from '@lingui/core/macro';

import type { RiskTier } from '../gql/graphql';
import { StatusBadge, type Tone } from '../ui/status-badge';

export const TIERS: readonly RiskTier[] = ['LOW', 'MEDIUM', 'HIGH'];

export function tierWord(tier: RiskTier): string {
  const words: Record<RiskTier, string> = {
    LOW: t({ message: 'Rendah', context: 'risiko' }),
    MEDIUM: t({ message: 'Sedang', context: 'risiko' }),
    HIGH: t({ message: 'Tinggi', context: 'risiko' }),
  };
  return words[tier] ?? tier;
}

const TONES: Readonly<Record<RiskTier, Tone>> = { LOW: 'good', MEDIUM: 'warn', HIGH: 'bad' };

/** A word and a shape; the sentences behind it stand on the page of the case, never a bare score. */
export const TierBadge = ({ tier }: { tier: RiskTier }) => (
  <StatusBadge tone={TONES[tier] ?? 'quiet'}>{tierWord(tier)}</StatusBadge>
);
