import { registerEnumType } from 'type-graphql';

/** How many people decide: LOW one, MEDIUM two, HIGH two of whom the second is a supervisor (security.md 5.1). */
export enum RiskTier {
  LOW = 'LOW',
  MEDIUM = 'MEDIUM',
  HIGH = 'HIGH',
}
registerEnumType(RiskTier, { name: 'RiskTier' });

/** For sorting: the words do not sort as what they mean. */
export const RISK_RANK: Readonly<Record<RiskTier, number>> = { LOW: 1, MEDIUM: 2, HIGH: 3 };
