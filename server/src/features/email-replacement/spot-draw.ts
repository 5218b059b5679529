import type { KeyRing } from '../../platform/crypto/key-ring.js';
import { hmac } from '../../platform/crypto/keyed-digest.js';

const LOTS = 10_000;
const LABEL = 'spot-check';

export interface Draw {
  readonly draw: number;
  readonly drawBelow: number;
  readonly drawKey: number;
}

/**
 * The lot of a case: foreseen by nobody who has not the key, and the same whenever it is drawn. Whoever takes a decision
 * back and makes it again does not draw again, and an auditor with the key can draw after us.
 */
export class SpotDraw {
  constructor(
    private readonly ring: KeyRing,
    /** CASE_SAMPLE_PCT */
    private readonly percent: number,
  ) {}

  of(caseId: string): Draw {
    const { newest } = this.ring;
    // 48 bits: the first lots are likelier than the last by less than one in ten thousand million.
    const draw = Number.parseInt(hmac(newest, LABEL, caseId).slice(0, 12), 16) % LOTS;
    return { draw, drawBelow: (this.percent * LOTS) / 100, drawKey: newest.id };
  }
}
