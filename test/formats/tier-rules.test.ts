import { describe, expect, it } from 'vitest';

import { SIGNALS, type SignalCode } from '../../server/src/features/email-replacement/signals.js';
import { tierOf } from '../../server/src/features/email-replacement/tier-rules.js';

const usual = new Map<string, number>();
const tier = (...signals: SignalCode[]) => tierOf(signals, usual);

describe('the tier of a case', () => {
  it('is LOW only where nothing calls for care', () => {
    expect(tier()).toBe('LOW');
  });

  it('is MEDIUM for a proxy, an entity, a similar name, a silent registry, alone or together', () => {
    expect(tier('PROXY')).toBe('MEDIUM');
    expect(tier('ENTITY', 'PROXY', 'SIMILAR', 'REGISTRY_UNAVAILABLE')).toBe('MEDIUM');
  });

  it('is MEDIUM for one signal and HIGH for two', () => {
    expect(tier('MANY_ACCOUNTS')).toBe('MEDIUM');
    expect(tier('MANY_ACCOUNTS', 'MANY_FROM_SOURCE')).toBe('HIGH');
  });

  it('is HIGH for each grave signal by itself', () => {
    const grave = (Object.keys(SIGNALS) as SignalCode[]).filter((code) => SIGNALS[code].weight === 2);
    expect(grave.map((code) => tier(code))).toEqual(grave.map(() => 'HIGH'));
    expect(grave).toContain('UNWANTED_DIFFERENCE');
    expect(grave).toContain('CHANNEL_NOT_CONFIRMED');
  });

  it('follows the weights of the settings', () => {
    expect(tierOf(['PROXY'], new Map([['PROXY', 2]]))).toBe('HIGH');
  });
});
