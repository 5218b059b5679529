import { mergeConfig } from 'vitest/config';

import everyday from './vitest.config.js';

/** `npm run test:faults`: the same races and faults, each race a thousand rounds, and the portal over a network that fails. Takes the better part of an hour. */
export default mergeConfig(everyday, {
  test: { provide: { proofs: 'full' }, testTimeout: 1_800_000, hookTimeout: 600_000 },
});
