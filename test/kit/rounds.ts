import { inject } from 'vitest';

/**
 * How often a race is run: a handful of rounds in `npm test`, which show a fault that happens often; a thousand under
 * `npm run test:faults`, which also meet one that happens seldom.
 */
export const rounds = (few: number, many = 1000): number => (inject('proofs') === 'full' ? many : few);
